import * as account from '#tests/integration/access/account';
import * as bookings from '#tests/integration/access/bookings';
import * as chat from '#tests/integration/access/chat';
import * as content from '#tests/integration/access/content';
import * as customers from '#tests/integration/access/customers';
import * as events from '#tests/integration/access/events';
import * as figures from '#tests/integration/access/figures';
import * as goods from '#tests/integration/access/goods';
import * as imports from '#tests/integration/access/imports';
import * as live from '#tests/integration/access/live';
import * as orders from '#tests/integration/access/orders';
import * as places from '#tests/integration/access/places';
import * as programs from '#tests/integration/access/programs';
import * as settings from '#tests/integration/access/settings';
import * as shop from '#tests/integration/access/shop';
import * as staff from '#tests/integration/access/staff';
import * as system from '#tests/integration/access/system';
import type { Who } from '#tests/integration/access/who';

const AREAS = [
  shop,
  account,
  goods,
  orders,
  customers,
  events,
  bookings,
  live,
  figures,
  staff,
  programs,
  places,
  settings,
  content,
  chat,
  system,
  imports,
];

/** One table of all areas. A name in two of them would let one row hide the other. */
function merged(tables: Record<string, Who>[]): Record<string, Who> {
  const names = tables.flatMap((table) => Object.keys(table));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`in two tables: ${twice.join(', ')}`);
  return Object.assign({}, ...tables);
}

/** Every endpoint, by the id of its contract. */
export const ENDPOINTS = merged(AREAS.map(({ endpoints }) => endpoints));
/** Every exported action, by the folder of its module. */
export const ACTIONS = merged(AREAS.map(({ actions }) => actions));
