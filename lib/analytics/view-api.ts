import { contract } from '#lib/http/contract';
import { exportFiguresInput, rangeInput } from './view-input.ts';
import { customersOutput, productsOutput, salesOutput, slotsOutput } from './view-output.ts';

const figures = { method: 'GET', access: 'staff', tag: 'Analytics' } as const;
const query = { range: 'custom', from: '2026-05-30', to: '2026-05-31' };
const range = {
  preset: 'custom',
  from: '2026-05-30',
  to: '2026-05-31',
  days: 2,
  step: 'day',
  before: { from: '2026-05-28', to: '2026-05-29' },
};
const days =
  'The range is a word or two days of the shop’s calendar, at most three years; the period before it stands beside.';

const sales = { orders: 12, cancelled: 1, ordered: 182.4, revenue: 170, average_order: 15.2 };
const group = { orders: 12, ordered: 182.4, paid: 170, share: 1 };

export const getSalesApi = contract({
  ...figures,
  id: 'getSales',
  path: '/admin/analytics/sales',
  summary: 'Get the figures of sales',
  description: `What was ordered and received, in steps and by channel, payment method, delivery type and status. ${days}`,
  query: rangeInput,
  output: salesOutput,
  example: {
    query,
    data: {
      range,
      currency: 'EUR',
      totals: sales,
      before: sales,
      steps: [
        {
          from: '2026-05-30',
          to: '2026-05-30',
          ...sales,
          before: { from: '2026-05-28', to: '2026-05-28', ...sales },
        },
      ],
      by_channel: [{ channel: 'web', ...group }],
      by_payment_method: [{ payment_method: 'cash', ...group }],
      by_delivery_type: [{ delivery_type: 'pickup', ...group }],
      by_status: [{ status: 'completed', orders: 12, ordered: 182.4 }],
    },
  },
});

const goods = { products: 9, units: 41, sold: 182.4 };

export const getProductFiguresApi = contract({
  ...figures,
  id: 'getProductFigures',
  path: '/admin/analytics/products',
  summary: 'Get the figures of products',
  description: `What sold, how much, by category, and what did not sell; orders that were cancelled are left out. ${days}`,
  query: rangeInput,
  output: productsOutput,
  example: {
    query,
    data: {
      range,
      currency: 'EUR',
      totals: goods,
      before: goods,
      products: [
        {
          product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
          name: 'Rye loaf',
          category: 'Bread',
          units: 12,
          sold: 57.6,
          share: 0.3158,
          units_before: 10,
          sold_before: 48,
        },
      ],
      categories: [
        {
          category_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
          name: 'Bread',
          products: 4,
          units: 30,
          sold: 140,
          share: 0.7675,
          sold_before: 120,
        },
      ],
      unsold: [],
      unsold_count: 0,
    },
  },
});

const people = {
  customers: 11,
  new_customers: 3,
  returning_customers: 8,
  orders: 12,
  new_ordered: 40,
  returning_ordered: 142.4,
};

export const getCustomerFiguresApi = contract({
  ...figures,
  id: 'getCustomerFigures',
  path: '/admin/analytics/customers',
  summary: 'Get the figures of customers',
  description: `Who ordered: new and returning customers, how many orders each had, and who ordered most. ${days}`,
  query: rangeInput,
  output: customersOutput,
  example: {
    query,
    data: {
      range,
      currency: 'EUR',
      totals: people,
      before: people,
      steps: [{ from: '2026-05-30', to: '2026-05-30', new_customers: 1, returning_customers: 4 }],
      orders_per_customer: [{ from: 1, to: 1, customers: 10, ordered: 150, share: 0.9091 }],
      top_customers: [
        {
          customer_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3a01',
          name: 'Ana Pop',
          is_new: false,
          orders: 2,
          ordered: 32.4,
          last_order_at: '2026-05-31T09:12:00.000Z',
        },
      ],
    },
  },
});

const room = { slots: 16, booked: 31, capacity: 96, fill: 0.3229, cancelled: 1 };

export const getSlotFiguresApi = contract({
  ...figures,
  id: 'getSlotFigures',
  path: '/admin/analytics/slots',
  summary: 'Get the figures of slots',
  description: `How full the slots that begin in these days are, by weekday and hour, the busiest of them, and how early orders come. Slots without any order are counted as the hours say today. ${days}`,
  query: rangeInput,
  output: slotsOutput,
  example: {
    query,
    data: {
      range,
      currency: 'EUR',
      totals: room,
      before: room,
      steps: [{ from: '2026-05-30', to: '2026-05-30', ...room }],
      hours: [{ weekday: 6, hour: 10, ...room }],
      busiest: [
        {
          slot_id: '01985f3c-6a10-5c3e-9d52-0b1f4a6e4a01',
          location: 'Crumb & Ember',
          method: 'pickup',
          day: '2026-05-30',
          starts_at: '2026-05-30T08:00:00.000Z',
          ends_at: '2026-05-30T09:00:00.000Z',
          booked: 6,
          capacity: 6,
          fill: 1,
        },
      ],
      lead: [{ from_hours: 24, to_hours: 48, orders: 12, share: 1 }],
      median_lead_hours: 26.5,
    },
  },
});

export const exportFiguresApi = contract({
  ...figures,
  id: 'exportFigures',
  path: '/admin/analytics/export',
  summary: 'Export a table of figures as CSV',
  description: `One table of the figures, whole, as CSV in UTF-8 with a byte order mark. No cell is read as a formula. ${days}`,
  query: exportFiguresInput,
  raw: 'text/csv',
  example: {
    query: { ...query, table: 'products' },
    data: '\uFEFFProduct,Units,Revenue\r\nEmber Sourdough,128,998.40\r\n',
  },
});
