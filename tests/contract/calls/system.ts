import { expect, it } from 'vitest';
import { dataOf, desk, failedJob, MALFORMED, NOT_FOUND, nobody, send } from '../shop.ts';

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

  it('shows backups, and makes none without a passphrase', async () => {
    const state = { backups: [], is_working: false, has_passphrase: false, next_at: null, failure: null };
    expect(dataOf(await desk('GET', '/admin/backups'))).toEqual(state);
    expect(await desk('POST', '/admin/backups')).toMatchObject({ status: 409, code: 'CONF_002' });
    for (const name of ['barrow-20260601-030000.age', 'failure.json', '..%2Fpostgres.json']) {
      expect(await desk('GET', `/admin/backups/${name}`), name).toMatchObject(NOT_FOUND);
      expect(await desk('POST', `/admin/backups/${name}/check`), name).toMatchObject(NOT_FOUND);
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
