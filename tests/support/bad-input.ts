import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { categories } from '#db/schema/catalog';
import { database } from '#lib/database';
import type { Method } from '#lib/http/contract';
import { type Call, call, tokenOf } from './api.ts';

export let staff = '';
let admin = '';
export let product = { id: '', variant: '', version: 1 };
export let archived = { id: '', variant: '' };
export let cartKey = '';
export let order = { id: '', number: '', key: '' };

export async function addProduct(fields: Record<string, unknown>) {
  const { status, body } = await call('POST', '/admin/products', { token: staff, body: fields });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: String(body.data.id), variant: String(body.data.variants[0].id), version: Number(body.data.version) };
}

export const person = { customer_name: 'Ana Pop', customer_phone: '+40722123456', delivery_type: 'pickup' };
export const anOrder = (quantity = 1) => ({ ...person, items: [{ variant_id: product.variant, quantity }] });

/** A small shop with one of everything that can be asked for wrongly. */
export async function setTable(): Promise<void> {
  staff = (await tokenOf('staff')).token;
  admin = (await tokenOf('admin')).token;
  await database()
    .db.insert(categories)
    .values({ name: 'Other', slug: 'other', isBuiltIn: true })
    .onConflictDoNothing();
  product = await addProduct({ name: 'Rye loaf', price: 4.8, stock_quantity: 10 });
  archived = await addProduct({ name: 'Old loaf', price: 1, stock_quantity: 10 });
  expect((await call('DELETE', `/admin/products/${archived.id}`, { token: staff })).status).toBe(204);
  const cart = await call('POST', '/cart', { body: { variant_id: product.variant, quantity: 1 } });
  cartKey = String(cart.body.data.session);
  const placed = await call('POST', '/orders', { body: anOrder() });
  expect(placed.status, placed.text).toBe(201);
  const { id, order_number: number, access_url: link } = placed.body.data;
  order = { id, number, key: new URL(link).searchParams.get('key') ?? '' };
}

export type Row = {
  what: string;
  method: Method;
  path: () => string;
  body?: () => unknown;
  raw?: Call['raw'];
  headers?: () => Record<string, string>;
  as?: 'staff' | 'admin';
  status: number;
  code: string;
  /** The field that is meant and its code. */
  field?: [string, string];
};

export const place = { method: 'POST', path: () => '/orders' } as const;
export const add = { method: 'POST', path: () => '/admin/products', as: 'staff' } as const;
export const edit = { method: 'PATCH', path: () => `/admin/products/${product.id}`, as: 'staff' } as const;
export const toCart = { method: 'POST', path: () => '/cart' } as const;
export const wrong = { status: 422, code: 'VALIDATION_ERROR' } as const;
export const unreadable = { status: 400, code: 'REQ_001' } as const;

/** Tries every row: the right status, code and field, and nothing half done. */
export function refuses(rows: readonly Row[]): void {
  beforeAll(setTable);

  it.each(rows.map((row) => [row.what, row] as const))('%s', async (_, row) => {
    const before = await state();
    const token = row.as === 'staff' ? staff : row.as === 'admin' ? admin : undefined;
    const { status, body, text } = await call(row.method, row.path(), {
      token,
      body: row.body?.(),
      raw: row.raw,
      headers: row.headers?.(),
    });
    expect([status, body.error?.code ?? ''], text).toEqual([row.status, row.code]);
    if (row.field) {
      expect(body.error?.codes?.[row.field[0]], text).toContain(row.field[1]);
      expect(body.error?.details[row.field[0]]?.[0]).toMatch(/^[A-Z].*\.$/);
    }
    expect(await state(), 'nothing half done').toEqual(before);
  });
}

/** What a refusal must not move. */
async function state(): Promise<unknown> {
  return database().db.execute(sql`select (select count(*)::int from orders) orders, (select count(*)::int from products) products,
    (select sum(stock_quantity)::int from product_variants) stock, (select count(*)::int from payments) payments,
    (select count(*)::int from cart_items) items`);
}
