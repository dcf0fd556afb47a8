import { expect, it } from 'vitest';
import { png } from '#tests/support/png';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, newProduct, nobody, outside } from '../shop.ts';

function upload(path: string, content: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'image/png' }), 'loaf.png');
  form.set('alt', 'A loaf');
  return desk('POST', `${path}/images`, form);
}

export function catalog() {
  it('has products with versions', async () => {
    const { id, name } = await newProduct();
    const path = `/admin/products/${id}`;
    const seen = { 'if-match': (await desk('GET', path)).headers.get('etag') ?? '' };
    const changed = await desk('PATCH', path, { featured: true }, seen);
    expect(dataOf(changed).featured).toBe(true);
    const stale = { status: 412, code: 'REQ_002' };
    expect(await desk('PATCH', path, { featured: true }, seen)).toMatchObject(stale);
    expect(await desk('PUT', path, { name, price: 6 }, seen)).toMatchObject(stale);
    const replaced = await desk('PUT', path, { name, price: 6 }, { 'if-match': changed.headers.get('etag') ?? '' });
    expect(replaced.data).toMatchObject({ price: 6, featured: false, stock_quantity: 20 });
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
    for (const older of ['/v1/flowers', '/flowers']) {
      expect((await desk('GET', `${older}?limit=1`)).meta.limit).toBe(1);
      expect(dataOf(await desk('GET', `${older}/${id}`)).id).toBe(id);
    }
    expect(dataOf(await desk('GET', '/admin/products?state=active&limit=2'))).toHaveLength(2);
    expect(await desk('GET', '/admin/products?state=lost')).toMatchObject(MALFORMED);
    expect(await desk('POST', '/admin/products', { name, price: -1 })).toMatchObject(INVALID);
  });

  it('counts stock and remembers why it changed', async () => {
    const { id, variantId } = await newProduct();
    const stock = `/admin/products/${id}/stock`;
    const received = dataOf(await desk('PATCH', stock, { delta: 5, reason: 'receive' }));
    expect(received).toMatchObject({ variant_id: variantId, stock_quantity: 25 });
    const variant = `/admin/variants/${variantId}/stock`;
    expect(dataOf(await desk('PATCH', variant, { stock_quantity: 7 })).stock_quantity).toBe(7);
    const movements = dataOf(await desk('GET', `/admin/stock/movements?product_id=${id}`));
    expect(movements.map(({ delta }: { delta: number }) => delta)).toEqual([-18, 5, 20]);
    for (const path of [stock, variant]) {
      expect(await desk('PATCH', path, { delta: -8 })).toMatchObject({ status: 409, code: 'STK_001' });
    }
    expect(await desk('GET', '/admin/stock/movements?reason=magic')).toMatchObject(MALFORMED);
  });

  it('has pictures in an order, and nothing else', async () => {
    const path = `/admin/products/${(await newProduct()).id}`;
    const content = await png();
    const first = dataOf(await upload(path, content), 201);
    const second = dataOf(await upload(path, content), 201);
    expect(second).toMatchObject({ alt: 'A loaf', width: 900, height: 600 });
    const picture = await outside(second.url);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const drawing = await upload(path, new TextEncoder().encode('<svg/>'));
    expect(drawing).toMatchObject({ status: 415, code: 'FILE_001' });
    const ids = [second.id, first.id];
    const ordered = dataOf(await desk('PUT', `${path}/images`, { ids }));
    expect(ordered.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(await desk('PUT', `${path}/images`, { ids: [first.id] })).toMatchObject(INVALID);
    const image = `${path}/images/${second.id}`;
    expect(dataOf(await desk('PUT', image, { alt: 'Dark' })).alt).toBe('Dark');
    expect((await desk('DELETE', image)).status).toBe(204);
    expect(await desk('PUT', image, { alt: 'Dark' })).toMatchObject(NOT_FOUND);
    expect(await desk('DELETE', image)).toMatchObject(NOT_FOUND);
  });

  it('has categories, each name once', async () => {
    const name = `Shelf ${nobody()}`;
    const { id } = dataOf(await desk('POST', '/admin/categories', { name }), 201);
    const taken = { status: 409, code: 'CONF_001' };
    expect(await desk('POST', '/admin/categories', { name })).toMatchObject(taken);
    const path = `/admin/categories/${id}`;
    expect(dataOf(await desk('GET', path)).name).toBe(name);
    expect(dataOf(await desk('PATCH', path, { active: false })).active).toBe(false);
    expect(dataOf(await desk('PUT', path, { name })).active).toBe(true);
    const other = await newProduct();
    const builtIn = await desk('DELETE', `/admin/categories/${other.category_id}`);
    expect(builtIn).toMatchObject({ status: 409, code: 'CONF_002' });
    expect((await desk('DELETE', path)).status).toBe(204);
    expect(dataOf(await desk('GET', '/admin/categories?archived=true')).length).toBeGreaterThan(0);
    expect(dataOf(await desk('POST', `${path}/restore`)).archived_at).toBeNull();
    expect(await desk('GET', '/admin/categories?archived=perhaps')).toMatchObject(MALFORMED);
  });

  it.each([
    ['GET', 'products', '', undefined],
    ['PUT', 'products', '', { name: 'Rye', price: 1 }],
    ['PATCH', 'products', '', { featured: true }],
    ['DELETE', 'products', '', undefined],
    ['POST', 'products', '/restore', undefined],
    ['PATCH', 'products', '/stock', { delta: 1 }],
    ['PATCH', 'variants', '/stock', { delta: 1 }],
    ['PUT', 'products', '/images', { ids: [nobody()] }],
    ['GET', 'categories', '', undefined],
    ['PUT', 'categories', '', { name: 'Shelf' }],
    ['PATCH', 'categories', '', { active: true }],
    ['DELETE', 'categories', '', undefined],
    ['POST', 'categories', '/restore', undefined],
  ])('answers %s /admin/%s/…%s of what is not there', async (method, kind, what, body) => {
    expect(await desk(method, `/admin/${kind}/${nobody()}${what}`, body)).toMatchObject(NOT_FOUND);
  });
}
