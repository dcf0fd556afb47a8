'use server';

import { hashSecret } from '#lib/auth/secrets';
import { action } from '#lib/http/action';
import {
  addOrderNote,
  cancelOrder,
  confirmPayment,
  moveOrder,
  placeDeskOrder,
  recordPayment,
  refundPayment,
  rejectPayment,
} from './commands.ts';
import {
  addOrderNoteInput,
  cancelOrderInput,
  deskOrderFormInput,
  moveOrderInput,
  recordPaymentInput,
  refundPaymentInput,
  settlePaymentInput,
} from './input.ts';

/** What the order desk's buttons and forms call. Customers' own actions stand beside their pages' modules. */

export const moveOrderAction = action({ input: moveOrderInput, run: moveOrder });
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
