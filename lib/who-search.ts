import 'server-only';
import { type AnyColumn, eq, or, type SQL } from 'drizzle-orm';
import { nameHas } from './name-search.ts';
import { parsePhone } from './phone.ts';

type Columns = { number: AnyColumn; phone: AnyColumn /** Plain SQL, as its index has it. */; name: string };

/** By the whole number, the phone (which alone has no letter), or words of the name. */
export function numberOrWho({ number, phone, name }: Columns, q: string, country: string): SQL | undefined {
  const isNumber = eq(number, q.toUpperCase().slice(0, 40));
  if (!/^[\d\s()+./-]+$/.test(q)) return or(isNumber, nameHas(name, q));
  const dialled = parsePhone(q, country);
  return dialled ? or(isNumber, eq(phone, dialled)) : isNumber;
}
