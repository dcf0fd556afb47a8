import { ALLERGENS, type Allergen, type OrderStatus } from '#db/enums';
import { fromMinor, toMinor } from '#lib/money';
import type { DayItemDto, DayOrderDto, MakeLineDto } from './day-output.ts';

/** How the orders of a day become its sheet. Runs on the server for the API and in the browser after every tick. */

type Order = DayOrderDto;

/** Its goods are packed; what is handed over was packed before. */
export const isPacked = (status: OrderStatus): boolean => status === 'ready' || status === 'completed';
export const isHandedOver = (status: OrderStatus): boolean => status === 'completed';
/** Nobody has begun with it. */
export const isWaiting = (status: OrderStatus): boolean => status === 'pending' || status === 'confirmed';

/** In the order of the law's list, each once. */
export const allergensOf = (items: readonly Pick<DayItemDto, 'allergens'>[]): Allergen[] =>
  ALLERGENS.filter((allergen) => items.some(({ allergens }) => allergens.includes(allergen)));

/** Pieces promised for another day are made on that day. */
export const isMadeOn = (item: Pick<DayItemDto, 'on_date'>, date: string): boolean =>
  item.on_date === null || item.on_date === date;

const text = new Intl.Collator('en', { numeric: true });

/** Moments of one spelling compare as text; what has none comes last. */
const byMoment = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
};

const bySlot = (a: Order, b: Order): number =>
  byMoment(a.slot?.starts_at, b.slot?.starts_at) ||
  byMoment(a.slot?.ends_at, b.slot?.ends_at) ||
  byMoment(a.placed_at, b.placed_at) ||
  text.compare(a.order_number, b.order_number);

/** By slot, orders without one last; among equals in the order of placing. */
export const inSlotOrder = (orders: readonly Order[]): Order[] => [...orders].sort(bySlot);

/** Lists under a key, in the order in which the keys first come. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

const sumDue = (orders: readonly Order[]): number => fromMinor(orders.reduce((sum, { due }) => sum + toMinor(due), 0));

/** A product that was deleted since is told apart by the names the order kept. */
const variantKey = (item: DayItemDto): string => item.variant_id ?? `${item.product_name}\n${item.variant_title}`;

/** What has to be made that day: one line per variant, by category and name. Quantities in pieces. */
export function makeLines(orders: readonly Order[], date: string): MakeLineDto[] {
  const items = orders.flatMap((order) =>
    order.items.filter((item) => isMadeOn(item, date)).map((item) => ({ ...item, order })),
  );
  const count = (some: readonly DayItemDto[]) => some.reduce((sum, { quantity }) => sum + quantity, 0);
  const lines = grouped(items, variantKey).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const line: MakeLineDto = {
      product_id: first.product_id,
      variant_id: first.variant_id,
      product_name: first.product_name,
      variant_title: first.variant_title,
      category: first.category?.name ?? null,
      quantity: count(same),
      to_do: count(same.filter(({ order }) => !isPacked(order.status))),
      orders: new Set(same.map(({ order }) => order.id)).size,
      allergens: allergensOf(same),
      notes: same
        .filter(({ note }) => note !== '')
        .map(({ order, quantity, note }) => ({ order_number: order.order_number, quantity, note })),
    };
    return [{ line, shelf: first.category?.display_order ?? Number.MAX_SAFE_INTEGER }];
  });
  return lines
    .sort(
      (a, b) =>
        a.shelf - b.shelf ||
        text.compare(a.line.category ?? '', b.line.category ?? '') ||
        text.compare(a.line.product_name, b.line.product_name) ||
        text.compare(a.line.variant_title, b.line.variant_title),
    )
    .map(({ line }) => line);
}

export type SlotGroup = { slot: Order['slot']; location: Order['location']; due: number; orders: Order[] };

/** By slot and place. Two slots of the hour that a clock change repeats stay two. */
export function slotGroups(orders: readonly Order[]): SlotGroup[] {
  const key = ({ slot, location }: Order) => `${slot?.starts_at} ${slot?.ends_at} ${location?.id}`;
  return grouped(inSlotOrder(orders), key)
    .map((same) => ({
      slot: same[0]?.slot ?? null,
      location: same[0]?.location ?? null,
      due: sumDue(same),
      orders: same,
    }))
    .sort(
      (a, b) =>
        byMoment(a.slot?.starts_at, b.slot?.starts_at) ||
        byMoment(a.slot?.ends_at, b.slot?.ends_at) ||
        text.compare(a.location?.name ?? '\uffff', b.location?.name ?? '\uffff'),
    );
}

/** What is fetched at a place. */
export const handOverGroups = (orders: readonly Order[]): SlotGroup[] =>
  slotGroups(orders.filter(({ delivery_type }) => delivery_type === 'pickup'));

export type ZoneGroup = { zone: Order['zone']; due: number; orders: Order[] };

/** What is brought: by zone, in it by postal code and then by slot, as one drives. */
export function deliverGroups(orders: readonly Order[]): ZoneGroup[] {
  const brought = inSlotOrder(orders.filter(({ delivery_type }) => delivery_type === 'delivery'));
  const code = ({ delivery_address }: Order) => delivery_address?.postal_code?.replaceAll(/\s/g, '') ?? '\uffff';
  return grouped(brought, ({ zone }) => zone?.id ?? '')
    .map((same) => ({
      zone: same[0]?.zone ?? null,
      due: sumDue(same),
      // Sorting keeps the order of slots among equals.
      orders: same.sort((a, b) => text.compare(code(a), code(b))),
    }))
    .sort((a, b) => text.compare(a.zone?.name ?? '\uffff', b.zone?.name ?? '\uffff'));
}

/** Every place of the day with how many orders it has; orders without a place under null, last. */
export function placesOf(orders: readonly Order[]): { id: string | null; name: string | null; orders: number }[] {
  return grouped(orders, ({ location }) => location?.id ?? '')
    .map((same) => ({
      id: same[0]?.location?.id ?? null,
      name: same[0]?.location?.name ?? null,
      orders: same.length,
    }))
    .sort((a, b) => text.compare(a.name ?? '\uffff', b.name ?? '\uffff'));
}

/** A street by its words; a map finds it without anybody having to look up where it is. */
export function mapUrl(address: NonNullable<Order['delivery_address']>, country: string): string {
  const town = [address.postal_code, address.city].filter(Boolean).join(' ');
  const query = new URLSearchParams({ query: [address.street, town, country].join(', ') });
  return `https://www.openstreetmap.org/search?${query}`;
}

/** What changed for those who pack: not the status, which they change themselves. */
const contents = ({ items, slot, delivery_address, delivery_type, special_instructions, gift }: Order): string =>
  JSON.stringify([
    items.map(({ product_name, variant_title, quantity, note }) => [product_name, variant_title, quantity, note]),
    [slot, delivery_address, delivery_type, special_instructions, gift],
  ]);

export type News = { arrived: string[]; left: string[]; changed: string[] };
export const NO_NEWS: News = { arrived: [], left: [], changed: [] };

/** The numbers of the orders that came, went (cancelled, or moved to another day) and changed between two readings. */
export function newsBetween(before: readonly Order[], after: readonly Order[]): News {
  const known = new Map(before.map((order) => [order.id, order]));
  const still = new Set(after.map(({ id }) => id));
  const numbers = (some: readonly Order[]) => some.map(({ order_number }) => order_number);
  return {
    arrived: numbers(after.filter(({ id }) => !known.has(id))),
    left: numbers(before.filter(({ id }) => !still.has(id))),
    changed: numbers(
      after.filter((order) => {
        const earlier = known.get(order.id);
        return earlier !== undefined && contents(earlier) !== contents(order);
      }),
    ),
  };
}

/** Two readings of news as one; what came and went again is no news. */
export function addNews(first: News, then: News): News {
  const joined = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  const gone = new Set(then.left);
  const back = new Set(then.arrived);
  return {
    arrived: joined(first.arrived, then.arrived).filter((number) => !gone.has(number)),
    left: joined(first.left, then.left).filter(
      (number) => !back.has(number) && !(gone.has(number) && first.arrived.includes(number)),
    ),
    changed: joined(first.changed, then.changed).filter((number) => !gone.has(number)),
  };
}

/** The newer of two readings of each order: an answer that was on its way while a tick was stored does not undo it. */
export const newestOf = (shown: readonly Order[], read: readonly Order[]): Order[] => {
  const known = new Map(shown.map((order) => [order.id, order]));
  return read.map((order) => {
    const mine = known.get(order.id);
    return mine && mine.version > order.version ? mine : order;
  });
};
