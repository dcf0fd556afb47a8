import 'server-only';
import type { RowError } from '#db/schema/imports';
import type { Context } from '#lib/context';
import { addAddress, updateAddress } from '#lib/customers/commands';
import { addressInput } from '#lib/customers/input';
import type { AddressDto } from '#lib/customers/output';
import { parseInput } from '#lib/http/validation';
import { changesOf, isEmpty, tryInput } from './judge.ts';

/** A row of customers says one address: the default one, of somebody without a default the first. */

type Values = Record<string, unknown>;

/** Columns of a file, and the fields of an address they are. */
const FIELDS: Readonly<Record<string, string>> = {
  address_label: 'label',
  street: 'street',
  city: 'city',
  postal_code: 'postal_code',
  address_notes: 'notes',
};
const COLUMNS = new Map(Object.entries(FIELDS).map(([column, field]) => [field, column]));

/** The values that are not about the address. */
export const ofPerson = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([column]) => FIELDS[column] === undefined));

const placeInput = addressInput.omit({ customer_id: true });

type Place = { isChange: boolean; write: (tx: Context, customerId: string) => Promise<unknown> };
const NOTHING: Place = { isChange: false, write: async () => undefined };

/** What the row does to the address. What it leaves empty stays; somebody without one gets it as their default. */
export function judgeAddress(values: Values, known: AddressDto | null): Place | { errors: RowError[] } {
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([column, value]) => {
      const field = FIELDS[column];
      return field === undefined ? [] : [[field, value]];
    }),
  );
  // To empty what is not there is nothing.
  if (!known && Object.values(given).every((value) => value === null)) return NOTHING;
  if (known && isEmpty(changesOf(given, { ...known }))) return NOTHING;
  const { id, ...before } = known ?? { id: null, is_default: true };
  const tried = tryInput(
    () => parseInput(placeInput, { ...before, ...given }),
    (field) => COLUMNS.get(field) ?? field,
  );
  if ('errors' in tried) return tried;
  const write = (tx: Context, customer_id: string) =>
    id === null
      ? addAddress(tx, { ...tried.input, customer_id })
      : updateAddress(tx, { ...tried.input, customer_id, address_id: id });
  return { isChange: true, write };
}
