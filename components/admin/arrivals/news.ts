import { formatAmount } from '#lib/money-text';
import type { ArrivalsDto } from '#lib/orders/arrivals';
import { eventDay } from '../bookings/words.ts';

/** Something that came in. */
export type News = {
  /** The same thing told twice has the same one; another word in a talk has not. */
  key: string;
  /** What it is about: a newer word takes the place of an older one. */
  id: string;
  /** Where things like it are listed. */
  list: '/admin/orders' | '/admin/bookings' | '/admin/chat';
  /** What it says of itself; a talk says nothing before it is opened. */
  words: string | null;
  /** Where it is read; whoever is there needs no telling. */
  at: string | null;
};

export const newsOf = ({ orders, bookings, talks }: ArrivalsDto, locale: string): News[] => [
  ...orders.map(({ id, customer_name, total, currency }): News => {
    const words = `${customer_name}, ${formatAmount(total, currency, locale)}`;
    return { key: id, id, list: '/admin/orders', words, at: null };
  }),
  ...bookings.map(({ id, event_type, date }): News => {
    const words = `${event_type}, ${eventDay(date, locale)}`;
    return { key: id, id, list: '/admin/bookings', words, at: null };
  }),
  ...talks.map(({ chat_id: id, seq }): News => {
    return { key: `${id} ${seq}`, id, list: '/admin/chat', words: null, at: `/admin/chat/${id}` };
  }),
];

const WORDS = [
  ['/admin/orders', 'new order', 'new orders'],
  ['/admin/bookings', 'new booking', 'new bookings'],
  ['/admin/chat', 'talk waits', 'talks wait'],
] as const;

export const countOf = (news: readonly News[], list: News['list']): number =>
  news.filter((one) => one.list === list).length;

/** `2 new orders, 1 new booking, 1 talk waits`. */
export const newsWords = (news: readonly News[]): string =>
  WORDS.flatMap(([list, one, many]) => {
    const count = countOf(news, list);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(', ');
