import { expect, it } from 'vitest';
import { dataOf, desk, freeSlot, INVALID, MALFORMED, NOT_FOUND, newPlace, newProduct, nobody, send } from '../shop.ts';

export function storefront() {
  it('lists, searches, filters and pages', async () => {
    const all = await send('GET', '/products?limit=5&sort=price');
    expect(all.status).toBe(200);
    expect(all.meta).toMatchObject({ page: 1, limit: 5, total_exact: true });
    const prices = all.data.map(({ price }: { price: number }) => price);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const on = await send('GET', `/products?limit=5&sort=price&cursor=${all.meta.next_cursor}`);
    expect(on.data[0].id).not.toBe(all.data[0].id);
    const [first] = all.data;
    expect(dataOf(await send('GET', `/products/${first.slug}`)).id).toBe(first.id);
    expect(dataOf(await send('GET', `/products/${first.id}`)).slug).toBe(first.slug);
    expect(dataOf(await send('GET', '/products/bestsellers?limit=3')).length).toBeLessThanOrEqual(3);
    const [shelf] = dataOf(await send('GET', '/categories'));
    expect((await send('GET', `/products?category=${shelf.slug}`)).meta.total).toBe(shelf.product_count);
    expect(dataOf(await send('GET', '/shop'))).toMatchObject({ currency: first.currency });
  });

  it('answers 304 for what has not changed, and shows a change at the next request', async () => {
    const product = await newProduct();
    const shown = `/products/${product.slug}`;
    const first = await send('GET', shown);
    const seen = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    expect(await send('GET', shown, seen)).toMatchObject({ status: 304, text: '' });
    await desk('PATCH', `/admin/products/${product.id}`, { price: 5.5 });
    expect(dataOf(await send('GET', shown, seen)).price).toBe(5.5);
    await desk('PATCH', `/admin/products/${product.id}/stock`, { stock_quantity: 0 });
    expect(dataOf(await send('GET', shown)).in_stock).toBe(false);
    await desk('DELETE', `/admin/products/${product.id}`);
    expect(await send('GET', shown)).toMatchObject(NOT_FOUND);
  });

  it.each(['/shop', '/products', '/products/bestsellers', '/categories', '/packages', '/themes', '/testimonials'])(
    'answers in the language that is asked for: %s',
    async (path) => {
      for (const [query, accepted, expected] of [
        ['?lang=ro', 'de', 'ro'],
        ['', 'de-AT, ro;q=0.5', 'de'],
        ['?lang=fr', 'fr', 'en'],
      ] as const) {
        const { status, headers } = await send('GET', `${path}${query}`, { headers: { 'accept-language': accepted } });
        expect([status, headers.get('content-language')]).toEqual([200, expected]);
        expect(headers.get('vary')).toContain('Accept-Language');
      }
    },
  );

  it('says by when a product can be had', async () => {
    const { id, slug, variantId } = await newProduct();
    const found = dataOf(await send('GET', `/products/${slug}/availability?quantity=2`));
    expect(found).toMatchObject({ product_id: id, variant_id: variantId, quantity: 2, method: 'pickup' });
    expect(found.earliest.slot_id).toBe(found.slots[0].id);
    expect(dataOf(await send('GET', `/products/${id}/availability?quantity=21`)).slots).toEqual([]);
    expect(await send('GET', '/products/never-heard-of/availability')).toMatchObject(NOT_FOUND);
    expect(await send('GET', `/products/${slug}/availability?method=delivery&postal_code=00000`)).toMatchObject({
      status: 422,
      code: 'ZONE_001',
    });
  });

  it('lists times, for goods as well', async () => {
    const { id } = await newPlace();
    const { variantId } = await newProduct();
    const slot = await freeSlot(id, `method=pickup&items=${variantId}:2`);
    expect(slot).toMatchObject({ method: 'pickup', location: { id }, state: 'open', capacity_orders: null });
    expect(await send('GET', `/slots?items=${nobody()}:1`)).toMatchObject({ status: 409, code: 'STK_002' });
  });

  it('quotes delivery', async () => {
    const quote = { postal_code: '12047', subtotal: 20 };
    expect(dataOf(await send('POST', '/delivery/quote', { body: quote }))).toMatchObject({
      zone: { name: 'Around the canal' },
      fee: 2.9,
      minimum: 12,
      free_from: 35,
      missing_for_free: 15,
    });
    const outside = await send('POST', '/delivery/quote', { body: { ...quote, postal_code: '00000' } });
    expect(outside).toMatchObject({ status: 422, code: 'ZONE_001' });
  });

  it.each([
    ['/products?sort=color', MALFORMED],
    ['/slots?method=balloon', MALFORMED],
    ['/products/bestsellers?days=91', INVALID],
    ['/products/rye/availability?quantity=0', INVALID],
  ])('refuses %s', async (address, answer) => {
    expect(await send('GET', address)).toMatchObject(answer);
  });
}
