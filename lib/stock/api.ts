import { contract, idParamAs } from '#lib/http/contract';
import { adjustStockInput, listMovementsInput } from './input.ts';
import { adjustedStockOutput, movementOutput } from './output.ts';

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
