import { writeFile } from 'node:fs/promises';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { z } from 'zod';
import { requireChromium } from '#scripts/chromium';
import { undoing } from '#scripts/undo';
import { freePort } from '../../free-port.ts';
import { setStage } from '../stage.ts';
import { emptyPageScript } from './empty-page.ts';

/**
 * `npm run bench -- browser`: what a visitor's telephone makes of home, list and product. Lighthouse 13 in its mobile
 * form (slow 4G, a processor four times slower, simulated), the median of several runs by time to the largest paint.
 * The script of a page is compared with that of a page with nothing on it, built by the same framework.
 */

const ROUNDS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const GOALS = 'each 100; LCP under 1.2 s; own script at most 40 kB compressed; no layout shift';

const requests = z.array(z.looseObject({ resourceType: z.string().optional(), transferSize: z.number().optional() }));
type Look = { scores: number[]; lcp_ms: number; shift: number; blocking_ms: number; script_kb: number; all_kb: number };

const say = (line: string) => process.stdout.write(`${line}\n`);
const kilo = (bytes: number) => Math.round(bytes / 100) / 10;

async function look(url: string, port: number): Promise<Look> {
  const found = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (!found) throw new Error(`no result for ${url}`);
  const { audits, categories } = found.lhr;
  const details = audits['network-requests']?.details;
  const sent = requests.parse(details?.type === 'table' ? details.items : []);
  const bytes = (type?: string) =>
    sent.reduce((sum, one) => sum + (type === undefined || one.resourceType === type ? (one.transferSize ?? 0) : 0), 0);
  const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  for (const audit of Object.values(audits)) {
    const isWeighed = CATEGORIES.some((name) =>
      categories[name]?.auditRefs.some(({ id, weight }) => id === audit.id && weight > 0),
    );
    if (isWeighed && audit.score !== null && audit.score < 0.9)
      say(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
  }
  return {
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    lcp_ms: Math.round(number('largest-contentful-paint')),
    shift: Math.round(number('cumulative-layout-shift') * 1000) / 1000,
    blocking_ms: Math.round(number('total-blocking-time')),
    script_kb: kilo(bytes('Script')),
    all_kb: kilo(bytes()),
  };
}

const executablePath = requireChromium(say);
const empty = kilo(await emptyPageScript());
const stage = await setStage('bakery', { pictures: true });
const port = await freePort();
const undo = undoing();
const launching = chromium.launch({
  executablePath,
  // Otherwise a signal would end us as soon as the browser is gone.
  ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', `--remote-debugging-port=${port}`],
});
await undo.made(launching, (browser) => browser.close());
try {
  const { data }: { data: { slug: string }[] } = await (await fetch(`${stage.url}/api/products?limit=1`)).json();
  const pages = { home: '/', list: '/products', product: `/products/${data[0]?.slug}` };
  const rows = [];
  for (const [name, path] of Object.entries(pages)) {
    // Kept and compressed before it is looked at, as the second visitor of the day finds it.
    await fetch(`${stage.url}${path}`);
    const looks: Look[] = [];
    for (let round = 0; round < ROUNDS; round += 1) looks.push(await look(`${stage.url}${path}`, port));
    const median = looks.toSorted((a, b) => a.lcp_ms - b.lcp_ms)[Math.floor(ROUNDS / 2)];
    if (!median) throw new Error('nothing was looked at');
    const own = Math.round((median.script_kb - empty) * 10) / 10;
    rows.push({ name, path, ...median, own_script_kb: own });
    say(
      `${name.padEnd(8)} ${CATEGORIES.map((category, at) => `${category} ${median.scores[at]}`).join(', ')}; ` +
        `LCP ${median.lcp_ms} ms, shift ${median.shift}, blocking ${median.blocking_ms} ms; ` +
        `script ${median.script_kb} kB, ${own} kB of them ours, page ${median.all_kb} kB`,
    );
  }
  say(`an empty page: ${empty} kB of script  (goals: ${GOALS})`);
  await writeFile('bench-browser.json', `${JSON.stringify({ at: new Date().toISOString(), empty, rows }, null, 2)}\n`);
  say('written to bench-browser.json');
} finally {
  await undo.now();
  await stage.end();
}
