import { describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { createProduct, updateProduct } from '#lib/catalog/commands';
import { createProductInput, updateProductInput } from '#lib/catalog/input';
import { getDeskProduct, getProduct, getStockOf, listProducts } from '#lib/catalog/queries';
import { setPlans } from '#lib/stock/commands';
import { setPlansInput } from '#lib/stock/input';
import { makeProduct, setSetting, staffMember, visitor } from '#tests/factories/shop';

/** A Monday morning in Berlin. */
const NOW = new Date('2031-03-03T08:00:00Z');
const visitorNow = (now = NOW) => visitor({ now });

async function baked() {
  const made = await makeProduct({ stockMode: 'per_date', stockQuantity: 40 });
  const staff = await staffMember('staff', { now: NOW });
  const set = (input: unknown) => setPlans(staff, setPlansInput.parse(input));
  const isIn = async (now = NOW) => {
    const product = await getProduct(visitorNow(now), made.slug);
    const listed = await listProducts(visitorNow(now), { category: product?.category_id, in_stock: true });
    const [stock] = await getStockOf(visitorNow(now), [made.productId]);
    const answers = [product?.in_stock, listed.items.length === 1, stock?.in_stock];
    expect(new Set(answers).size).toBe(1);
    return answers[0];
  };
  return { ...made, variant_id: made.variantId, staff, set, isIn };
}

describe('in the shop, what is made per day', () => {
  it('is there as long as a coming day has room, by its pattern or by its plan', async () => {
    const { variant_id, set, isIn } = await baked();
    expect(await isIn()).toBe(false);
    await set({ patterns: [{ variant_id, weekday: 6, planned: 10 }] });
    expect(await isIn()).toBe(true);
    // Both Saturdays of the two weeks that are sold ahead; the third one is too far.
    await set({ days: ['2031-03-08', '2031-03-15'].map((on_date) => ({ variant_id, on_date, closed: true })) });
    expect(await isIn()).toBe(false);
    expect(await isIn(new Date('2031-03-09T08:00:00Z'))).toBe(true);
    await set({ days: [{ variant_id, on_date: '2031-03-04', planned: 1 }] });
    expect(await isIn()).toBe(true);
    await set({ days: [{ variant_id, on_date: '2031-03-04', planned: 0 }] });
    expect(await isIn()).toBe(false);
  });

  it('is gone when today is released and no other day has any', async () => {
    await setSetting('checkout', { release_at: '15:00' });
    const { variant_id, set, isIn } = await baked();
    await set({ days: [{ variant_id, on_date: '2031-03-03', planned: 5 }] });
    // The shop's clock shows an hour more.
    expect(await isIn(new Date('2031-03-03T13:59:00Z'))).toBe(true);
    expect(await isIn(new Date('2031-03-03T14:00:00Z'))).toBe(false);
    await setSetting('checkout', {});
  });

  it('is found by the day it is made on', async () => {
    const { slug, variant_id, set } = await baked();
    await set({ patterns: [{ variant_id, weekday: 6, planned: 10 }] });
    const { category_id: category } = (await getProduct(visitorNow(), slug)) ?? {};
    const on = async (available_on: string) =>
      (await listProducts(visitorNow(), { category, available_on })).items.length;
    expect([await on('2031-03-08'), await on('2031-03-07')]).toEqual([1, 0]);
  });
});

describe('at the desk', () => {
  it('shows today and the week', async () => {
    const { productId, variant_id, staff, set } = await baked();
    await set({ patterns: [1, 3].map((weekday) => ({ variant_id, weekday, planned: weekday * 10 })) });
    const variant = async () => (await getDeskProduct(staff, productId))?.variants[0];
    expect(await variant()).toMatchObject({
      weekly_plan: [10, 0, 30, 0, 0, 0, 0],
      today: { planned: 10, sold: 0, left: 10, closed: false },
    });
    await set({ days: [{ variant_id, on_date: '2031-03-03', planned: 12, closed: true }] });
    expect(await variant()).toMatchObject({ today: { planned: 12, left: 12, closed: true } });
    const counted = await makeProduct();
    expect((await getDeskProduct(staff, counted.productId))?.variants[0]).toMatchObject({
      weekly_plan: null,
      today: null,
    });
  });

  it('is made and changed with its week in one save', async () => {
    const staff = await staffMember('staff', { now: NOW });
    const week = [5, 5, 5, 5, 8, 12, 0];
    const variant = { price: 4.2, stock_mode: 'per_date', weekly_plan: week };
    const { categoryId: category_id } = await makeProduct();
    const made = await createProduct(
      staff,
      createProductInput.parse({ name: `Rye ${newId()}`, category_id, variants: [variant] }),
    );
    expect(made.variants[0]).toMatchObject({ weekly_plan: week, stock_quantity: null, in_stock: true });
    const change = (more: object) =>
      updateProduct(
        staff,
        updateProductInput.parse({ id: made.id, variants: [{ ...variant, id: made.variants[0]?.id, ...more }] }),
      );
    expect((await change({ weekly_plan: week.with(0, 9) })).variants[0]?.weekly_plan).toEqual(week.with(0, 9));
    await expect(change({ stock_mode: 'tracked' })).rejects.toMatchObject({
      codes: { 'variants.0.weekly_plan': ['VAL_002'] },
    });
    const counted = await change({ stock_mode: 'tracked', weekly_plan: undefined, stock_quantity: 7 });
    expect(counted.variants[0]).toMatchObject({ weekly_plan: null, stock_quantity: 7 });
    // The week is still known when it is made per day again.
    expect((await change({ weekly_plan: undefined })).variants[0]?.weekly_plan).toEqual(week.with(0, 9));
  });
});
