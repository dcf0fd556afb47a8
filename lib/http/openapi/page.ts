import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { iconUrl } from '#lib/look/icon';
import { escaped } from '#lib/mail/html';
import { hashPolicy } from '#lib/server/content-policy';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { publicContext } from '../context.ts';
import { CONTRACTS, TAGS } from './registry.ts';

const PAGES = {
  scalar: { path: '/docs', title: 'Reference', script: 'scalar.js' },
  redoc: { path: '/docs/redoc', title: 'Redoc', script: 'redoc.js' },
} as const;

type PageName = keyof typeof PAGES;

const fileNames = z.object({ 'scalar.js': z.string(), 'redoc.js': z.string(), 'docs.css': z.string() });
let names: Promise<z.output<typeof fileNames>> | undefined;

/** What the build called the files that a browser fetches (`scripts/reference.ts`). */
function readNames() {
  names ??= readFile(join(process.cwd(), 'public', 'reference', '.files.json'), 'utf8').then((text) =>
    fileNames.parse(JSON.parse(text)),
  );
  return names;
}

/** Every operation by its group, for whoever has no scripts, and until those have come. */
function listOperations(): string {
  return Object.entries(TAGS)
    .map(([tag, about]) => {
      const items = CONTRACTS.filter((contract) => contract.tag === tag).map(
        ({ id, method, path, summary }) =>
          `<li id="${id}"><code><b>${method}</b> /api${escaped(path)}</code><span>${escaped(summary)}</span></li>`,
      );
      return `<section><h2>${escaped(tag)}</h2><p>${escaped(about)}</p><ul>${items.join('')}</ul></section>`;
    })
    .join('');
}

function render(name: PageName, shop: Settings['shop'], files: z.output<typeof fileNames>): string {
  const { title, script } = PAGES[name];
  const who = escaped(shop.name);
  const links = Object.values(PAGES).map(({ path, title: label }) => {
    const current = label === title ? ' aria-current="page"' : '';
    return `<a href="${path}"${current}>${label}</a>`;
  });
  return (
    `<!doctype html><html lang="en" data-page="${name}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>API of ${who}: ${title}</title>` +
    `<link rel="icon" href="${iconUrl(shop, 48)}"><link rel="stylesheet" href="/reference/${files['docs.css']}">` +
    // Deferred, so that the list below can be read while the reference is on its way.
    `<script src="/reference/${files[script]}" defer></script></head><body>` +
    `<header id="bar"><a class="shop" href="/">${who}</a>` +
    `<nav aria-label="API">${links.join('')}<a href="/api/openapi.json">OpenAPI</a></nav></header>` +
    `<div id="reference"></div><main id="operations"><h1>API of ${who}</h1>` +
    `<p>${CONTRACTS.length} operations. Everything about them, for people and programs, is in ` +
    `<a href="/api/openapi.json">openapi.json</a>.</p>${listOperations()}</main></body></html>`
  );
}

/** A page of the API's documents. Its policy lets scripts come from files of ours and from nowhere else. */
export async function serveReference(name: PageName): Promise<Response> {
  const { shop } = await getSettings(await publicContext());
  return new Response(render(name, shop, await readNames()), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': hashPolicy([]),
    },
  });
}
