import type { ActorKind } from '#db/enums';
import type { AuditDto } from '#lib/audit/output';

export const ACTOR_KIND: Record<ActorKind, string> = {
  staff: 'Staff',
  customer: 'Customer',
  visitor: 'Visitor',
  system: 'The shop itself',
};

/** What the desk calls a thing that has a history of its own. */
export const ENTITY: Readonly<Record<string, string>> = {
  booking: 'Booking',
  category: 'Category',
  closure: 'Closure',
  customer: 'Customer',
  hours: 'Hours',
  job: 'Job',
  location: 'Place',
  notice: 'Message',
  order: 'Order',
  package: 'Package',
  payment: 'Payment',
  product: 'Product',
  production: 'Bake plan',
  setting: 'Setting',
  slot: 'Slot',
  stock: 'Stock',
  testimonial: 'Testimonial',
  theme: 'Theme',
  user: 'Colleague',
  variant: 'Variant',
  zone: 'Delivery zone',
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `product.image_added` as `Product: image added`. */
export function actionWords(action: string): string {
  const [thing = '', deed = ''] = action.split('.');
  return `${ENTITY[thing] ?? sentence(thing)}: ${deed.replaceAll('_', ' ')}`;
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

const textOf = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each thing that changed as one line: `price: 4.5 → 4.8`; what was not there before only as it is now. */
export function changeLines({ before, after, ...rest }: Record<string, unknown>): string[] {
  const told = { ...rest, ...(isObject(after) ? after : {}) };
  const former = Object.fromEntries(
    Object.entries(isObject(before) ? before : {}).filter(([, value]) => value !== null),
  );
  const names = [...new Set([...Object.keys(told), ...Object.keys(former)])];
  return names.map((name) => {
    if (name === 'fields' && Array.isArray(told.fields)) return `changed: ${told.fields.join(', ')}`;
    const now = name in told ? textOf(told[name]) : null;
    const then = name in former ? textOf(former[name]) : null;
    const label = name.replaceAll('_', ' ');
    if (then === null) return `${label}: ${now}`;
    return now === null ? `${label}: was ${then}` : `${label}: ${then} → ${now}`;
  });
}
