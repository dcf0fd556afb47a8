import { newId } from '#db/columns';
import type { addresses, customers } from '#db/schema/customers';
import type { AddressSeed, Preset } from '../preset.ts';
import type { Chance } from './chance.ts';

export interface Person {
  id: string;
  name: string;
  phone: string;
  email: string | null;
  weight: number;
  isGuest: boolean;
  addresses: readonly AddressSeed[];
}

export interface PeopleRows {
  people: Person[];
  customers: (typeof customers.$inferInsert & { id: string })[];
  addresses: (typeof addresses.$inferInsert)[];
}

const DAY = 86_400_000;
/** Where guests' numbers start, so that they never meet those of customers on file. */
const FIRST_GUEST = 50;

export function peopleRows(preset: Preset, now: Date, chance: Chance): PeopleRows {
  const rows: PeopleRows = { people: [], customers: [], addresses: [] };
  for (const one of preset.customers) {
    const id = newId();
    const createdAt = new Date(now.getTime() - chance.between(60, 420) * DAY);
    rows.people.push({
      id,
      name: one.name,
      phone: one.phone,
      email: one.email ?? null,
      weight: one.weight ?? 1,
      isGuest: false,
      addresses: one.addresses ?? [],
    });
    rows.customers.push({
      id,
      name: one.name,
      phone: one.phone,
      email: one.email,
      phoneVerifiedAt: one.verified ? createdAt : null,
      notes: one.notes,
      tags: [...(one.tags ?? [])],
      flags: [...(one.flags ?? [])],
      locale: 'en',
      createdAt,
      updatedAt: createdAt,
    });
    one.addresses?.forEach((address, i) => {
      rows.addresses.push({ ...address, customerId: id, recipientName: one.name, isDefault: i === 0 });
    });
  }
  preset.past?.guests.forEach((name, i) => {
    const id = newId();
    const phone = `${preset.past?.guestPhone}${FIRST_GUEST + i}`;
    const createdAt = new Date(now.getTime() - 36 * DAY);
    rows.people.push({ id, name, phone, email: null, weight: 1, isGuest: true, addresses: [] });
    rows.customers.push({ id, name, phone, locale: 'en', createdAt, updatedAt: createdAt });
  });
  return rows;
}
