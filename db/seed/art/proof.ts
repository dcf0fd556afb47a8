import { toData } from './geometry.ts';
import { glyph } from './letters.ts';
import { mix, ramp, SHOP_COLORS, type ShopKey } from './palette.ts';

/** What stands on the picture of a transfer; capital letters and digits are drawn, nothing else is needed. */
export type ProofFacts = {
  /** `18.50 EUR`. */
  amount: string;
  to: string;
  iban: string;
  /** What the customer wrote for the shop to know the order by. */
  reference: string;
  /** `2026-11-21`. */
  day: string;
};

const WIDTH = 720;
const HEIGHT = 960;
const EDGE = 64;

type Pen = { x: number; y: number; height: number; color: string; weight?: number; centered?: boolean };

/** Pen strokes from (x, y) down; a space is a gap, a sign that is no letter or digit a short stroke. */
function write(words: string, { x, y, height, color, weight = 0.11, centered = false }: Pen): string {
  const gap = height * 0.26;
  let data = '';
  let at = 0;
  for (const sign of words) {
    if (sign === ' ') {
      at += height * 0.42;
    } else if (/[-.,]/.test(sign)) {
      const [low, long] = sign === '-' ? [0.55, 0.3] : [1, 0.02];
      data += `M${at} ${height * low}h${height * long}`;
      at += height * long + gap;
    } else {
      const { strokes, width } = glyph(sign, at, 0, height);
      data += strokes.map(toData).join('');
      at += width + gap;
    }
  }
  const from = centered ? x - (at - gap) / 2 : x;
  const pen = `stroke-width="${(height * weight).toFixed(1)}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path d="${data}" transform="translate(${from} ${y})" fill="none" stroke="${color}" ${pen}/>`;
}

/** A photo of a phone as customers send it: the bank's "sent", with what, to whom and for which order. */
export function drawProof(shop: ShopKey, { amount, to, iban, reference, day }: ProofFacts): string {
  const { ink } = SHOP_COLORS[shop];
  const bank = ramp(shop, 'teal');
  const soft = mix(ink, '#ffffff', 0.35);
  const rows: [label: string, words: string][] = [
    ['To', to],
    ['IBAN', iban.replace(/(.{4})(?=.)/g, '$1 ')],
    ['Reference', reference],
    ['Executed', day],
  ];
  const table = rows.map(([label, words], i) => {
    const y = 468 + i * 120;
    // Long names are written smaller, as a phone does.
    const height = Math.min(30, ((WIDTH - 2 * EDGE) / words.length) * 1.12);
    return (
      write(label, { x: EDGE, y, height: 18, color: soft }) +
      write(words, { x: EDGE, y: y + 36, height, color: ink }) +
      `<path d="M${EDGE} ${y + 88}h${WIDTH - 2 * EDGE}" stroke="${mix(ink, '#ffffff', 0.85)}" stroke-width="2"/>`
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/><rect width="${WIDTH}" height="104" fill="${bank.deep}"/>` +
    write('My bank', { x: EDGE, y: 38, height: 28, color: '#ffffff', weight: 0.14 }) +
    `<circle cx="${WIDTH / 2}" cy="204" r="56" fill="${bank.base}"/>` +
    `<path d="M${WIDTH / 2 - 25} 206l18 19 33-39" fill="none" stroke="#ffffff" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"/>` +
    write('Transfer sent', { x: WIDTH / 2, y: 288, height: 26, color: ink, centered: true }) +
    write(amount, { x: WIDTH / 2, y: 350, height: 56, color: ink, weight: 0.13, centered: true }) +
    `${table.join('')}</svg>`
  );
}
