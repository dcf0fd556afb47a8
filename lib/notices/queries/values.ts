import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { products, productVariants } from '#db/schema/catalog';
import { orders } from '#db/schema/orders';
import { locations } from '#db/schema/promise';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { addressIn } from '#lib/i18n/address';
import { localeFor, prefixOf } from '#lib/i18n/languages';
import { formatAmount, formatMoney } from '#lib/money-text';
import { readOrder } from '#lib/orders/queries/get-order';
import { getHowToPay } from '#lib/orders/queries/how-to-pay';
import { formatPhone } from '#lib/phone';
import { prepared } from '#lib/prepared';
import { sayPlaces } from '#lib/promise/queries/book-in-language';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { type Audience, languageOf, type NoticeLanguage, type NoticeValues } from '../rules.ts';
import { NOTICE_WORDS } from '../texts.ts';
import { formatSlot, formatUntil } from '../when.ts';

/** Whom an order's notices go to, and in which language. */
export type OrderReaders = { email: string | null; phone: string; locale: string };

export const joined = (parts: readonly (string | null | undefined)[], between: string): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);

const addressOf = ({ street, postalCode, city }: { street: string; postalCode: string | null; city: string }): string =>
  joined([street, joined([postalCode, city], ' ')], ', ');

const moreOf = prepared((db) =>
  db
    .select({
      locale: orders.locale,
      place: {
        id: locations.id,
        name: locations.name,
        instructions: locations.instructions,
        street: locations.street,
        postalCode: locations.postalCode,
        city: locations.city,
      },
    })
    .from(orders)
    .leftJoin(locations, eq(locations.id, orders.locationId))
    .where(eq(orders.id, sql.placeholder('id')))
    .prepare('order_of_a_notice'),
);

/** Everything that notices say of an order, for any number of readers. */
export async function readOrderFacts(ctx: Context, orderId: string) {
  const [order, [more], { shop }] = await Promise.all([
    readOrder(ctx, orderId, 'customer'),
    moreOf(ctx.db).execute({ id: orderId }),
    getSettings(ctx),
  ]);
  const customerLocale = readerLocale(more?.locale ?? null, shop);
  const staff = more?.place ?? null;
  const reader = { ...ctx, locale: customerLocale };
  const [[customer = null], said] = await Promise.all([
    sayPlaces(reader, staff ? [staff] : []),
    getHowToPay(reader, order),
  ]);
  return {
    order,
    shop,
    customerLocale,
    places: { customer, staff },
    ways: {
      customer: said,
      staff: { title: order.payment_title, instructions: order.payment_instructions },
    },
  };
}

export type OrderFacts = Awaited<ReturnType<typeof readOrderFacts>>;

/** What fills the words left open in a text about an order, as `audience` reads it in `locale`. */
export function orderValues(
  { order, places, ways, customerLocale, shop }: OrderFacts,
  audience: Audience,
): { values: NoticeValues; readers: OrderReaders } {
  const locale = audience === 'customer' ? customerLocale : shop.locale;
  const amount = (major: number): string => formatAmount(major, order.currency, locale);
  const { delivery_address: address, payment_account: account } = order;
  const isDue = order.due > 0;
  const place = places[audience];
  const values: NoticeValues = {
    customer: order.customer_name,
    shop: shop.name,
    order_number: order.order_number,
    items: order.items
      .map((item) => `${item.quantity} × ${joined([item.product_name, item.variant_title], ', ')}`)
      .join('\n'),
    total: amount(order.total),
    due: isDue ? amount(order.due) : '',
    slot: order.slot
      ? formatSlot(order.slot.starts_at, order.slot.ends_at, shop.time_zone, locale)
      : (order.preferred_time ?? ''),
    place:
      order.delivery_type === 'delivery' && address
        ? addressOf({ ...address, postalCode: address.postal_code })
        : joined([place?.name ?? shop.name, addressOf(place ?? { ...shop, postalCode: shop.postal_code })], ', '),
    pay: isDue
      ? payWords(
          {
            ...ways[audience],
            account,
            orderNumber: order.order_number,
          },
          languageOf(locale),
        )
      : '',
    pay_until: isDue && order.payment_due_at ? formatUntil(order.payment_due_at, shop.time_zone, locale) : '',
    reason: order.cancel_reason ?? '',
    note: order.special_instructions ?? '',
    phone: formatPhone(order.customer_phone),
    link:
      audience === 'customer' ? linkIn(order.access_url, locale, shop) : `${env().APP_URL}/admin/orders/${order.id}`,
  };
  return { values, readers: { email: order.customer_email, phone: order.customer_phone, locale } };
}

type Pay = {
  title: string | null;
  instructions: string | null;
  account: { holder: string; iban: string; bic: string | null } | null;
  orderNumber: string;
};

/** How an order is paid, a line each. */
export function payWords({ title, instructions, account, orderNumber }: Pay, language: NoticeLanguage): string {
  const words = NOTICE_WORDS[language];
  const lines = [
    title,
    instructions,
    account && `${words.holder}: ${account.holder}`,
    account && `${words.iban}: ${account.iban}`,
    account?.bic && `${words.bic}: ${account.bic}`,
    account && `${words.reference}: ${orderNumber}`,
  ];
  return joined(lines, '\n');
}

/** The customer's language; dates and money as the shop writes them where it speaks the same. */
export const readerLocale = (locale: string | null, shop: Settings['shop']): string =>
  locale === null || locale.slice(0, 2) === shop.locale.slice(0, 2) ? shop.locale : locale;

/** What fills a text about something that runs low. */
export async function stockValues(ctx: Context, variantId: string, left: number): Promise<NoticeValues> {
  const [[row], { shop }] = await Promise.all([
    ctx.db
      .select({ productId: products.id, name: products.name, title: productVariants.title })
      .from(productVariants)
      .innerJoin(products, eq(products.id, productVariants.productId))
      .where(eq(productVariants.id, variantId)),
    getSettings(ctx),
  ]);
  return {
    shop: shop.name,
    product: row ? joined([row.name, row.title], ', ') : '',
    left: String(left),
    link: row ? `${env().APP_URL}/admin/products/${row.productId}` : '',
  };
}

/** An amount in the shop's words, for what came in. Minor units. */
export const amountText = (minor: number, currency: string, locale: string): string =>
  formatMoney(minor, currency, locale);

/** A link to a page of the storefront in the language of whoever reads it. */
export function linkIn(url: string, locale: string, shop: Settings['shop']): string {
  const { origin, pathname, search } = new URL(url);
  const language = localeFor([languageOf(locale)], shop);
  return `${origin}${addressIn(prefixOf(language, shop), pathname)}${search}`;
}
