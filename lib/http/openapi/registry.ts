import * as account from '#lib/account/api';
import * as analytics from '#lib/analytics/api';
import * as figures from '#lib/analytics/view-api';
import * as audit from '#lib/audit/api';
import * as auth from '#lib/auth/api';
import * as keys from '#lib/auth/keys-api';
import * as secondFactor from '#lib/auth/second-factor-api';
import * as staff from '#lib/auth/staff-api';
import * as backup from '#lib/backup/api';
import * as cart from '#lib/cart/api';
import * as deskCategories from '#lib/catalog/api/desk-categories';
import * as deskProducts from '#lib/catalog/api/desk-products';
import * as catalog from '#lib/catalog/api/public';
import * as chat from '#lib/chat/api';
import * as deskChat from '#lib/chat/desk-api';
import * as content from '#lib/content/api';
import * as translations from '#lib/content/translations-api';
import * as customers from '#lib/customers/api';
import * as bookings from '#lib/events/booking-api';
import * as deskBookings from '#lib/events/booking-desk-api';
import * as bookingPayments from '#lib/events/booking-payments-api';
import * as packages from '#lib/events/packages-api';
import * as themes from '#lib/events/themes-api';
import * as imports from '#lib/imports/api';
import * as jobs from '#lib/jobs/api';
import * as live from '#lib/live/api';
import * as notices from '#lib/notices/api';
import * as day from '#lib/orders/api/day';
import * as deskOrders from '#lib/orders/api/desk';
import * as payments from '#lib/orders/api/payments';
import * as orders from '#lib/orders/api/public';
import * as deskSearch from '#lib/orders/api/search';
import * as privacy from '#lib/privacy/api';
import * as promise from '#lib/promise/api';
import * as deskPlaces from '#lib/promise/desk-api';
import * as settings from '#lib/settings/api';
import * as stock from '#lib/stock/api';
import * as system from '#lib/system/api';
import * as webhooks from '#lib/webhooks/api';
import * as operation from '../api.ts';
import type { Contract } from '../contract.ts';

const MODULES = [
  settings,
  catalog,
  cart,
  promise,
  live,
  orders,
  payments,
  bookings,
  bookingPayments,
  auth,
  secondFactor,
  account,
  privacy,
  deskProducts,
  stock,
  deskCategories,
  deskOrders,
  deskSearch,
  deskBookings,
  day,
  customers,
  deskPlaces,
  staff,
  audit,
  analytics,
  figures,
  keys,
  webhooks,
  content,
  translations,
  packages,
  themes,
  chat,
  deskChat,
  imports,
  notices,
  jobs,
  system,
  backup,
  operation,
];

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value;

/** Every endpoint there is, in the order in which the document shows them. A test compares it with the routes. */
export const CONTRACTS: readonly Contract[] = MODULES.flatMap((module) => Object.values(module).filter(isContract));

/** What each group is about; every contract names one of these. */
export const TAGS: Record<string, string> = {
  Shop: 'What everybody may know of the shop.',
  Catalog: 'Products on sale and the shelves they stand on.',
  Cart: 'What a visitor has chosen, kept on the server for a day.',
  Delivery: 'Where the shop delivers and what that costs.',
  Orders: 'Placing, following and paying an order.',
  Bookings: 'Events that somebody asks for: quotes, days, deposits.',
  'Phone check': 'Proving a phone by a code, where the shop asks for it before an order.',
  'Sign-in': 'Making an account, and tokens for the API.',
  Account: 'What a customer who is signed in has here.',
  Products: 'Products at the order desk, with pictures.',
  Stock: 'Quantities and how they came about.',
  Categories: 'Categories at the order desk.',
  'Order desk': 'Orders and payments as staff see them.',
  Customers: 'People the shop serves.',
  Users: 'People who work at the desk.',
  Places: 'Places, hours, closures, delivery zones and slots, and what changing them does to open orders.',
  Packages: 'What can be booked for an event.',
  Themes: 'Looks that an event can have, with their galleries.',
  Testimonials: 'What customers said.',
  Translations: 'What the shop wrote, in the other languages it is offered in.',
  Chat: 'A visitor talks with the shop.',
  'Chat desk': 'The shop answers.',
  Analytics: 'Figures.',
  Settings: 'How the shop works.',
  'API keys': 'Keys for programs, with scopes.',
  Webhooks: 'Telling other programs what happens, as it happens.',
  Metrics: 'Figures for whoever watches the machines.',
  Operation: 'Health, background work, what the shop has said, and this document.',
  Imports: 'Products and customers by CSV, in both directions.',
};
