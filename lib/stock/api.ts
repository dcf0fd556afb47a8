import { contract, idParamAs } from '#lib/http/contract';
import { adjustStockInput, getPlansInput, listMovementsInput, setPlansInput } from './input.ts';
import { adjustedStockOutput, movementOutput, plansOutput, plansSetOutput } from './output.ts';

const product = '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03';
const variant = '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01';
const adjust = {
  access: 'staff',
  tag: 'Stock',
  method: 'PATCH',
  body: adjustStockInput,
  output: adjustedStockOutput,
  errors: ['DB_002', 'STK_001', 'STK_002'],
} as const;
const example = {
  body: { delta: 10, reason: 'receive' },
  data: { variant_id: variant, product_id: product, slug: 'sourdough', stock_quantity: 22 },
};
const how = 'The new `stock_quantity`, or the change as `delta`, with a `reason`. Every change is kept as a movement.';

export const adjustProductStockApi = contract({
  ...adjust,
  id: 'adjustProductStock',
  path: '/admin/products/{id}/stock',
  summary: 'Set or change the stock of a product',
  description: `Of its first variant. ${how}`,
  params: idParamAs('product_id'),
  example: { ...example, params: { id: product } },
});

export const adjustVariantStockApi = contract({
  ...adjust,
  id: 'adjustVariantStock',
  path: '/admin/variants/{id}/stock',
  summary: 'Set or change the stock of a variant',
  description: how,
  params: idParamAs('variant_id'),
  example: { ...example, params: { id: variant } },
});

export const listMovementsApi = contract({
  access: 'staff',
  tag: 'Stock',
  id: 'listStockMovements',
  method: 'GET',
  path: '/admin/stock/movements',
  summary: 'List stock movements',
  description: 'What changed the stock of a product or variant, newest first.',
  query: listMovementsInput,
  output: movementOutput,
  isList: true,
  example: {
    query: { variant_id: variant },
    data: [
      {
        id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3201',
        variant_id: variant,
        product_id: product,
        product_name: 'Rye loaf',
        variant_title: '800 g',
        sku: 'RYE-800',
        on_date: null,
        delta: 10,
        balance_after: 22,
        reason: 'receive',
        note: null,
        order_number: null,
        user: 'Maria',
        created_at: '2026-05-31T08:00:00.000Z',
      },
    ],
  },
});

const plans = { access: 'staff', tag: 'Stock', path: '/admin/plans' } as const;
const planDay = {
  on_date: '2026-06-06',
  planned: 60,
  sold: 41,
  left: 19,
  closed: false,
  is_override: true,
  is_sold: true,
};

export const getPlansApi = contract({
  ...plans,
  id: 'getPlans',
  method: 'GET',
  summary: 'Get what is made per day',
  description:
    'For variants whose stock mode is `per_date`: planned, sold and left on each day from `from` to `to`, at most 92. A day for which nothing was said or sold yet shows its weekly pattern.',
  query: getPlansInput,
  output: plansOutput,
  example: {
    query: { from: '2026-06-06', to: '2026-06-06' },
    data: {
      from: '2026-06-06',
      to: '2026-06-06',
      today: '2026-05-31',
      release_at: '2026-05-31T13:00:00.000Z',
      is_released: false,
      variants: [
        {
          variant_id: variant,
          product_id: product,
          product_name: 'Rye loaf',
          variant_title: '800 g',
          sku: 'RYE-800',
          category: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2b01', name: 'Loaves' },
          weekly_plan: [24, 30, 30, 32, 44, 40, 0],
          days: [planDay],
        },
      ],
    },
  },
});

export const setPlansApi = contract({
  ...plans,
  id: 'setPlans',
  method: 'PUT',
  summary: 'Set what is made per day',
  description:
    'Single days and weekly patterns together, all of it or nothing; what is not named stays. A number below what is sold is refused with `CONF_002`, whose details name each day with `planned` and `sold`. Days already planned by a changed pattern follow it, but never below what is sold: those are answered in `held`.',
  body: setPlansInput,
  output: plansSetOutput,
  errors: ['CONF_002', 'STK_002'],
  example: {
    body: {
      days: [
        { variant_id: variant, on_date: '2026-06-06', planned: 60 },
        { on_date: '2026-06-07', closed: true },
      ],
      patterns: [{ variant_id: variant, weekday: 6, planned: 40 }],
    },
    data: {
      held: [{ variant_id: variant, on_date: '2026-06-13', planned: 52, sold: 52 }],
      closed_with_orders: [{ variant_id: variant, on_date: '2026-06-07', sold: 3 }],
    },
  },
});
