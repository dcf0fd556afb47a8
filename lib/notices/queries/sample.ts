import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { products, productVariants } from '#db/schema/catalog';
import { type Context, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { formatMoney } from '#lib/money-text';
import { formatPhone } from '#lib/phone';
import { settingsIn } from '#lib/settings/in-language';
import { alarmWords } from '#lib/system/alarm-words';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { NoticeLanguage, NoticeValues } from '../rules.ts';
import { formatSlot, formatUntil, formatWhen } from '../when.ts';
import { payWords } from './values.ts';

const sampleAlarm = (language: NoticeLanguage, since: string): NoticeValues => {
  const { title, problem, advice } = alarmWords(language, 'disk', { free_mb: 1840 });
  return { alarm: title, problem, advice, since };
};

/** For staff: what a text looks like about an order of two of the shop's own goods, in this language. */
export async function sampleValues(ctx: Context, language: NoticeLanguage): Promise<NoticeValues> {
  requireRole(ctx, 'staff');
  const [goods, { shop, payments }] = await Promise.all([
    ctx.db
      .select({ name: products.name, title: productVariants.title, priceMinor: productVariants.priceMinor })
      .from(products)
      .innerJoin(productVariants, eq(productVariants.productId, products.id))
      .where(and(eq(products.active, true), isNull(products.archivedAt), isNull(productVariants.archivedAt)))
      .orderBy(asc(products.name), asc(productVariants.position))
      .limit(2),
    settingsIn({ ...ctx, locale: language }),
  ]);
  const locale = shop.locale.slice(0, 2) === language ? shop.locale : language;
  const day = addDays(dayOf(ctx.now, shop.time_zone), 2);
  const at = (time: string) => momentAt(day, time, shop.time_zone).toISOString();
  const money = (minor: number) => formatMoney(minor, shop.currency, locale);
  const number = `${shop.order_prefix}-${dayOf(ctx.now, shop.time_zone).replaceAll('-', '')}-007`;
  const totalMinor = goods.reduce((sum, { priceMinor }, index) => sum + priceMinor * (index === 0 ? 2 : 1), 0);
  const [first] = goods;
  const option = payments.options.find(({ method }) => method === 'bank_transfer') ?? payments.options[0];
  return {
    customer: 'Ana Pop',
    shop: shop.name,
    order_number: number,
    items: goods
      .map(({ name, title }, index) => `${index === 0 ? 2 : 1} × ${[name, title].filter(Boolean).join(', ')}`)
      .join('\n'),
    total: money(totalMinor),
    due: money(totalMinor),
    amount: money(totalMinor),
    slot: formatSlot(at('10:00'), at('12:00'), shop.time_zone, locale),
    place: [shop.name, shop.street, [shop.postal_code, shop.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    pay: option
      ? payWords(
          {
            title: option.title,
            instructions: option.instructions,
            account:
              option.method === 'bank_transfer' && payments.iban !== ''
                ? {
                    holder: payments.account_holder,
                    iban: payments.iban,
                    bic: payments.bic || null,
                  }
                : null,
            orderNumber: number,
          },
          language,
        )
      : '',
    pay_until: formatUntil(at('18:00'), shop.time_zone, locale),
    reason: { en: 'The oven is broken', ro: 'S-a stricat cuptorul', de: 'Der Ofen ist kaputt' }[language],
    changes: goods[0] ? `${goods[0].name}: 1 → 2` : '1 → 2',
    note: { en: 'Please ring twice', ro: 'Sunați de două ori, vă rog', de: 'Bitte zweimal klingeln' }[language],
    phone: formatPhone(shop.phone) || '+49 171 3920002',
    link: `${env().APP_URL}/order/${number}/open?key=…`,
    product: first ? [first.name, first.title].filter(Boolean).join(', ') : 'Rye loaf',
    left: '2',
    host: 'books.example.com',
    ...sampleAlarm(language, formatUntil(at('10:00'), shop.time_zone, locale)),
    visitor: 'Ana Pop',
    messages: { en: 'Yes, we bake on Sundays.', ro: 'Da, coacem și duminica.', de: 'Ja, wir backen auch sonntags.' }[
      language
    ],
    booking_number: number.replace('-', '-B-'),
    event: { en: 'Wedding', ro: 'Nuntă', de: 'Hochzeit' }[language],
    when: formatWhen(addDays(day, 40), at('16:00'), shop.time_zone, locale),
    venue: { en: 'Old Mill', ro: 'Moara Veche', de: 'Alte Mühle' }[language],
    package: { en: 'Garden wedding', ro: 'Nuntă în grădină', de: 'Gartenhochzeit' }[language],
    guests: '80',
    quote: money(120_000),
    deposit: money(36_000),
    valid_until: formatUntil(at('18:00'), shop.time_zone, locale),
  };
}
