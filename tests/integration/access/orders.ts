import type { Who } from '#tests/integration/access/who';

/** Orders, payments and the day sheet in the desk. */
export const endpoints: Record<string, Who> = {
  searchDesk: 'staff',
  listArrivals: 'staff',
  listOrders: 'staff',
  listOrdersOlder: 'staff',
  placeDeskOrder: 'staff',
  getOrder: 'staff',
  changeOrderStatus: 'staff',
  updateOrder: 'staff',
  replaceOrder: 'staff',
  recordPayment: 'staff',
  refundPayment: 'staff',
  confirmPayment: 'staff',
  rejectPayment: 'staff',
  listPayments: 'staff',
  getPaymentProof: 'staff',
  exportOrders: 'staff',
  getDaySheet: 'staff',
};

export const actions: Record<string, Who> = {
  'orders/addOrderNoteAction': 'staff',
  'orders/cancelOrderAction': 'staff',
  'orders/changeOrderAction': 'staff',
  'orders/confirmPaymentAction': 'staff',
  'orders/findCustomersAction': 'staff',
  'orders/findOrderSlotsAction': 'staff',
  'orders/findProductsAction': 'staff',
  'orders/moveOrderAction': 'staff',
  'orders/moveOrdersAction': 'staff',
  'orders/placeDeskOrderAction': 'staff',
  'orders/quoteDeskDeliveryAction': 'anyone',
  'orders/quoteOrderChangeAction': 'staff',
  'orders/recordPaymentAction': 'staff',
  'orders/refundPaymentAction': 'staff',
  'orders/rejectPaymentAction': 'staff',
  'orders/tickOrdersAction': 'staff',
};
