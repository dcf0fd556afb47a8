import { contract } from '#lib/http/contract';
import { dashboardInput } from './input.ts';
import { dashboardOutput } from './output.ts';

const day = { day: '2026-05-31', orders: 4, sold: 62.4, revenue: 48 };

export const getDashboardApi = contract({
  id: 'getDashboard',
  method: 'GET',
  path: '/admin/analytics/dashboard',
  access: 'staff',
  tag: 'Analytics',
  summary: 'Get the figures of the dashboard',
  description:
    'Orders without cancelled ones, payments that are pending, revenue as confirmed charges less refunds, and orders by status; beside them the trend of the last `days`, what sells, what runs low and what waits.',
  query: dashboardInput,
  output: dashboardOutput,
  example: {
    query: { days: '30' },
    data: {
      total_orders: 128,
      pending_payments: 6,
      total_revenue: 2140.5,
      orders_by_status: { pending: 3, confirmed: 5, processing: 2, ready: 1, completed: 117, cancelled: 4 },
      currency: 'EUR',
      today: day,
      trend: [day],
      top_products: [
        {
          product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
          name: 'Rye loaf',
          slug: 'rye-loaf',
          quantity: 64,
          sold: 307.2,
        },
      ],
      low_stock: [],
      low_stock_count: 0,
      slots_filling: [],
      waiting_orders: [],
      waiting_orders_count: 0,
      submitted_payments: [],
    },
  },
});
