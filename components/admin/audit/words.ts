import type { ActorKind } from '#db/enums';
import type { AuditDto } from '#lib/audit/output';
import { fromMinor } from '#lib/money';

export const ACTOR_KIND: Record<ActorKind, string> = {
  staff: 'Staff',
  customer: 'Customer',
  visitor: 'Visitor',
  system: 'The shop itself',
};

/** What the desk calls the things that changes are kept for. */
export const ENTITY: Readonly<Record<string, string>> = {
  api_key: 'API key',
  backup: 'Backup',
  booking: 'Booking',
  category: 'Category',
  chat: 'Chat',
  closure: 'Closure',
  customer: 'Customer',
  figures: 'Figures',
  import: 'Import',
  job: 'Job',
  location: 'Place',
  notification: 'Message',
  opening_rule: 'Hours',
  order: 'Order',
  package: 'Package',
  page: 'Page',
  product: 'Product',
  setting: 'Setting',
  slot: 'Slot',
  testimonial: 'Testimonial',
  theme: 'Theme',
  user: 'Login',
  variant: 'Variant',
  webhook_endpoint: 'Webhook',
  webhook_delivery: 'Webhook delivery',
  zone: 'Delivery zone',
};

/** Deeds that are named after another thing than the one they are kept for. */
const THING: Readonly<Record<string, string>> = {
  ...ENTITY,
  hours: 'Hours',
  notice: 'Message',
  payment: 'Payment',
  production: 'Bake plan',
  stock: 'Stock',
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `product.image_added` as `Product: image added`. */
export function actionWords(action: string): string {
  const [thing = '', deed = ''] = action.split('.');
  return `${THING[thing] ?? sentence(thing)}: ${deed.replaceAll('_', ' ')}`;
}

const PAGES: Readonly<Record<string, string>> = {
  booking: '/admin/bookings/',
  customer: '/admin/customers/',
  location: '/admin/places/',
  order: '/admin/orders/',
  package: '/admin/packages/',
  product: '/admin/products/',
  theme: '/admin/themes/',
};

/** Where the thing can be looked at; null when it has no page of its own. */
export function pageOf({ entity, entity_id: id }: Pick<AuditDto, 'entity' | 'entity_id'>): string | null {
  const page = PAGES[entity];
  return page && /^[0-9a-f-]{36}$/.test(id) ? `${page}${id}` : null;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A page is no place for more of one value. */
const LONGEST = 240;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')) {
    return value.length === 0 ? 'nothing' : cut(value.join(', '));
  }
  if (!isObject(value)) return cut(JSON.stringify(value));
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${isObject(part) ? '…' : textOf(part)}`);
  return parts.length === 0 ? 'nothing' : cut(parts.join(', '));
}

/** Amounts are kept in minor units, under a name that says so; everywhere else they are read in major ones. */
function namedText(name: string, value: unknown): string {
  return name.endsWith('_minor') && typeof value === 'number' ? fromMinor(value).toFixed(2) : textOf(value);
}
const labelOf = (name: string): string => name.replace(/_minor$/, '').replaceAll('_', ' ');

type Thing = Fields & { id: string };
const isThings = (value: unknown): value is Thing[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && typeof one.id === 'string');

const callOf = (one: Fields, at: number): string => String(one.title || one.name || one.sku || at + 1);

/** Two lists of the same things, such as the variants of a product: each thing that differs, by what is new about it. */
function thingLines(name: string, then: Thing[], now: Thing[]): string[] {
  const before = new Map(then.map((one) => [one.id, one]));
  const after = new Set(now.map(({ id }) => id));
  const label = labelOf(name);
  return [
    ...now.flatMap((one, at) => {
      const known = before.get(one.id);
      const called = `${label}, ${callOf(one, at)}`;
      if (!known) return [`${called}: added`];
      const differs = Object.keys(one).filter((key) => JSON.stringify(known[key]) !== JSON.stringify(one[key]));
      return differs.map(
        (key) => `${called}: ${labelOf(key)} ${namedText(key, known[key])} → ${namedText(key, one[key])}`,
      );
    }),
    ...then.flatMap((one, at) => (after.has(one.id) ? [] : [`${label}, ${callOf(one, at)}: removed`])),
  ];
}

/** Each thing that changed as one line: `price: 4.5 → 4.8`; what was not there before only as it is now. */
export function changeLines({ before, after, ...rest }: Fields): string[] {
  const told: Fields = { ...rest, ...(isObject(after) ? after : {}) };
  const former: Fields = Object.fromEntries(
    Object.entries(isObject(before) ? before : {}).filter(([, value]) => value !== null),
  );
  const names = [...new Set([...Object.keys(told), ...Object.keys(former)])];
  return names.flatMap((name) => {
    if (name === 'fields' && Array.isArray(told.fields))
      return [`changed: ${told.fields.map((field) => labelOf(String(field))).join(', ')}`];
    const [then, now] = [former[name], told[name]];
    if (isThings(then) && isThings(now)) return thingLines(name, then, now);
    const label = labelOf(name);
    if (!(name in former)) return [`${label}: ${namedText(name, now)}`];
    if (!(name in told)) return [`${label}: was ${namedText(name, then)}`];
    // Some deeds keep whole states, of which a part stayed.
    if (JSON.stringify(then) === JSON.stringify(now)) return [];
    return [`${label}: ${namedText(name, then)} → ${namedText(name, now)}`];
  });
}
