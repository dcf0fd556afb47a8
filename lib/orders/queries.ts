import 'server-only';

export { listArrivals } from './queries/arrivals.ts';
export { listChosenOrders } from './queries/chosen-orders.ts';
export { getDaySheet, listBusyDays, listDayOrders } from './queries/day-sheet.ts';
export { exportOrders } from './queries/export-orders.ts';
export { findOwnOrder, getOrder, getOrderByLink, getOrderNumber, readOrder, trackOrder } from './queries/get-order.ts';
export { listOrders, streamOrders } from './queries/list-orders.ts';
export { getOrderCalendar, getTransferQr } from './queries/order-files.ts';
export { findUnpaidOrders, listPayments, readProof } from './queries/payments-to-review.ts';
export { searchDesk } from './queries/search-desk.ts';
