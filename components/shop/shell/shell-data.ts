import 'server-only';
import { listCategories } from '#lib/catalog/queries';
import { listPages } from '#lib/content/queries';
import type { Context } from '#lib/context';
import { getOffered } from '#lib/events/queries';
import { languageOf, offeredLanguages, prefixOf } from '#lib/i18n/languages';
import { keepValue } from '#lib/keep-value';
import type { ShellShop } from '#lib/look/shell';
import { formatPhone } from '#lib/phone';
import { ruleBookIn } from '#lib/promise/queries/book-in-language';
import { getOpening } from '#lib/promise/queries/opening';
import type { Opening } from '#lib/promise/rules/opening';
import { shopClosure } from '#lib/promise/shop-closure';
import { settingsIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import { closureLine, hoursTable, openingLine } from './opening-words.ts';

type Parts = Pick<ShellShop, 'categories' | 'pages' | 'offers' | 'tagline'> & { opening: Opening | null };

/** What the frame around every page says, also those made per request. */
async function readParts(ctx: Context): Promise<Parts> {
  const [categories, pages, opening, offers, { shop }] = await Promise.all([
    listCategories(ctx),
    listPages(ctx),
    getOpening(ctx),
    getOffered(ctx),
    settingsIn(ctx),
  ]);
  return {
    categories: categories.items.filter((one) => one.product_count > 0).map(({ slug, name }) => ({ slug, name })),
    pages: pages.items.map(({ slug, title }) => ({ slug, title })),
    opening,
    offers,
    tagline: shop.tagline,
  };
}

/** Once per language. */
const parts = keepValue(['catalog', 'content', 'shop'], readParts, ({ locale }) => languageOf(locale));

/** Everything header and footer show, as of `ctx.now`. */
export async function getShell(ctx: Context): Promise<ShellShop> {
  const [{ shop, checkout, chat }, { categories, pages, opening, offers, tagline }, book] = await Promise.all([
    getSettings(ctx),
    parts.get(ctx),
    ruleBookIn(ctx),
  ]);
  const closure = shopClosure(book.closures, ctx.now, shop.time_zone);
  return {
    name: shop.name,
    tagline,
    look: shop.look,
    prefix: prefixOf(ctx.locale, shop),
    languages: offeredLanguages(shop).map((language) => ({ language, prefix: prefixOf(language, shop) })),
    phone: shop.phone ? formatPhone(shop.phone) : null,
    email: shop.email || null,
    addressLines: [shop.street, `${shop.postal_code} ${shop.city}`.trim()].filter(Boolean),
    openingLine: opening ? openingLine(opening, ctx.now, ctx.locale) : undefined,
    hours: opening ? hoursTable(opening, ctx.now, ctx.locale) : undefined,
    closure: closure
      ? { text: closureLine(closure, dayOf(ctx.now, shop.time_zone), ctx.locale), message: closure.message }
      : undefined,
    hasAccounts: checkout.identity !== 'guest',
    hasChat: chat.enabled,
    pages,
    categories,
    offers,
  };
}
