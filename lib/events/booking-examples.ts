/** One booking, as its client and the desk see it. */
const PACKAGE = '01985f3c-6a10-7c3e-9d52-0b1f4a6e3a01';

export const placeBookingExample = {
  client_info: { name: 'Ana Pop', phone: '+40722123456', email: 'ana@example.com' },
  event_type: 'Wedding',
  date: '2026-06-20',
  time: '16:00',
  venue: 'Old Mill, Cluj-Napoca',
  guests: 80,
  package_id: PACKAGE,
  message: 'White and green, please.',
};

export const bookingRowExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3b01',
  booking_number: 'BAR-B-20260531-001',
  status: 'requested',
  channel: 'api',
  event_type: 'Wedding',
  date: '2026-06-20',
  starts_at: '2026-06-20T13:00:00.000Z',
  guests: 80,
  package: { id: PACKAGE, name: 'Garden wedding' },
  theme: null,
  quoted: null,
  deposit: null,
  paid: 0,
  currency: 'EUR',
  created_at: '2026-05-31T08:12:00.000Z',
  version: 1,
};

export const bookingExample = {
  ...bookingRowExample,
  customer: null,
  client_info: { name: 'Ana Pop', phone: '+40722123456', email: 'ana@example.com' },
  venue: 'Old Mill, Cluj-Napoca',
  message: 'White and green, please.',
  quote_expires_at: null,
  deposit_due: 0,
  due: 0,
  payment_method: 'bank_transfer',
  payment_title: 'Bank transfer',
  payment_instructions: null,
  payment_account: null,
  reason: null,
  internal_note: null,
  next_steps: ['cancelled'],
  payments: [],
  events: [
    {
      at: '2026-05-31T08:12:00.000Z',
      axis: 'booking',
      from: null,
      to: 'requested',
      actor: 'visitor',
      actor_name: null,
      note: null,
    },
  ],
  access_url: 'https://example.com/booking/BAR-B-20260531-001/open?key=…',
  updated_at: '2026-05-31T08:12:00.000Z',
};

export const bookingAvailabilityExample = {
  package_id: PACKAGE,
  days: [
    { date: '2026-06-19', state: 'free', left: 1 },
    { date: '2026-06-20', state: 'taken', left: 0 },
  ],
};
