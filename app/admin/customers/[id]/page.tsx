import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { AddressesPanel } from '#components/admin/customers/addresses-panel';
import { ArchiveCustomer, RestoreCustomer } from '#components/admin/customers/archive-customer';
import { CustomerDialog } from '#components/admin/customers/customer-dialog';
import { CustomerFlags } from '#components/admin/customers/customer-flags';
import { CustomerOrders } from '#components/admin/customers/customer-orders';
import { MergeCustomer } from '#components/admin/customers/merge-customer';
import { PersonalData } from '#components/admin/customers/personal-data';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel, StatTile, Tiles } from '#components/admin/shell/stat-tile';
import { Button, ButtonLink } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { getCustomer } from '#lib/customers/queries';
import { staffPage } from '#lib/http/page';
import { formatPhone } from '#lib/phone';
import { listOpenBookingsOf, listOpenOrdersOf } from '#lib/privacy/queries';
import { getSettings } from '#lib/settings/queries';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const readCustomer = cache(async (id: string) => {
  const ctx = await staffPage();
  return z.uuid().safeParse(id).success ? getCustomer(ctx, { customer_id: id }) : null;
});

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const customer = await readCustomer((await params).id);
  return { title: customer?.name ?? 'Customer' };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const [{ shop }, customer] = await Promise.all([getSettings(ctx), readCustomer((await params).id)]);
  if (!customer) notFound();
  const { id, name, phone, email, notes, flags, tags, orders } = customer;
  const words = { locale: shop.locale, timeZone: shop.time_zone, currency: customer.currency };
  const isErased = customer.erased_at !== null;
  const isArchived = customer.archived_at !== null;
  const isAdmin = ctx.actor.role === 'admin';
  const [openOnes, openBookings] =
    isAdmin && !isErased
      ? await Promise.all([listOpenOrdersOf(ctx, { customer_id: id }), listOpenBookingsOf(ctx, { customer_id: id })])
      : [[], []];
  const openOrders = [
    ...openOnes.map((order) => ({ id: order.id, number: order.order_number, href: `/admin/orders/${order.id}` })),
    ...openBookings.map((one) => ({ id: one.id, number: one.booking_number, href: `/admin/bookings/${one.id}` })),
  ];
  const { refused } = await searchParams;

  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: 'Customers', href: '/admin/customers' }, { label: name }]}
        status={<CustomerFlags flags={flags} />}
        actions={
          isErased ? undefined : isArchived ? (
            <RestoreCustomer customer={customer} />
          ) : (
            <>
              <MergeCustomer customer={{ id, name }} />
              <ArchiveCustomer
                customer={customer}
                trigger={
                  <Button variant="quiet" icon="archive">
                    Archive
                  </Button>
                }
              />
              <CustomerDialog
                customer={customer}
                trigger={
                  <Button variant="secondary" icon="pencil">
                    Edit
                  </Button>
                }
              />
              <ButtonLink icon="plus" href={`/admin/orders/new?customer=${id}`}>
                New order
              </ButtonLink>
            </>
          )
        }
      />
      {refused === '1' ? (
        <Notice tone="bad" title="The file could not be made">
          <p>Only admins may have it. Otherwise please try again in a moment.</p>
        </Notice>
      ) : null}
      {customer.erased_at ? (
        <Notice title="This customer was erased">
          <p>
            On <Time at={customer.erased_at} {...words} format="date" />. The orders stay in the books without the
            person.
          </p>
        </Notice>
      ) : isArchived ? (
        <Notice tone="warn" title="This customer is archived">
          <p>Restore them to take an order in their name.</p>
        </Notice>
      ) : null}
      <Tiles>
        <StatTile label="Orders" value={customer.order_count} note="without cancelled ones" />
        <StatTile
          label="Spent"
          value={<Money amount={customer.total_spent} currency={words.currency} locale={words.locale} />}
          note="paid, less refunds"
        />
        <StatTile
          label="Last order"
          value={customer.last_order_at ? <Time at={customer.last_order_at} {...words} format="date" /> : 'None yet'}
        />
      </Tiles>
      <div className="detail">
        <div>
          <Panel
            title="Orders"
            actions={
              customer.order_count > orders.length ? (
                <Link href={`/admin/orders?customer_id=${id}`}>Show all</Link>
              ) : null
            }
          >
            {orders.length > 0 ? (
              <CustomerOrders rows={orders} shop={words} />
            ) : (
              <p className="text-ink-soft">No orders yet.</p>
            )}
          </Panel>
        </div>
        <div>
          <Panel title="Contact">
            <dl className="fact-list">
              <div>
                <dt>Phone</dt>
                <dd>
                  {phone ? (
                    <a className="underline" href={`tel:${phone}`}>
                      {formatPhone(phone)}
                    </a>
                  ) : (
                    'None on file'
                  )}
                  {customer.phone_verified_at ? <span className="text-ink-soft">, verified</span> : null}
                </dd>
              </div>
              <div>
                <dt>E-mail</dt>
                <dd className="break-words">
                  {email ? (
                    <a className="underline" href={`mailto:${email}`}>
                      {email}
                    </a>
                  ) : (
                    'None on file'
                  )}
                </dd>
              </div>
              <div>
                <dt>On file since</dt>
                <dd>
                  <Time at={customer.created_at} {...words} format="date" />
                  {customer.has_login ? ', with a login' : ''}
                </dd>
              </div>
              {tags.length > 0 ? (
                <div>
                  <dt>Tags</dt>
                  <dd>
                    <CustomerFlags flags={[]} tags={tags} />
                  </dd>
                </div>
              ) : null}
              {notes ? (
                <div>
                  <dt>Notes</dt>
                  <dd className="whitespace-pre-line">{notes}</dd>
                </div>
              ) : null}
            </dl>
          </Panel>
          {isErased ? null : <AddressesPanel customerId={id} addresses={customer.addresses} />}
          {isAdmin && !isErased ? <PersonalData customer={{ id, name }} openOrders={openOrders} /> : null}
        </div>
      </div>
    </>
  );
}
