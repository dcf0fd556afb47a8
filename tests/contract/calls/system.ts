import { expect, it } from 'vitest';
import { backupUnderWay, dataOf, desk, failedJob, MALFORMED, NOT_FOUND, nobody, send, storedBackup } from '../shop.ts';

/** No worker runs beside this shop: what it would do, and what becomes of it, is told in the integration tests. */
export function system() {
  it('shows background work and tries again what has failed', async () => {
    const id = await failedJob();
    expect(dataOf(await desk('GET', '/admin/jobs?queue=maintenance&state=failed'))).toMatchObject([{ id }]);
    expect(dataOf(await desk('POST', `/admin/jobs/${id}/retry`), 202)).toMatchObject({ id, state: 'retrying' });
    expect(await desk('POST', `/admin/jobs/${id}/retry`)).toMatchObject({ status: 409, code: 'CONF_002' });
    expect(await desk('POST', `/admin/jobs/${nobody()}/retry`)).toMatchObject(NOT_FOUND);
    expect(await desk('POST', '/admin/jobs/first/retry')).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/jobs?queue=hairdresser')).toMatchObject(MALFORMED);
  });

  it('makes backups one at a time, checks them and hands them out', async () => {
    const none = { backups: [], is_working: false, has_passphrase: true, failure: null };
    expect(dataOf(await desk('GET', '/admin/backups'))).toMatchObject(none);
    expect(dataOf(await desk('POST', '/admin/backups'), 202)).toMatchObject({ is_working: true });
    const name = await storedBackup();
    expect(dataOf(await desk('GET', '/admin/backups')).backups).toMatchObject([{ name, checked: null }]);
    const { status, text } = await desk('GET', `/admin/backups/${name}`);
    expect([status, text.startsWith('age-encryption.org/v1')]).toEqual([200, true]);
    expect(dataOf(await desk('POST', `/admin/backups/${name}/check`), 202)).toMatchObject({ is_working: true });
    await backupUnderWay();
    for (const path of ['', `/${name}/check`]) {
      expect(await desk('POST', `/admin/backups${path}`)).toMatchObject({ status: 409, code: 'CONF_002' });
    }
    for (const wrong of ['barrow-20260601-040000.age', 'failure.json', '..%2Fpostgres.json']) {
      expect(await desk('GET', `/admin/backups/${wrong}`), wrong).toMatchObject(NOT_FOUND);
      expect(await desk('POST', `/admin/backups/${wrong}/check`), wrong).toMatchObject(NOT_FOUND);
    }
    expect(await send('GET', '/admin/backups')).toMatchObject({ status: 401, code: 'AUTH_002' });
  });

  it('gives its figures to admins and to keys made for that', async () => {
    const { key } = dataOf(
      await desk('POST', '/admin/api-keys', { name: 'Prometheus', scopes: ['metrics:admin'] }),
      201,
    );
    const { status, text, headers } = await send('GET', '/metrics', { token: key });
    expect(status, text).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of [
      /^process_cpu_seconds_total \d/m,
      /^barrow_http_requests_total\{route="api",status="2xx"\} [1-9]/m,
      /^barrow_http_request_duration_seconds_bucket\{le="0.005",route="api"\} \d/m,
      /^barrow_kept_lookups_total\{result="hit"\} \d/m,
      /^barrow_orders_placed_total \d/m,
      /^barrow_queue_jobs\{queue="maintenance",state="failed"\} \d/m,
    ]) {
      expect(text).toMatch(line);
    }
    // It opens nothing else.
    expect(await send('GET', '/admin/jobs', { token: key })).toMatchObject({ status: 403, code: 'AUTH_003' });
    expect(await send('GET', '/metrics')).toMatchObject({ status: 401, code: 'AUTH_002' });
  });
}
