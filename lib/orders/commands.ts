import 'server-only';

export type { Idempotency } from '#lib/idempotency';
export { changeOrder, changeOwnOrder, updateOrder } from './commands/change-order.ts';
export { claimPayment } from './commands/claim-payment.ts';
export { releaseUnpaidOrders, remindUnpaidOrders } from './commands/deadlines.ts';
export { placeDeskOrder } from './commands/desk-order.ts';
export {
  addOrderNote,
  cancelOrder,
  cancelOwnOrder,
  changeOrderStatus,
  completeOrder,
  confirmOrder,
  moveOrder,
  readyOrder,
  startOrder,
} from './commands/move-order.ts';
export { moveOrders } from './commands/move-orders.ts';
export {
  confirmPayment,
  type PaymentResult,
  recordPayment,
  refundPayment,
  rejectPayment,
} from './commands/payments.ts';
export {
  findFirstOrder,
  type PlacedOrder,
  type PlaceOrderExtra,
  placeOrder,
} from './commands/place-order.ts';
export { tickOrders } from './commands/tick-orders.ts';
