'use server';

import { hashSecret } from '#lib/auth/secrets';
import { listDeskProducts } from '#lib/catalog/queries';
import { suggestCustomers } from '#lib/customers/queries';
import { action } from '#lib/http/action';
import { quoteDeliveryInput } from '#lib/promise/input';
import { quoteDelivery } from '#lib/promise/queries';
import { moveOrdersInput } from './bulk-input.ts';
import { changeOrderFormInput, quoteOrderChangeInput } from './change-input.ts';
import {
  addOrderNote,
  cancelOrder,
  changeOrder,
  confirmPayment,
  moveOrder,
  moveOrders,
  placeDeskOrder,
  recordPayment,
  refundPayment,
  rejectPayment,
  tickOrders,
} from './commands.ts';
import { tickOrdersInput } from './day-input.ts';
import { orderSlotsInput } from './desk-slots.ts';
import {
  addOrderNoteInput,
  cancelOrderInput,
  deskLookupInput,
  deskOrderFormInput,
  moveOrderInput,
  recordPaymentInput,
  refundPaymentInput,
  settlePaymentInput,
} from './input.ts';
import { listOrderSlots } from './queries/order-slots.ts';
import { quoteDeskChange } from './queries/quote-change.ts';

/** What the order desk's buttons and forms call. Customers' own actions stand beside their pages' modules. */

export const moveOrderAction = action({ input: moveOrderInput, run: moveOrder });
export const moveOrdersAction = action({ input: moveOrdersInput, run: moveOrders });
export const tickOrdersAction = action({ input: tickOrdersInput, run: tickOrders });
export const changeOrderAction = action({
  input: changeOrderFormInput,
  run: (ctx, { override, ...change }) =>
    changeOrder(ctx, { ...change, override_reason: override ? change.reason : null }),
});
export const quoteOrderChangeAction = action({ input: quoteOrderChangeInput, run: quoteDeskChange });
export const cancelOrderAction = action({ input: cancelOrderInput, run: cancelOrder });
export const addOrderNoteAction = action({ input: addOrderNoteInput, run: addOrderNote });
export const recordPaymentAction = action({ input: recordPaymentInput, run: recordPayment });
export const refundPaymentAction = action({ input: refundPaymentInput, run: refundPayment });
export const confirmPaymentAction = action({ input: settlePaymentInput, run: confirmPayment });
export const rejectPaymentAction = action({ input: settlePaymentInput, run: rejectPayment });

export const placeDeskOrderAction = action({
  input: deskOrderFormInput,
  run: (ctx, { idempotency_key: key, order }) => {
    const scope = `desk:${ctx.actor.kind === 'staff' ? ctx.actor.userId : ctx.actor.kind}:order`;
    return placeDeskOrder(ctx, order, { idempotency: { scope, key, hash: hashSecret(JSON.stringify(order)) } });
  },
});

/** What the form of a phone order asks while it is filled in. */
export const findCustomersAction = action({ input: deskLookupInput, run: suggestCustomers });
export const findProductsAction = action({
  input: deskLookupInput,
  run: (ctx, { q }) => listDeskProducts(ctx, { q, state: 'active', limit: 8 }),
});
export const findOrderSlotsAction = action({ input: orderSlotsInput, run: listOrderSlots });
export const quoteDeskDeliveryAction = action({ input: quoteDeliveryInput, run: quoteDelivery });
