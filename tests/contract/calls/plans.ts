import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, newOrder, newProduct, order } from '../shop.ts';

/** Five on every day of the week. */
async function newBake() {
  const { variantId } = await newProduct({ stock_mode: 'per_date', stock_quantity: undefined });
  const patterns = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ variant_id: variantId, weekday, planned: 5 }));
  dataOf(await desk('PUT', '/admin/plans', { patterns }));
  return variantId;
}

export function plans() {
  it('say what is made, sold and left per day, and change by day and by weekday', async () => {
    const variantId = await newBake();
    const { slot } = dataOf(await order(variantId), 201);
    const on_date = slot.starts_at.slice(0, 10);
    const day = async () => {
      const found = dataOf(await desk('GET', `/admin/plans?variant_id=${variantId}&from=${on_date}&to=${on_date}`));
      return found.variants[0].days[0];
    };
    expect(await day()).toMatchObject({ on_date, planned: 5, sold: 2, left: 3, is_override: false });
    const days = [{ variant_id: variantId, on_date, planned: 8 }];
    expect(dataOf(await desk('PUT', '/admin/plans', { days }))).toEqual({ held: [], closed_with_orders: [] });
    expect(await day()).toMatchObject({ planned: 8, left: 6, is_override: true });
    const closed = dataOf(
      await desk('PUT', '/admin/plans', { days: [{ variant_id: variantId, on_date, closed: true }] }),
    );
    expect(closed.closed_with_orders).toEqual([{ variant_id: variantId, on_date, sold: 2 }]);
    const weekday = new Date(on_date).getUTCDay() || 7;
    const pattern = { days: [{ variant_id: variantId, on_date, planned: null, closed: false }] };
    const patterns = [{ variant_id: variantId, weekday, planned: 1 }];
    const held = dataOf(await desk('PUT', '/admin/plans', { ...pattern, patterns })).held;
    expect(held).toEqual([{ variant_id: variantId, on_date, planned: 2, sold: 2 }]);
  });

  it('are never below what is sold', async () => {
    const variantId = await newBake();
    const { slot } = dataOf(await order(variantId), 201);
    const on_date = slot.starts_at.slice(0, 10);
    const less = { days: [{ variant_id: variantId, on_date, planned: 1 }] };
    expect(await desk('PUT', '/admin/plans', less)).toMatchObject({ status: 409, code: 'CONF_002' });
    const items = [{ variant_id: variantId, quantity: 4 }];
    expect(await order(variantId, { items })).toMatchObject({ status: 409, code: 'STK_001' });
  });

  it('are for what is made per day, over spans that can be read', async () => {
    const { items, slot } = await newOrder();
    const on_date = slot.starts_at.slice(0, 10);
    const days = [{ variant_id: items[0].variant_id, on_date, planned: 1 }];
    expect(await desk('PUT', '/admin/plans', { days })).toMatchObject({ status: 409, code: 'STK_002' });
    expect(await desk('PUT', '/admin/plans', {})).toMatchObject(INVALID);
    expect(await desk('GET', '/admin/plans?from=2031-03-02&to=2031-03-01')).toMatchObject(INVALID);
    expect(dataOf(await desk('GET', '/admin/plans')).variants[0].days).toHaveLength(14);
  });
}
