import { expect, it } from 'vitest';
import { newsOf, newsWords } from './news.ts';

const order = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e03',
  order_number: 'CE-20310101-001',
  channel: 'web' as const,
  customer_name: 'Ana Pop',
  total: 12.5,
  currency: 'EUR',
  placed_at: '2031-01-01T10:00:00.000Z',
};
const bookingId = '01985f3c-6a10-7c3e-9d52-0b1f4a6e3b01';
const booking = { id: bookingId, booking_number: 'CE-B-1', event_type: 'Wedding', date: '2031-06-21' };
const talk = { chat_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3d01', seq: 4 };

it('is told by what it is, and leads to its list', () => {
  const news = newsOf({ cursor: '1', orders: [order], bookings: [booking], talks: [talk] }, 'en-GB');
  expect(news.map(({ list, words }) => [list, words])).toEqual([
    ['/admin/orders', 'Ana Pop, €12.50'],
    ['/admin/bookings', 'Wedding, Sat, 21 Jun 2031'],
    ['/admin/chat', null],
  ]);
  expect(newsWords(news)).toBe('1 new order, 1 new booking, 1 talk waits');
  expect(newsWords([...news, ...news])).toBe('2 new orders, 2 new bookings, 2 talks wait');
});

it('is news again when the visitor writes again', () => {
  const keys = [4, 5].flatMap((seq) =>
    newsOf({ cursor: '1', orders: [], bookings: [], talks: [{ ...talk, seq }] }, 'en-GB').map(({ key }) => key),
  );
  expect(new Set(keys).size).toBe(2);
});
