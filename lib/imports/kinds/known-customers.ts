import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import type { AddressDto } from '#lib/customers/output';

export type KnownCustomer = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  notes: string | null;
  tags: string[];
  flags: string[];
  /** The default one, else the first. */
  address: AddressDto | null;
};

const asJson = sql`json_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'email', c.email, 'notes', c.notes,
  'tags', c.tags, 'flags', c.flags, 'address', (
    select json_build_object('id', a.id, 'label', a.label, 'recipient_name', a.recipient_name, 'street', a.street,
      'city', a.city, 'postal_code', a.postal_code, 'country', a.country, 'notes', a.notes, 'is_default', a.is_default)
    from addresses a where a.customer_id = c.id order by a.is_default desc, a.created_at, a.id limit 1))`;

/** Everybody on file whom one of these could mean. Phones in their E.164 form. */
export async function findCustomers(
  ctx: Context,
  { ids, phones, emails }: { ids: string[]; phones: string[]; emails: string[] },
): Promise<KnownCustomer[]> {
  const texts = (list: string[]) => sql`(select value from jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`;
  const rows = await ctx.db.execute<{ known: KnownCustomer }>(sql`
    with wanted as (
      select id from customers where id in (select value::uuid from ${texts(ids)} given)
      union
      select id from customers where phone in (select value from ${texts(phones)} given)
      union
      select id from customers where email in (select value::citext from ${texts(emails)} given)
        and email is not null and archived_at is null
    )
    select ${asJson} as known from wanted join customers c on c.id = wanted.id
    where c.archived_at is null order by c.created_at, c.id`);
  return [...rows].map(({ known }) => known);
}

/** People on file in the order of their ids, from behind `after` on; whoever was erased is nobody any more. */
export async function listOnFile(ctx: Context, after: string | null, limit: number): Promise<KnownCustomer[]> {
  const rows = await ctx.db.execute<{ known: KnownCustomer }>(sql`
    select ${asJson} as known from customers c
    where c.archived_at is null and c.anonymised_at is null and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`);
  return [...rows].map(({ known }) => known);
}
