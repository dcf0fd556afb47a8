import { type AnyPgTable, getTableConfig } from 'drizzle-orm/pg-core';
import type { Db } from '#db/client';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { categories, productImages, products, productVariants } from '#db/schema/catalog';
import { media, pages, settings, testimonials, translations } from '#db/schema/content';
import { addresses, customers } from '#db/schema/customers';
import {
  bookingCounters,
  bookingDays,
  bookingEvents,
  bookings,
  packageImages,
  packageItems,
  packages,
  themeImages,
  themes,
} from '#db/schema/events';
import { orderCounters, orderEvents, orderItems, orders, payments } from '#db/schema/orders';
import { closures, deliveryFees, deliveryZones, locations, openingRules, slots } from '#db/schema/promise';
import { productionPatterns, productionPlans, stockMovements } from '#db/schema/stock';
import { dayOf } from '#lib/time';
import type { Preset } from '../preset.ts';
import { bookingRows } from './bookings.ts';
import { catalogRows } from './catalog.ts';
import { createChance } from './chance.ts';
import { draftOrders } from './drafts.ts';
import { openLedger } from './ledger.ts';
import { offerRows } from './offers.ts';
import { openingDay, orderRows } from './orders.ts';
import { settleOrders } from './outcomes.ts';
import { peopleRows } from './people.ts';
import { type KeepPicture, NO_PICTURES, type Pictures } from './pictures.ts';
import { placeRows } from './places.ts';
import { planRows, slotRows } from './promised.ts';
import { keepProofs } from './proofs.ts';
import { settingRows } from './settings.ts';
import { movementRows, productionMovements } from './stock.ts';
import { translationRows } from './translations.ts';

/** PostgreSQL takes 65,535 parameters in one statement. */
const MOST_PARAMETERS = 60_000;

async function insertAll<T extends AnyPgTable>(db: Db, table: T, rows: T['$inferInsert'][]): Promise<void> {
  const size = Math.max(1, Math.floor(MOST_PARAMETERS / getTableConfig(table).columns.length));
  for (let from = 0; from < rows.length; from += size) {
    await db.insert(table).values(rows.slice(from, from + size));
  }
}

export interface LoadOptions {
  now: Date;
  pictures?: Pictures;
  /** Keeps a proof of payment out of reach of visitors; without it claims come without proof. */
  keepProof?: KeepPicture;
  /** Hash of a password nobody knows: demo staff sign in once an admin has set one. */
  staffPasswordHash: string;
  /** Users who act in the past beside the preset's own staff. */
  adminIds?: readonly string[];
}

export interface Loaded {
  products: number;
  orders: number;
  customers: number;
}

/** Fills an empty database with a shop. Call it in a transaction: it is all of the shop or nothing. */
export async function loadPreset(db: Db, preset: Preset, options: LoadOptions): Promise<Loaded> {
  const { now, pictures = NO_PICTURES } = options;
  const { timeZone } = preset.shop;
  const chance = createChance(preset.key);
  const staff = preset.staff.map((one) => ({
    ...one,
    id: newId(),
    role: 'staff' as const,
    passwordHash: options.staffPasswordHash,
  }));
  const places = placeRows(preset, now);
  const catalog = catalogRows(preset, now, pictures.idOf);
  const people = peopleRows(preset, now, chance);

  await insertAll(db, users, staff);
  await insertAll(db, media, pictures.rows);
  await insertAll(db, settings, settingRows(preset, pictures.heroId));
  await insertAll(db, locations, places.locations);
  await insertAll(db, openingRules, places.rules);
  await insertAll(db, closures, places.closures);
  await insertAll(db, deliveryZones, places.zones);
  await insertAll(db, deliveryFees, places.fees);
  await db.insert(categories).values(catalog.categories).onConflictDoNothing();
  await insertAll(db, products, catalog.products);
  await insertAll(db, productVariants, catalog.productVariants);
  await insertAll(db, productImages, catalog.images);
  await insertAll(db, productionPatterns, catalog.patterns);
  const written = preset.pages.map((page, displayOrder) => ({ ...page, id: newId(), displayOrder, publishedAt: now }));
  await insertAll(db, pages, written);
  const said = preset.testimonials.map(({ picture, ...one }, displayOrder) => ({
    ...one,
    id: newId(),
    status: one.status ?? ('published' as const),
    mediaId: picture ? pictures.idOf(picture) : null,
    displayOrder,
  }));
  await insertAll(db, testimonials, said);
  const offers = offerRows(preset, pictures.idOf);
  await insertAll(db, packages, offers.packages);
  await insertAll(db, packageItems, offers.items);
  await insertAll(db, packageImages, offers.packageImages);
  await insertAll(db, themes, offers.themes);
  await insertAll(db, themeImages, offers.themeImages);
  const things = { ...catalog, offers, pages: written, testimonials: said, places, media: pictures.rows };
  await insertAll(db, translations, translationRows(preset, things));
  await insertAll(db, customers, people.customers);
  await insertAll(db, addresses, people.addresses);
  const booked = bookingRows(preset, people.customers, offers, now);
  await insertAll(db, bookingCounters, booked.counters);
  await insertAll(db, bookings, booked.bookings);
  await insertAll(db, bookingEvents, booked.events);
  await insertAll(db, bookingDays, booked.days);
  await insertAll(db, payments, booked.payments);

  const { past } = preset;
  const ledger = openLedger(preset, places, dayOf(now, timeZone));
  const world = past && { preset, past, places, people: people.people, variants: catalog.variants, ledger, now };
  const outcomes = world ? settleOrders(draftOrders(world, chance), now, chance) : [];
  const plans = planRows(catalog.variants, outcomes, ledger);
  await insertAll(db, slots, slotRows(outcomes));
  await insertAll(db, productionPlans, plans);
  const actors = [...staff.map((one) => one.id), ...(options.adminIds ?? [])];
  const rows = orderRows(preset, outcomes, actors, chance);
  await insertAll(db, orderCounters, rows.counters);
  await insertAll(db, orders, rows.orders);
  await insertAll(db, orderItems, rows.items);
  if (options.keepProof) await insertAll(db, media, await keepProofs(preset, rows, options.keepProof));
  await insertAll(db, payments, rows.payments);
  await insertAll(db, orderEvents, rows.events);
  const firstDay = openingDay(outcomes, now, timeZone);
  await insertAll(db, stockMovements, movementRows(catalog.variants, outcomes, firstDay, timeZone));
  await insertAll(db, stockMovements, productionMovements(outcomes, plans));
  return { products: catalog.products.length, orders: outcomes.length, customers: people.customers.length };
}
