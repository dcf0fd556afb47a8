import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTranslatables, listTranslations } from '#lib/content/queries';
import { listTranslatablesInput, listTranslationsInput } from '#lib/content/translation-input';
import { databaseUrl } from '#lib/env';
import type { Page } from '#lib/paging';
import { type Facts, factsOf } from '#scripts/bench/scale/facts';
import { fillShop } from '#scripts/bench/scale/fill';
import { LOOKS } from '#scripts/bench/scale/looks';
import { contextOf } from '#tests/factories/shop';
import { inThreeLanguages, MORE, NOW, TRANSLATED } from '#tests/support/more-looks';
import { watchPlans } from '#tests/support/plans';

/** More rows than are ever counted one by one: what reads a table whole shows. */
const SIZE = { orders: 20_000, customers: 13_000, products: 13_000 };
/** A list may count up to 10,000 rows, and walk past some that its filter does not meet. */
const MOST = { read: 12_000, wasted: 5000 };

/** What these read does not grow with the age of the shop, or not while anybody waits. */
const READS_MORE: Record<string, string> = {
  'shop products: by popularity': 'the sales of 90 days, kept in process',
  'shop products: q: slip of the pen': 'the words of 20,000 products, kept in process',
  'shop products: q: slip of the pen in translations': 'the words of 20,000 products, kept in process',
  'search: two slips in one word': 'the names of 20,000 customers, kept in process',
  'search: nobody': 'the names of 20,000 customers, kept in process',
  sitemap: 'names all products; the answer is kept',
};

/** Whether a text is translated is known only by looking at it: these look at up to 10,000 things of a kind and no more. */
const LOOKS_AT_TEXTS = /^(what is translated: .*state|translations: |how far languages are)/;

/** Lists of what does not grow with sales, or that only pass another list on. */
const WITHOUT = new Set([
  ...[
    'listZones',
    'listPickupPlaces',
    'listFreeDelivery',
    'listOpeningRules',
    'listShutDays',
    'findSlots',
    'findDayOfSlot',
  ],
  ...[
    'listSlots',
    'listClosures',
    'listClosuresBetween',
    'listStaff',
    'listApiKeys',
    'listOrderSlots',
    'listOwnAddresses',
  ],
  // Who works here, what is written, files of the last days, and the work of pg-boss in its own tables.
  ...['findStaff', 'listDeskPages', 'listDeskTestimonials', 'listImports', 'listJobs'],
  ...[
    'listPages',
    'listTestimonials',
    'listWebhooks',
    'listAllergens',
    'listPromisedProducts',
    'listPromisedBestsellers',
  ],
  // What an event decorator offers: a handful, and the list comes whole.
  ...['listPackages', 'listDeskPackages', 'listThemes', 'listDeskThemes'],
]);

const watched = watchPlans(databaseUrl());
let facts: Facts;

beforeAll(async () => {
  const client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
  await fillShop(client, SIZE, NOW);
  // Events: most are over, a handful waits.
  await client`
    insert into bookings (id, booking_number, channel, customer_id, client_name, client_phone, event_type, event_date,
      placed_on, currency, status, created_at)
    select gen_random_uuid(), 'X-B-20310101-' || c.n, 'web', c.id, 'Client ' || c.n, '+40722000001', 'Wedding',
      date '2031-01-01' + (c.n % 700)::int, '2031-01-01', 'EUR',
      case when c.n % 500 = 0 then 'requested' else 'declined' end, now() - c.n * interval '1 minute'
    from (select id, row_number() over (order by id) as n from customers) c`;
  // A third of the names in one language, a few of them from another text than there is now; everything in the other.
  await client`
    insert into translations (id, content_type, object_id, language_code, field_name, translated_text, source_hash)
    select gen_random_uuid(), 'product', p.id, l.code, f.name,
      case when p.name ilike '%honey%' then 'miere ' else 'numele ' end || p.n,
      case when l.code = 'ro' and p.n % 60 = 0 then 'old' else encode(sha256(convert_to(f.source, 'UTF8')), 'hex') end
    from (select id, name, coalesce(description, '') as description, row_number() over (order by id) as n from products) p
    cross join (values ('ro'), ('de')) l(code)
    cross join lateral (values ('name', p.name), ('description', p.description)) f(name, source)
    where l.code = 'de' or (f.name = 'name' and p.n % 3 = 0)`;
  await client`analyze bookings, translations`;
  facts = await factsOf(client, SIZE);
  await client.end();
});
afterAll(() => watched.close());

it.each([...LOOKS, ...MORE, ...TRANSLATED])('$name finds its rows by an index', async ({ name, run }) => {
  await run(contextOf({ kind: 'system', name: 'test' }, { db: watched.db, now: NOW }), facts);
  const any = Number.POSITIVE_INFINITY;
  const most = LOOKS_AT_TEXTS.test(name) ? { read: any, wasted: any } : MOST;
  const read = name.replace(', in Romanian', '') in READS_MORE ? any : most.read;
  expect(await watched.judge({ ...most, read })).toEqual([]);
});

it('loses nothing where there is more to translate than one call looks at', async () => {
  const ctx = contextOf({ kind: 'system', name: 'test' });
  const asked = { state: 'out_of_date', limit: 100 };
  async function countAll(list: (cursor: string | undefined) => Promise<Page<unknown>>): Promise<number> {
    let [found, cursor]: [number, string | undefined] = [0, undefined];
    do {
      const page = await list(cursor);
      if (cursor === undefined) expect(page.total_exact).toBe(false);
      found += page.items.length;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
  const things = (cursor: string | undefined) =>
    listTranslatables(ctx, listTranslatablesInput.parse({ ...asked, cursor }));
  const texts = (cursor: string | undefined) =>
    listTranslations(ctx, listTranslationsInput.parse({ ...asked, cursor }));
  const outdated = Math.floor(SIZE.products / 60);
  const found = await inThreeLanguages(async () => [await countAll(things), await countAll(texts)]);
  expect(found).toEqual([outdated, outdated]);
});

it('has every list of the shop among them', async () => {
  const lib = join(import.meta.dirname, '../../lib');
  const files = (await readdir(lib, { recursive: true })).filter((file) => /queries(\/.*)?\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(lib, file), 'utf8')));
  const lists = texts.flatMap((text) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const) ((?:list|search|suggest|find|stream)[A-Z]\w*)/gm)].map(
      ([, name]) => name ?? '',
    ),
  );
  const known = new Set([...LOOKS, ...MORE].map(({ of }) => of).concat([...WITHOUT]));
  expect(lists.filter((name) => !known.has(name))).toEqual([]);
  expect([...WITHOUT].filter((name) => !lists.includes(name))).toEqual([]);
});
