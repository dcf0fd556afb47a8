import 'server-only';
import type { Context } from '#lib/context';
import { createCustomer, updateCustomer } from '#lib/customers/commands';
import { createCustomerInput, updateCustomerInput } from '#lib/customers/input';
import { parseInput } from '#lib/http/validation';
import { parsePhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import type { ReadRow } from '../rules/columns.ts';
import { judgeAddress, ofPerson } from './address.ts';
import {
  changesOf,
  fault,
  idsOf,
  isEmpty,
  type Judge,
  type Judged,
  type OpenJudge,
  refusedBy,
  textOf,
  textsOf,
  tryInput,
} from './judge.ts';
import { findCustomers, type KnownCustomer } from './known-customers.ts';

type World = {
  byId: Map<string, KnownCustomer>;
  byPhone: Map<string, KnownCustomer[]>;
  byEmail: Map<string, KnownCustomer>;
};

/** As the schemas name it; a person has no variants. */
const columnOf = (field: string): string => field.split('.')[0] ?? field;

export const openCustomers: OpenJudge = async (ctx, { mode }) => {
  const { shop } = await getSettings(ctx);

  async function worldOf(now: Context, rows: readonly ReadRow[]): Promise<World> {
    const phones = textsOf(rows, 'phone').flatMap((typed) => parsePhone(typed, shop.country) ?? []);
    const found = await findCustomers(now, { ids: idsOf(rows), phones, emails: textsOf(rows, 'email') });
    return {
      byId: new Map(found.map((one) => [one.id, one])),
      byPhone: Map.groupBy(
        found.filter(({ phone }) => phone !== null),
        ({ phone }) => phone ?? '',
      ),
      byEmail: new Map(found.flatMap((one) => (one.email === null ? [] : [[one.email.toLowerCase(), one]]))),
    };
  }

  function judgeRow(world: World, { values: given, faults }: ReadRow): Judged {
    if (faults.length > 0) return { plan: 'wrong', matchKey: null, errors: faults };
    const { id, ...values } = ofPerson(given);
    const typed = textOf(values.phone);
    const phone = typed === null ? null : parsePhone(typed, shop.country);
    const email = textOf(values.email)?.toLowerCase() ?? null;
    const withPhone = phone === null ? [] : (world.byPhone.get(phone) ?? []);
    const withEmail = email === null ? undefined : world.byEmail.get(email);
    const byOwn = world.byId.get(String(id).toLowerCase());
    const known = byOwn ?? (typed === null ? withEmail : withPhone[0]);
    const matchKey = known ? `c:${known.id}` : phone !== null ? `t:${phone}` : email === null ? null : `m:${email}`;
    const wrong = (...errors: ReturnType<typeof fault>[]): Judged => ({ plan: 'wrong', matchKey, errors });

    if (typed !== null && phone === null) {
      return wrong(fault('phone', 'VAL_002', 'Enter the whole phone number, with its area code.'));
    }
    if (!known && phone === null && email === null) {
      return wrong(fault('phone', 'VAL_001', 'Enter a phone or an e-mail, so that the row can be found again.'));
    }
    if (!byOwn && withPhone.length > 1) {
      return wrong(fault('phone', 'CONF_001', 'Several customers have this phone. Merge them first.'));
    }
    const refused = refusedBy(mode, known !== undefined, typed === null ? 'email' : 'phone');
    if (refused) return wrong(refused);
    if (withEmail && withEmail.id !== known?.id) {
      return wrong(fault('email', 'CONF_001', 'This e-mail address belongs to another customer.'));
    }
    if (known && phone !== null && phone !== known.phone && withPhone.some((one) => one.id !== known.id)) {
      return wrong(fault('phone', 'CONF_001', 'This phone belongs to another customer.'));
    }

    const place = judgeAddress(given, known?.address ?? null);
    if (!known) {
      const tried = tryInput(() => parseInput(createCustomerInput, values), columnOf);
      const errors = [tried, place].flatMap((part) => ('errors' in part ? part.errors : []));
      if ('errors' in tried || 'errors' in place) return wrong(...errors);
      const write = async (tx: Context) => place.write(tx, (await createCustomer(tx, tried.input)).id);
      return { matchKey, plan: 'create', write };
    }
    const tried = tryInput(() => parseInput(updateCustomerInput, { ...values, customer_id: known.id }), columnOf);
    const errors = [tried, place].flatMap((part) => ('errors' in part ? part.errors : []));
    if ('errors' in tried || 'errors' in place) return wrong(...errors);
    const { customer_id, ...wanted } = tried.input;
    const change = changesOf({ ...wanted, ...(phone !== null && { phone }) }, { ...known });
    if (isEmpty(change) && !place.isChange) return { matchKey, plan: 'unchanged' };
    const write = async (tx: Context) => {
      if (!isEmpty(change)) await updateCustomer(tx, { ...change, customer_id });
      await place.write(tx, customer_id);
    };
    const moves = change.phone !== undefined || change.email !== undefined;
    return { matchKey, moves, plan: 'update', write };
  }

  const judge: Judge = async (now, rows) => {
    const world = await worldOf(now, rows);
    return rows.map((row) => judgeRow(world, row));
  };
  return judge;
};
