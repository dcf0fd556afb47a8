import { describe, expect, it } from 'vitest';
import { SHOP_COLORS, type ShopKey } from './palette.ts';
import { drawIcon, drawPicture, drawScene, drawShare, motifNames, type Picture } from './picture.ts';
import { drawRoom, type Room } from './room.ts';

const SHOPS: readonly ShopKey[] = ['florist', 'bakery', 'beauty', 'farm', 'events'];

/** Numbers that went wrong and wishes that were not found show up as words in the markup. */
function expectSound(svg: string) {
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  expect(svg.startsWith('<svg ')).toBe(true);
  expect(svg.endsWith('</svg>')).toBe(true);
  const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
}

describe.each(SHOPS)('the %s shop', (shop) => {
  it.each(motifNames())('draws %s', (motif) => {
    expectSound(drawPicture(shop, { motif }));
  });

  it('draws on each of its grounds', () => {
    const drawings = SHOP_COLORS[shop].grounds.map((_, ground) => drawPicture(shop, { motif: 'candle', ground }));
    drawings.forEach(expectSound);
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('draws its scene, share picture and icon', () => {
    expectSound(drawScene(shop));
    expect(drawShare(shop)).toContain('width="1200" height="630"');
    for (const letter of ['A', 'q', 'Ș', '7', '?']) expectSound(drawIcon(shop, letter));
  });
});

describe('a room', () => {
  const room: Room = {
    ground: 2,
    strings: 2,
    glow: '#ffe3b8',
    hang: [['lanterns', {}, 800, 330, 0.6]],
    stand: [
      ['drapes', {}, 800, 1000, 1],
      ['long-table', { tones: ['white'] }, 800, 1100, 1],
    ],
    balloons: [[200, 300, 90, 'gold']],
    confetti: ['gold'],
  };

  it('is the same drawing each time, and another one for another wish', () => {
    expectSound(drawRoom('events', room));
    expect(drawRoom('events', room)).toBe(drawRoom('events', room));
    expect(drawRoom('events', { ...room, seed: 2 })).not.toBe(drawRoom('events', room));
  });
});

describe('a picture', () => {
  const bouquet: Picture = { motif: 'bouquet', parts: ['rose', 'daisy', 'olive'], tones: ['coral', 'cream'] };

  it('is the same drawing each time', () => {
    expect(drawPicture('florist', bouquet)).toBe(drawPicture('florist', bouquet));
  });

  it('differs by every wish', () => {
    const drawings = [
      bouquet,
      { ...bouquet, seed: 2 },
      { ...bouquet, size: 'l' as const },
      { ...bouquet, style: 'blush' },
      { ...bouquet, parts: ['tulip'] },
      { ...bouquet, tones: ['plum' as const] },
      { ...bouquet, ground: 5 },
    ].map((picture) => drawPicture('florist', picture));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('differs by shop and by motif', () => {
    const drawings = SHOPS.flatMap((shop) => motifNames().map((motif) => drawPicture(shop, { motif })));
    expect(new Set(drawings).size).toBe(drawings.length);
  });

  it('keeps its proportions in a frame of another size', () => {
    const svg = drawPicture('beauty', { motif: 'jar' }, { width: 400, height: 400 });
    expect(svg).toContain('width="400" height="400" viewBox="0 0 1200 1500" preserveAspectRatio="xMidYMid slice"');
  });

  it('accepts every count and an unknown style', () => {
    for (const motif of motifNames()) {
      for (const count of [1, 2, 4, 9]) expectSound(drawPicture('events', { motif, count, style: 'none such' }));
    }
  });
});
