import 'server-only';
import { listCategories } from '#lib/catalog/queries';
import { listPages } from '#lib/content/queries';
import type { Context, Tag } from '#lib/context';
import type { ShellShop } from '#lib/look/shell';
import { getOpening } from '#lib/promise/queries/opening';
import type { Opening } from '#lib/promise/rules/opening';
import { runtime } from '#lib/runtime';
import { getSettings } from '#lib/settings/queries';
import { hoursTable, openingLine } from './opening-words.ts';

type Parts = { categories: ShellShop['categories']; pages: ShellShop['pages']; opening: Opening | null };

const TAGS: readonly Tag[] = ['catalog', 'content', 'shop'];
/** Changed by another process without its notice reaching us, the frame is at most this old (milliseconds). */
const MAX_AGE = 30_000;
let kept: { value: Promise<Parts>; until: number; startedAt: number } | null = null;

/** The frame stands around every page, also those made per request: its lists are read once and kept in process. */
function readParts(ctx: Context): Promise<Parts> {
  const { keeper } = runtime();
  if (kept && kept.until > Date.now() && !keeper?.hasChanged([...TAGS], kept.startedAt)) return kept.value;
  const reading = { value: read(ctx), until: Date.now() + MAX_AGE, startedAt: keeper?.sequence() ?? 0 };
  kept = reading;
  // A failed read must not be kept.
  reading.value.catch(() => {
    if (kept === reading) kept = null;
  });
  return reading.value;
}

async function read(ctx: Context): Promise<Parts> {
  const [categories, pages, opening] = await Promise.all([listCategories(ctx), listPages(ctx), getOpening(ctx)]);
  return {
    categories: categories.items.filter((one) => one.product_count > 0).map(({ slug, name }) => ({ slug, name })),
    pages: pages.items.map(({ slug, title }) => ({ slug, title })),
    opening,
  };
}

/** Everything header and footer show, as of `ctx.now`. */
export async function getShell(ctx: Context): Promise<ShellShop> {
  const [{ shop }, { categories, pages, opening }] = await Promise.all([getSettings(ctx), readParts(ctx)]);
  return {
    name: shop.name,
    tagline: shop.tagline,
    look: shop.look,
    phone: shop.phone || null,
    email: shop.email || null,
    addressLines: [shop.street, `${shop.postal_code} ${shop.city}`.trim()].filter(Boolean),
    openingLine: opening ? openingLine(opening, ctx.now) : undefined,
    hours: opening ? hoursTable(opening, ctx.now) : undefined,
    pages,
    categories,
  };
}
