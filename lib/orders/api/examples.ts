/** One order, as its customer and the desk see it. */
const money = { total: 9.6, total_amount: 9.6, paid: 0, due: 9.6, currency: 'EUR' };

const head = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e01',
  order_number: 'BAR-20260531-001',
  status: 'pending',
  payment_status: 'unpaid',
  payment_method: 'cash',
  channel: 'api',
  delivery_type: 'pickup',
  slot: null,
  preferred_time: 'Saturday morning',
} as const;

const item = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e02',
  product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
  variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
  product_name: 'Rye loaf',
  variant_title: '800 g',
  sku: 'RYE-800',
  quantity: 2,
  unit_price: 4.8,
  price_at_time: 4.8,
  total_price: 9.6,
  on_date: null,
  note: '',
  allergens: ['gluten'],
};

export const paymentExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e03',
  kind: 'charge',
  method: 'cash',
  amount: 9.6,
  currency: 'EUR',
  status: 'confirmed',
  reference: null,
  note: null,
  has_proof: false,
  created_at: '2026-05-31T09:00:00.000Z',
};

export const orderExample = {
  ...head,
  ...money,
  customer: null,
  customer_name: 'Ana Pop',
  customer_phone: '+40722123456',
  customer_email: null,
  delivery_address: null,
  location: null,
  change_until: null,
  special_instructions: null,
  override_reason: null,
  gift: null,
  items: [item],
  subtotal: 9.6,
  delivery_fee: 0,
  adjustment: 0,
  payments: [],
  payment_due_at: null,
  is_released_unpaid: false,
  payment_title: 'Cash at hand-over',
  payment_instructions: null,
  payment_account: null,
  access_url: 'https://shop.example.com/order/BAR-20260531-001/open?key=k3J0Zr9m4Qx2',
  events: [
    {
      at: '2026-05-31T08:00:00.000Z',
      axis: 'order',
      from: null,
      to: 'pending',
      actor: 'visitor',
      actor_name: null,
      note: null,
    },
  ],
  cancel_reason: null,
  verified_at: null,
  placed_at: '2026-05-31T08:00:00.000Z',
  confirmed_at: null,
  ready_at: null,
  completed_at: null,
  cancelled_at: null,
  updated_at: '2026-05-31T08:00:00.000Z',
  version: 1,
};

export const orderRowExample = {
  ...head,
  ...money,
  customer_id: null,
  customer_name: orderExample.customer_name,
  customer_phone: orderExample.customer_phone,
  item_count: 2,
  placed_at: orderExample.placed_at,
  version: 1,
};

export const trackedOrderExample = {
  order_number: head.order_number,
  status: head.status,
  payment_status: head.payment_status,
  delivery_type: head.delivery_type,
  slot: null,
  preferred_time: head.preferred_time,
  items: [{ product_name: 'Rye loaf', variant_title: '800 g', quantity: 2, unit_price: 4.8, total_price: 9.6 }],
  total: 9.6,
  due: 9.6,
  currency: 'EUR',
  placed_at: orderExample.placed_at,
};

export const placeOrderExample = {
  items: [{ variant_id: item.variant_id, quantity: 2 }],
  customer_name: orderExample.customer_name,
  customer_phone: orderExample.customer_phone,
  delivery_type: 'pickup',
  preferred_time: 'Saturday morning',
  payment_method: 'cash',
};
