import { getDashboard } from '#lib/analytics/queries';
import { listAuditInput } from '#lib/audit/input';
import { listAudit } from '#lib/audit/queries';
import * as catalog from '#lib/catalog/queries';
import * as chat from '#lib/chat/queries';
import type { Context } from '#lib/context';
import { listCustomersInput } from '#lib/customers/input';
import { getCustomer, listCustomers, suggestCustomers } from '#lib/customers/queries';
import { listOutboxInput } from '#lib/notices/input';
import { listOutbox } from '#lib/notices/queries';
import { listOrdersInput } from '#lib/orders/input';
import { listPaymentsInput } from '#lib/orders/payment-input';
import * as orders from '#lib/orders/queries';
import { listMovementsInput } from '#lib/stock/input';
import { listMovements } from '#lib/stock/queries';
import { listDeliveriesInput } from '#lib/webhooks/input';
import { listDeliveries } from '#lib/webhooks/queries';
import type { Facts } from './facts.ts';
import { idOf } from './fill.ts';

/** One question to a list, a search or a page, through `of`: the function that pages and endpoints call. */
export type Look = { of: string; name: string; run: (ctx: Context, facts: Facts) => Promise<unknown> };

type Asked = Record<string, unknown>;
const middle = (n: number) => Math.floor(n / 2);

function looks(
  of: string,
  title: string,
  run: (ctx: Context, asked: Asked, facts: Facts) => Promise<unknown>,
  asked: Record<string, (facts: Facts) => Asked>,
): Look[] {
  return Object.entries(asked).map(([name, ask]) => ({
    of,
    name: `${title}: ${name}`,
    run: (ctx, facts) => run(ctx, ask(facts), facts),
  }));
}

const ORDERS = looks('listOrders', 'orders', (ctx, asked) => orders.listOrders(ctx, listOrdersInput.parse(asked)), {
  newest: () => ({}),
  'page 100': () => ({ page: 100 }),
  'from the middle by cursor': (f) => ({ cursor: f.orderCursor('-placed_at', f.middle_order) }),
  'one status, few': () => ({ status: 'pending' }),
  'one status, most': () => ({ status: 'completed' }),
  'every open status': () => ({ status: 'ordered' }),
  'payment status, few': () => ({ payment_status: 'submitted' }),
  'payment status, most': () => ({ payment_status: 'paid' }),
  'status and payment status': () => ({ status: 'completed', payment_status: 'unpaid' }),
  delivery: () => ({ delivery_type: 'delivery' }),
  'one day': (f) => ({ from: f.day, to: f.day }),
  'since a day': (f) => ({ from: f.day }),
  'of a customer': (f) => ({ customer_id: f.customer }),
  'of a slot': (f) => ({ slot_id: f.slot_id ?? '' }),
  'with a product that sells': (f) => ({ product_id: f.popularProduct }),
  'with a product that does not': (f) => ({ product_id: f.rareProduct }),
  'by total': () => ({ sort: '-total' }),
  'by name': () => ({ sort: 'customer_name' }),
  'by total from the middle': (f) => ({ sort: 'total', cursor: f.orderCursor('total', f.middle_total) }),
  'by name from the middle': (f) => ({ sort: 'customer_name', cursor: f.orderCursor('customer_name', f.rare_name) }),
  'one status by total': () => ({ sort: 'total', status: 'completed' }),
  'q: number': (f) => ({ q: f.order_number }),
  'q: number of today': () => ({ q: '7' }),
  'q: phone': (f) => ({ q: f.customer_phone }),
  'q: end of a phone': (f) => ({ q: f.customer_phone.slice(-6) }),
  'q: rare name': (f) => ({ q: f.rare_name }),
  'q: common name': (f) => ({ q: f.common_name }),
  'q: two letters': () => ({ q: 'an' }),
  'q: nobody': () => ({ q: 'Qwertzuiop' }),
});

const CUSTOMERS = [
  ...looks('listCustomers', 'customers', (ctx, asked) => listCustomers(ctx, listCustomersInput.parse(asked)), {
    newest: () => ({}),
    'from the middle by cursor': (f) => ({ cursor: f.cursor(f.middle_customer, f.customer) }),
    'with a flag': () => ({ flag: 'call_back' }),
    archived: () => ({ archived: 'true' }),
    'q: rare name': (f) => ({ q: f.rare_name }),
    'q: common name': (f) => ({ q: f.common_name }),
    'q: two letters': () => ({ q: 'an' }),
    'q: end of a phone': (f) => ({ q: f.customer_phone.slice(-6) }),
    'q: mail': () => ({ q: 'c57@example' }),
    'q: nobody': () => ({ q: 'Qwertzuiop' }),
  }),
  ...looks('suggestCustomers', 'customer suggestions', (ctx, { q }) => suggestCustomers(ctx, { q: String(q) }), {
    'rare name': (f) => ({ q: f.rare_name }),
    'common name': (f) => ({ q: f.common_name }),
    phone: (f) => ({ q: f.customer_phone.slice(-6) }),
  }),
  {
    of: 'getCustomer',
    name: 'customer page',
    run: (ctx, { customer }) => getCustomer(ctx, { customer_id: customer }),
  } satisfies Look,
];

const PRODUCTS = [
  ...looks('listDeskProducts', 'desk products', (ctx, asked) => catalog.listDeskProducts(ctx, asked), {
    newest: () => ({}),
    'page 20': () => ({ page: 20 }),
    'by name': () => ({ sort: 'name' }),
    'by price': () => ({ sort: 'price' }),
    'by stock': () => ({ sort: 'stock' }),
    hidden: () => ({ state: 'hidden' }),
    archived: () => ({ state: 'archived' }),
    'of a category': () => ({ category: 'shelf-7' }),
    featured: () => ({ featured: true }),
    'low stock': () => ({ low_stock: true }),
    'q: SKU': () => ({ q: 'SKU-77-0' }),
    'q: rare words': ({ size }) => ({ q: `${size.products - 3}` }),
    'q: common word': () => ({ q: 'honey' }),
  }),
  ...looks('listProducts', 'shop products', (ctx, asked) => catalog.listProducts(ctx, asked), {
    newest: () => ({}),
    'page 20': () => ({ page: 20 }),
    'of a category': () => ({ category: 'shelf-7' }),
    featured: () => ({ featured: true }),
    'in stock': () => ({ in_stock: true }),
    'by name': () => ({ sort: 'name' }),
    'by price': () => ({ sort: 'price' }),
    'by popularity': () => ({ sort: 'popularity' }),
    'price range': () => ({ min_price: 1000, max_price: 1100 }),
    'without an allergen': () => ({ allergen_free: ['milk'] }),
    'on a day': ({ day }) => ({ available_on: day }),
    'q: rare words': ({ size }) => ({ q: `${size.products - 3}` }),
    'q: common word': () => ({ q: 'honey' }),
    'q: slip of the pen': () => ({ q: 'hooney' }),
  }),
  { of: 'getProduct', name: 'product page', run: (ctx, f) => catalog.getProduct(ctx, f.popularProduct) } satisfies Look,
  {
    of: 'listRelatedProducts',
    name: 'product page: related',
    run: (ctx) => catalog.listRelatedProducts(ctx, { id: idOf('product', 1), category_id: idOf('category', 2) }),
  } satisfies Look,
  { of: 'listCategories', name: 'categories of the shop', run: (ctx) => catalog.listCategories(ctx) } satisfies Look,
  {
    of: 'listDeskCategories',
    name: 'categories of the desk',
    run: (ctx) => catalog.listDeskCategories(ctx),
  } satisfies Look,
  { of: 'listBestsellers', name: 'bestsellers', run: (ctx) => catalog.listBestsellers(ctx) } satisfies Look,
];

const WORK = [
  ...looks('listPayments', 'payments', (ctx, asked) => orders.listPayments(ctx, listPaymentsInput.parse(asked)), {
    'to check': () => ({}),
    confirmed: () => ({ status: 'confirmed' }),
    'from the middle by cursor': (f) => ({ status: 'confirmed', cursor: f.cursor(f.middle_order, idOf('payment', 1)) }),
    'q: number': (f) => ({ status: 'confirmed', q: `Transfer ${f.order_number}` }),
    'q: rare name': (f) => ({ status: 'confirmed', q: f.rare_name }),
  }),
  ...looks('searchDesk', 'search', (ctx, { q }) => orders.searchDesk(ctx, { q: String(q) }), {
    number: (f) => ({ q: f.order_number }),
    phone: (f) => ({ q: f.customer_phone }),
    'rare name': (f) => ({ q: f.rare_name }),
    'common name': (f) => ({ q: f.common_name }),
    'two letters': () => ({ q: 'an' }),
    'slip of the pen': (f) => ({ q: `${f.common_name}x` }),
    'two slips in one word': () => ({ q: 'papisco' }),
    nobody: () => ({ q: 'Qwertzuiop' }),
  }),
  ...looks('findUnpaidOrders', 'unpaid orders', (ctx, { q }) => orders.findUnpaidOrders(ctx, { q: String(q) }), {
    'q: name': (f) => ({ q: f.common_name }),
  }),
  ...looks('listMovements', 'movements', (ctx, asked) => listMovements(ctx, listMovementsInput.parse(asked)), {
    newest: () => ({}),
    'from the middle by cursor': (f) => ({ cursor: f.cursor(f.middle_movement, idOf('movement', f.size.orders)) }),
    'of a product that sells': (f) => ({ product_id: f.popularProduct }),
    'of a product that does not': (f) => ({ product_id: f.rareProduct }),
    'of a variant that sells': () => ({ variant_id: idOf('variant', 4) }),
    'one reason, most': () => ({ reason: 'sale' }),
    'one reason, none': () => ({ reason: 'waste' }),
  }),
  ...looks('listAudit', 'audit', (ctx, asked) => listAudit(ctx, listAuditInput.parse(asked)), {
    newest: () => ({}),
    'from the middle by cursor': (f) => ({ cursor: f.cursor(f.middle_audit, idOf('audit', middle(f.size.orders))) }),
    'of an entity': (f) => ({ entity: 'order', entity_id: f.order_id }),
    'of a kind of entity': () => ({ entity: 'order' }),
    'of a kind there is none of': () => ({ entity: 'product' }),
    'one action, most': () => ({ action: 'order.completed' }),
    'one action, none': () => ({ action: 'product.changed' }),
    'one person': () => ({ actor_id: idOf('user', 2) }),
    'one kind of person, none': () => ({ actor_kind: 'customer' }),
    'one request': (f) => ({ request_id: f.order_id }),
    'one day': (f) => ({ from: f.day, to: f.day }),
  }),
  ...looks('listOutbox', 'outbox', (ctx, asked) => listOutbox(ctx, listOutboxInput.parse(asked)), {
    newest: () => ({}),
    failed: () => ({ status: 'failed' }),
    'by SMS, none': () => ({ channel: 'sms' }),
    'of an order': (f) => ({ order_id: f.order_id }),
    'q: number': (f) => ({ q: f.order_number }),
    'q: recipient': () => ({ q: 'c57@example' }),
    'q: nobody': () => ({ q: 'Qwertzuiop' }),
  }),
  ...looks(
    'listDeliveries',
    'webhook deliveries',
    (ctx, asked) => listDeliveries(ctx, listDeliveriesInput.parse(asked)),
    {
      newest: () => ({}),
      'of an endpoint': () => ({ endpoint_id: idOf('endpoint', 1) }),
      failed: () => ({ status: 'failed' }),
      'one event': () => ({ event: 'order.placed' }),
      'one event, none': () => ({ event: 'stock.low' }),
    },
  ),
  { of: 'getOrder', name: 'order page', run: (ctx, f) => orders.getOrder(ctx, { id: f.order_id }) } satisfies Look,
  {
    of: 'getOrder',
    name: 'order page by number',
    run: (ctx, f) => orders.getOrder(ctx, { order_number: f.order_number }),
  } satisfies Look,
  {
    of: 'getDaySheet',
    name: 'day sheet: today',
    run: (ctx) => orders.getDaySheet(ctx, { date: ctx.now.toISOString().slice(0, 10), location_id: undefined }),
  } satisfies Look,
  {
    of: 'getDaySheet',
    name: 'day sheet: long ago',
    run: (ctx, f) => orders.getDaySheet(ctx, { date: f.day, location_id: undefined }),
  } satisfies Look,
  {
    of: 'listDayOrders',
    name: 'slips of a day',
    run: (ctx, f) => orders.listDayOrders(ctx, { date: f.day, location_id: undefined }),
  } satisfies Look,
  {
    of: 'listBusyDays',
    name: 'calendar of days',
    run: (ctx) => orders.listBusyDays(ctx, { date: ctx.now.toISOString().slice(0, 10) }),
  } satisfies Look,
  ...(['unread', 'resolved', undefined] as const).map((show) => ({
    of: 'listChats',
    name: `talks: ${show ?? 'all'}`,
    run: (ctx: Context) => chat.listChats(ctx, { show, q: undefined, page: 1, limit: 20, cursor: undefined }),
  })),
  {
    of: 'listChats',
    name: 'talks: q',
    run: (ctx, f) => chat.listChats(ctx, { show: undefined, q: f.rare_name, page: 1, limit: 20, cursor: undefined }),
  } satisfies Look,
  { of: 'getDashboard', name: 'dashboard', run: (ctx) => getDashboard(ctx) } satisfies Look,
];

export const LOOKS: readonly Look[] = [...ORDERS, ...CUSTOMERS, ...PRODUCTS, ...WORK];
