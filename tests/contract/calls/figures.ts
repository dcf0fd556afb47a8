import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED } from '../shop.ts';

const VIEWS = ['sales', 'products', 'customers', 'slots'];

export function figures() {
  it('are read for any range of days', async () => {
    for (const view of VIEWS) {
      const { range, totals } = dataOf(await desk('GET', `/admin/analytics/${view}?range=this_month`));
      expect(range).toMatchObject({ preset: 'this_month', step: 'day' });
      expect(totals).toBeDefined();
      const own = dataOf(await desk('GET', `/admin/analytics/${view}?from=2026-01-01&to=2026-04-30`));
      expect(own.range).toMatchObject({ preset: 'custom', days: 120, step: 'week' });
    }
  });

  it('are exported, one table at a time', async () => {
    const answer = await desk('GET', '/admin/analytics/export?table=channels&range=30d');
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain('channel,orders,ordered,paid,share');
  });

  it('are refused for days that make no sense', async () => {
    for (const view of VIEWS) {
      expect(await desk('GET', `/admin/analytics/${view}?range=tomorrow`), view).toMatchObject(MALFORMED);
      for (const query of ['from=2026-01-01', 'from=2026-02-01&to=2026-01-01', 'range=custom']) {
        expect(await desk('GET', `/admin/analytics/${view}?${query}`), `${view}?${query}`).toMatchObject(INVALID);
      }
    }
    expect(await desk('GET', '/admin/analytics/export?table=weather')).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/analytics/export?table=sales&from=2026-01-01')).toMatchObject(INVALID);
  });
}
