/** What the examples of several contracts share. */

export const stamps = { created_at: '2026-02-01T08:00:00.000Z', updated_at: '2026-05-24T08:00:00.000Z' };

export const place = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4001',
  name: 'Mill Lane bakery',
  kind: 'shop',
  street: 'Mill Lane 3',
  city: 'Berlin',
  postal_code: '10115',
  lat: 52.4921,
  lng: 13.4262,
  instructions: 'Through the green gate.',
  active: true,
  display_order: 0,
  open_orders: 12,
  archived_at: null,
  ...stamps,
};

export const order = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4002',
  order_number: 'BAR-20260524-007',
  status: 'confirmed',
  customer_name: 'Ana Pop',
  customer_phone: '+40722123456',
  delivery_type: 'pickup',
  load_points: 3,
  location: { id: place.id, name: place.name },
  slot: {
    id: '5d0f8c2e-8f0a-5b1c-9a55-3f5f7c8f2a10',
    starts_at: '2026-05-30T08:00:00.000Z',
    ends_at: '2026-05-30T08:30:00.000Z',
  },
};

export const slot = {
  id: order.slot.id,
  location: order.location,
  method: 'pickup',
  day: '2026-05-30',
  starts_at: order.slot.starts_at,
  ends_at: order.slot.ends_at,
  cutoff_at: '2026-05-29T16:00:00.000Z',
  state: 'open',
  reason: null,
  message: null,
  closed: false,
  in_closure: false,
  in_hours: true,
  capacity_orders: 12,
  capacity_load: 60,
  has_own_capacity: false,
  rule_capacity_orders: 12,
  rule_capacity_load: 60,
  booked_orders: 1,
  booked_load: 3,
  over_orders: 0,
  over_load: 0,
};
