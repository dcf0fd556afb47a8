import { band, type Path, type Point, smooth } from './geometry.ts';
import { brightness, mix, SHOP_COLORS, type ShopKey } from './palette.ts';
import type { Paper } from './paper.ts';
import { createRandom } from './random.ts';

export type Ground = readonly [wall: string, plane: string];

export const groundAt = (shop: ShopKey, index: number): Ground => {
  const { grounds, paper } = SHOP_COLORS[shop];
  return grounds[index % grounds.length] ?? [paper, paper];
};

export const isDark = ([wall]: Ground) => brightness(wall) < 0.42;

/** A hand-cut edge across the picture, closed around everything below it. */
function below(paper: Paper, width: number, height: number, y: number, slope: number): Path {
  const steps = 6;
  const edge = Array.from(
    { length: steps + 1 },
    (_, i): Point => [(i / steps) * (width + 80) - 40, y + slope * (i / steps - 0.5) + paper.random.off(3)],
  );
  return [
    ...smooth(edge, false),
    { kind: 'L', to: [width + 40, height + 40] },
    { kind: 'L', to: [-40, height + 40] },
    { kind: 'Z' },
  ];
}

/** Wall and table line for standing things. */
export function tableBackdrop(paper: Paper, [wall, plane]: Ground, width: number, height: number, y: number): string {
  const table = below(paper, width, height, y, paper.random.off(26));
  return `${wallLight(paper, wall, width, height)}${paper.layer(table, plane, { lift: 0.5, glow: paper.dark ? 0.16 : 0.5 })}`;
}

/** A sheet with a large disc or a wide arc behind things seen from above. */
export function sheetBackdrop(paper: Paper, [wall, plane]: Ground, width: number, height: number): string {
  const { random } = paper;
  const behind =
    random.next() < 0.62
      ? paper.blob(
          width * (0.5 + random.off(0.05)),
          height * (0.5 + random.off(0.04)),
          width * 0.43,
          width * 0.45,
          0.012,
          10,
        )
      : band(
          [
            [-80, height * 0.98],
            [width * 0.22, height * 0.52],
            [width * 0.62, height * 0.3],
            [width * 1.1, height * 0.12],
          ],
          width * 0.72,
        );
  return `${wallLight(paper, wall, width, height)}${paper.layer(behind, plane, { lift: 0.5, glow: paper.dark ? 0.16 : 0.5 })}`;
}

/** Light from the upper left, shade in the far corner. */
const wallLight = (paper: Paper, wall: string, width: number, height: number): string =>
  paper.wash(width, height, mix(wall, '#fffaf0', paper.dark ? 0.06 : 0.4), wall);

/** One tile of paper grain: light and dark specks and a few fibers. Repeats unseen because it is faint. */
export function grain(dark: boolean): string {
  const random = createRandom(77);
  const size = 420;
  let specks = '';
  for (const color of ['#000', '#fff']) {
    let data = '';
    for (let i = 0; i < 620; i++) {
      const reach = random.between(0.8, 2.1);
      data += `M${(random.next() * size).toFixed(1)} ${(random.next() * size).toFixed(1)}h${reach.toFixed(1)}`;
    }
    for (let i = 0; i < 4; i++) {
      data += `M${(random.next() * size).toFixed(1)} ${(random.next() * size).toFixed(1)}q${random.off(9).toFixed(1)} ${random.off(6).toFixed(1)} ${random.off(16).toFixed(1)} ${random.off(12).toFixed(1)}`;
    }
    specks += `<path d="${data}" fill="none" stroke="${color}" stroke-width="1.5" opacity="${color === '#000' ? (dark ? 0.13 : 0.07) : dark ? 0.09 : 0.2}"/>`;
  }
  return `<pattern id="grain" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${specks}</pattern>`;
}
