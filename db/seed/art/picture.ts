import { grain, groundAt, isDark, sheetBackdrop, tableBackdrop } from './backdrop.ts';
import { box, ellipse, toData } from './geometry.ts';
import { glyph } from './letters.ts';
import { FLOOR, type Params } from './motif.ts';
import { type MotifName, motif } from './motifs/all.ts';
import { SHOP_COLORS, type ShopKey } from './palette.ts';
import { createPaper, type Paper } from './paper.ts';
import { hash } from './random.ts';
import { bakeryScene } from './scenes/bakery.ts';
import { beautyScene } from './scenes/beauty.ts';
import { eventsScene } from './scenes/events.ts';
import { farmScene } from './scenes/farm.ts';
import { floristScene } from './scenes/florist.ts';

export { motifNames } from './motifs/all.ts';
export type { ShopKey } from './palette.ts';
export type { MotifName };

/** What a picture shows. The same picture of the same shop is always the same drawing. */
export type Picture = Params & {
  motif: MotifName;
  /** Another hand at the same thing; without it the other wishes decide. */
  seed?: number;
  /** Which of the shop's six grounds (0 to 5, the last or third is dark); without it the seed decides among the light ones. */
  ground?: number;
  /** 1 fills the frame; smaller leaves air. */
  scale?: number;
};

type Size = { width: number; height: number };

const WIDTH = 1200;
const HEIGHT = 1500;
/** Where a table picture's table begins, and where the middle of the motif's frame lies. */
const TABLE = 1010;
const MIDDLE = 760;
/** Where standing things touch the table. */
const FOOT = 1225;

export function drawPicture(shop: ShopKey, picture: Picture, size: Size = { width: WIDTH, height: HEIGHT }): string {
  const seed = hash(
    JSON.stringify([
      shop,
      picture.motif,
      picture.tones,
      picture.count,
      picture.size,
      picture.style,
      picture.parts,
      picture.seed,
    ]),
  );
  const ground = groundAt(shop, picture.ground ?? lightGround(shop, seed));
  const paper = createPaper(shop, seed, isDark(ground));
  const { on, draw } = motif(picture.motif);
  const back =
    on === 'table' ? tableBackdrop(paper, ground, WIDTH, HEIGHT, TABLE) : sheetBackdrop(paper, ground, WIDTH, HEIGHT);
  const scale = (picture.scale ?? 1) * (on === 'table' ? 1.06 : 1);
  // Standing things grow upward from the table, lying ones from their middle.
  const y = on === 'table' ? FOOT - FLOOR * scale : MIDDLE;
  const x = WIDTH / 2 + paper.random.pick([-1, 1]) * paper.random.between(10, 28);
  const body = draw(paper, picture);
  return framed(
    paper,
    size,
    WIDTH,
    HEIGHT,
    `${back}<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})">${body}</g>`,
  );
}

const SCENES: Readonly<Record<ShopKey, (paper: Paper) => string>> = {
  florist: floristScene,
  bakery: bakeryScene,
  beauty: beautyScene,
  farm: farmScene,
  events: eventsScene,
};

/** Which ground each scene stands on. */
const SCENE_GROUND: Readonly<Record<ShopKey, number>> = {
  florist: 0,
  bakery: 2,
  beauty: 1,
  farm: 0,
  events: 2,
};

export const SCENE_TABLE = 930;

/** The shop's wide still life for the home page; the share picture is its middle. */
export function drawScene(shop: ShopKey, size: Size = { width: 2400, height: 1350 }): string {
  const ground = groundAt(shop, SCENE_GROUND[shop]);
  const paper = createPaper(shop, hash(`scene/${shop}`), isDark(ground));
  const back = tableBackdrop(paper, ground, 2400, 1350, SCENE_TABLE);
  return framed(paper, size, 2400, 1350, back + SCENES[shop](paper));
}

/** The share picture: the scene cropped to 1200 × 630 by the frame itself. */
export const drawShare = (shop: ShopKey): string => drawScene(shop, { width: 1200, height: 630 });

const ICON = 512;

/** The shop's app icon: its letter cut from paper. Legible at 16 px, safe inside a round mask. */
export function drawIcon(shop: ShopKey, letter: string, size = ICON): string {
  const { accent, second } = SHOP_COLORS[shop];
  const paper = createPaper(shop, hash(`icon/${shop}`));
  const tile = paper.tone(accent);
  const height = 248;
  const { width } = glyph(letter, 0, 0, height);
  const data = glyph(letter, (ICON - width) / 2, (ICON - height) / 2, height)
    .strokes.map(toData)
    .join('');
  const pen = (color: string, dx: number, dy: number, opacity = 1) =>
    `<path d="${data}" transform="translate(${dx} ${dy})" fill="none" stroke="${color}" stroke-opacity="${opacity}" stroke-width="62" stroke-linecap="round" stroke-linejoin="round"/>`;
  const corner = box(0, 0, ICON, ICON, 116);
  const disc = paper.layer(ellipse(452, 470, 176), paper.tone(second).base, { lift: 1.4, glow: 0.8 });
  const body =
    paper.flat(corner, tile.base) +
    paper.clip(corner, paper.halo(70, 30, 460, tile.light, 0.7) + disc) +
    pen(paper.ink, 9, 13, 0.22) +
    pen(paper.ink, 4, 6, 0.25) +
    pen(paper.white, 0, 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${ICON} ${ICON}"><defs>${paper.defs()}</defs>${body}</svg>`;
}

function lightGround(shop: ShopKey, seed: number): number {
  const light = SHOP_COLORS[shop].grounds.flatMap((ground, i) => (isDark(ground) ? [] : [i]));
  return light[seed % light.length] ?? 0;
}

/** A drawing in its frame, with grain over all of it. */
export function framed(paper: Paper, { width, height }: Size, w: number, h: number, body: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" preserveAspectRatio="xMidYMid slice">` +
    `<defs>${paper.defs()}${grain(paper.dark)}</defs>${body}<rect width="${w}" height="${h}" fill="url(#grain)"/></svg>`
  );
}
