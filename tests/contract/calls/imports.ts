import { expect, it } from 'vitest';
import { dataOf, desk, INVALID, MALFORMED, NOT_FOUND, newProduct, nobody } from '../shop.ts';

function upload(text: string, fields: Record<string, string> = { kind: 'products', mode: 'upsert' }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([text], { type: 'text/csv' }), 'goods.csv');
  return desk('POST', '/admin/imports', form);
}

export function imports() {
  it('are checked, seen and applied', async () => {
    const sku = `SKU-${nobody()}`;
    const checked = dataOf(await upload(`SKU;Name;Preis\n${sku};Rye;4,80\n;Rye;4,80\n`), 201);
    expect(checked).toMatchObject({ status: 'checked', rows: 2, to_create: 1, wrong: 1 });
    expect(checked.errors[0]).toMatchObject({ row: 3, field: 'sku', code: 'VAL_001' });
    const path = `/admin/imports/${checked.id}`;
    expect(dataOf(await desk('GET', '/admin/imports?kind=products'))[0].id).toBe(checked.id);
    expect(dataOf(await desk('GET', path))).toMatchObject({ file_name: 'goods.csv', done: 0 });
    expect((await desk('GET', `${path}/errors`)).text).toContain('problem');
    expect(dataOf(await desk('POST', `${path}/apply`), 202).status).toBe('applying');
    expect(dataOf(await desk('POST', `${path}/apply`), 202).status).toBe('applying');
  });

  it('are refused in words', async () => {
    expect(await upload('name,price\nRye,4\n')).toMatchObject(INVALID);
    expect(await upload('sku\nA\n', { kind: 'orders', mode: 'upsert' })).toMatchObject(INVALID);
    const wished = { mode: 'upsert', create_categories: 'true' };
    expect(await upload('phone\n0722123456\n', { kind: 'customers', ...wished })).toMatchObject(INVALID);
    expect(dataOf(await upload('sku\nA\n', { kind: 'products', ...wished }), 201).create_categories).toBe(true);
    const wrong = dataOf(await upload('sku,price\nA,much\n'), 201);
    const nothing = { status: 409, code: 'CONF_002' };
    expect(await desk('POST', `/admin/imports/${wrong.id}/apply`)).toMatchObject(nothing);
    expect(await desk('GET', '/admin/imports?kind=orders')).toMatchObject(MALFORMED);
    for (const address of ['', '/errors']) {
      expect(await desk('GET', `/admin/imports/${nobody()}${address}`)).toMatchObject(NOT_FOUND);
    }
    expect(await desk('POST', `/admin/imports/${nobody()}/apply`)).toMatchObject(NOT_FOUND);
  });

  it('begin with what is there, or with a template', async () => {
    const { name } = await newProduct({ sku: `SKU-${nobody()}` });
    expect((await desk('GET', '/admin/exports/products')).text).toContain(name);
    expect((await desk('GET', '/admin/exports/customers')).text).toContain('id,name,phone');
    expect((await desk('GET', '/admin/import-templates/products')).text).toContain('sku,slug,name');
    expect(await desk('GET', '/admin/exports/orders')).toMatchObject(MALFORMED);
    expect(await desk('GET', '/admin/import-templates/orders')).toMatchObject(MALFORMED);
  });
}
