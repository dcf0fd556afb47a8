import { createHash } from 'node:crypto';
import { cookieName } from '#lib/auth/rules';
import type { Language } from '#lib/i18n/languages';
import type { Words } from '#lib/i18n/words';
import { lookStyle } from '#lib/look/css';
import { iconUrl } from '#lib/look/icon';
import { CART_COUNT_COOKIE, type ShellShop } from '#lib/look/shell';
import { escaped } from '#lib/mail/html';

/** It has to stand alone, so it brings its style. */
const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--text)}
main{display:grid;gap:1.5rem;max-width:36rem;min-height:100vh;margin:0 auto;padding:2.5rem 1.25rem;align-content:center}
a{color:var(--accent)}
h1,h2,p,ul{margin:0}
h1,h2,.shop{font-family:var(--display);font-weight:var(--display-weight);letter-spacing:var(--display-tracking);line-height:1.15;text-wrap:balance}
h1{font-size:clamp(2rem,8vw,2.75rem)}
h2{font-size:1.25rem}
.shop{color:inherit;font-size:1.25rem;text-decoration:none;min-height:44px;display:flex;align-items:center}
svg{width:min(13rem,60%);color:var(--accent)}
section{display:grid;gap:.75rem;padding:1.25rem;background:var(--surface);border:var(--rule) solid var(--line);border-radius:var(--radius)}
section[hidden]{display:none}
.words{display:grid;gap:.75rem}
.soft{color:var(--ink-soft)}
ul{padding:0;list-style:none}
li{display:flex;gap:.75rem;padding:.375rem 0;border-top:var(--rule) solid var(--line)}
li:first-child{border:0}
b{min-width:2.5rem;font-variant-numeric:tabular-nums}
.reach a{display:inline-flex;min-height:44px;align-items:center}
.again{justify-self:start;display:inline-flex;min-height:48px;align-items:center;padding:0 1.5rem;background:var(--accent);color:var(--accent-ink);border-radius:var(--radius-control);font-weight:600;text-decoration:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

/** On https and elsewhere; one script for both, because the policy names it by its hash. */
const COUNT = [true, false].map((secure) => cookieName(CART_COUNT_COOKIE, secure)).join('|');

/**
 * Shown in place of a page, the button asks for that page again, and so does the connection when it is back. The cart is
 * what the service worker kept of it; the cookie of the count knows that it was ordered or has expired meanwhile.
 */
const SCRIPT = `
if(!/\\/offline$/.test(location.pathname)){
  document.querySelector('.again').href=location.href;
  addEventListener('online',()=>location.reload());
}
if(/(^|; )(${COUNT})=[1-9]/.test(document.cookie)&&'caches' in window)caches.match('/api/cart').then(async(kept)=>{
  const items=kept?(await kept.json()).data.items:[];
  if(items.length===0)return;
  const list=document.querySelector('#cart ul');
  for(const {quantity,product_name,variant_title} of items){
    const line=document.createElement('li');
    const times=document.createElement('b');
    times.textContent=quantity+' \\u00d7';
    line.append(times,variant_title?product_name+', '+variant_title:product_name);
    list.append(line);
  }
  document.getElementById('cart').hidden=false;
});
`;

/** As a policy names it. */
export const OFFLINE_SCRIPT_HASH = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;

function ways({ phone, email, addressLines, hours }: ShellShop): string {
  const links = [
    phone && `<a href="tel:${escaped(phone.replace(/[^\d+]/g, ''))}">${escaped(phone)}</a>`,
    email && `<a href="mailto:${escaped(email)}">${escaped(email)}</a>`,
  ];
  const lines = [
    ...links.filter(Boolean).map((link) => `<p>${link}</p>`),
    ...(addressLines.length > 0 ? [`<p>${addressLines.map(escaped).join('<br>')}</p>`] : []),
    ...(hours
      ? [`<p class="soft">${hours.map(({ days, times }) => escaped(`${days} ${times}`)).join('<br>')}</p>`]
      : []),
  ];
  return lines.join('');
}

/** The document that stands in for every page of the storefront while the shop cannot be reached. */
export function offlinePage(shop: ShellShop, t: Words<'offline'>, language: Language): string {
  const home = shop.prefix || '/';
  const reach = ways(shop);
  const body =
    `<main><a class="shop" href="${home}">${escaped(shop.name)}</a>` +
    `<svg viewBox="0 0 320 240" aria-hidden="true"><use href="/art/offline.svg#art" width="320" height="240"/></svg>` +
    `<div class="words"><h1>${escaped(t('title'))}</h1><p>${escaped(t('text'))}</p></div>` +
    `<a class="again" href="${home}">${escaped(t('again'))}</a>` +
    `<section id="cart" aria-labelledby="cart-title" hidden><h2 id="cart-title">${escaped(t('cart'))}</h2><ul></ul>` +
    `<p class="soft">${escaped(t('cart_text'))}</p></section>` +
    (reach === ''
      ? ''
      : `<section class="reach" aria-labelledby="reach-title"><h2 id="reach-title">${escaped(t('reach'))}</h2>${reach}</section>`) +
    '</main>';
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<link rel="icon" href="${iconUrl(shop, 48)}"><title>${escaped(`${t('head')} · ${shop.name}`)}</title>` +
    `<style>${lookStyle(shop.look, body)}${STYLE}</style></head><body>${body}<script>${SCRIPT}</script></body></html>`
  );
}
