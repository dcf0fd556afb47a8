import { claimPayment, placeOrder } from '#lib/orders/commands';
import { makeProduct, orderOf, visitor } from '#tests/factories/shop';

export const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup'] };
export const cash = { method: 'cash', title: 'Cash', delivery_types: ['pickup'] };
export const account = { account_holder: 'Rye', iban: 'DE02120300000000202051' };

export const keyOf = (accessUrl: string) => new URL(accessUrl).searchParams.get('key');
export const moneyFor = (order_id: string, amount: number | null, more: object = {}) => ({
  order_id,
  amount,
  method: null,
  reference: null,
  note: null,
  version: null,
  ...more,
});

export async function newOrder(more: Record<string, unknown> = {}) {
  const { variantId } = await makeProduct();
  return (await placeOrder(visitor(), orderOf([variantId], more))).order;
}

export type Order = Awaited<ReturnType<typeof newOrder>>;

export const claim = (order: Order, more: { amount?: number | null; reference?: string | null } = {}) =>
  claimPayment(
    visitor(),
    { order_number: order.order_number, amount: more.amount ?? null, reference: more.reference ?? null },
    { key: keyOf(order.access_url) },
  );

/** A wish for nothing new, to which a test adds. */
export const status = (order_id: string) => ({
  order_id,
  status: undefined,
  payment_status: undefined,
  payment_method: undefined,
  note: null,
  cancel_reason: null,
  stock: null,
  version: null,
});
