import { band, bowed, ellipse, type Path, type Point, place, poly, smooth, toData } from './geometry.ts';
import { mix, type Ramp, ramp, SHOP_COLORS, type ShopKey, type ToneName } from './palette.ts';
import { createRandom, type Random } from './random.ts';

export type LayerOptions = {
  /** How far the sheet floats above what is below it: 0 lies flat, 1 is usual. */
  lift?: number;
  /** How much the sheet brightens to the upper left and darkens to the lower right, 0 to 1. */
  glow?: number;
  opacity?: number;
};

/** The cutting table: every motif and scene draws with these sheets, so all pictures share one light. */
export type Paper = {
  readonly shop: ShopKey;
  readonly random: Random;
  readonly ink: string;
  readonly white: string;
  /** True on a dark ground, where thin dark lines would vanish. */
  readonly dark: boolean;
  tone(name: ToneName): Ramp;
  /** A sheet of paper: soft shadow below, bright upper left edge, gently lit face. */
  layer(path: Path, fill: string, options?: LayerOptions): string;
  /** A flat shape without shadow or edge: prints, veins, reflections. */
  flat(path: Path, fill: string, opacity?: number): string;
  /** A drawn line with round ends. */
  line(points: readonly Point[], color: string, width: number, opacity?: number): string;
  /** Shows `inside` only within the shape. */
  clip(path: Path, inside: string): string;
  /** A crescent along the rim of a shape: positive offsets shade the lower right, negative ones light the upper left. */
  rim(path: Path, color: string, dx: number, dy: number, opacity?: number): string;
  /** The soft shadow a standing thing throws on the table. */
  ground(x: number, y: number, rx: number, ry?: number, opacity?: number): string;
  /** A round glow of light: flames, lamps, windows. */
  halo(x: number, y: number, r: number, color: string, opacity?: number): string;
  /** Fills a frame with a wall that is lit at its upper left. Opaque, because thin veils over it show bands. */
  wash(width: number, height: number, lit: string, wall: string): string;
  /** A hand-cut round shape, `wobble` as share of its radius. */
  blob(x: number, y: number, rx: number, ry?: number, wobble?: number, corners?: number): Path;
  /** A leaf of two halves with a vein, from its foot outward; degrees 0 point up. */
  leaf(x: number, y: number, length: number, width: number, degrees: number, tone?: ToneName): string;
  stem(from: Point, to: Point, bow: number, width: number, tone?: ToneName): string;
  defs(): string;
};

export function createPaper(shop: ShopKey, seed: number, dark = false): Paper {
  const colors = SHOP_COLORS[shop];
  const random = createRandom(seed);
  const ramps = new Map<ToneName, Ramp>();
  const fills = new Map<string, string>();
  const definitions: string[] = [];
  let clips = 0;

  const tone = (name: ToneName) => {
    const known = ramps.get(name) ?? ramp(shop, name);
    ramps.set(name, known);
    return known;
  };

  const shadow = mix(colors.ink, '#000000', dark ? 0.5 : 0.1);

  function lit(fill: string, glow: number): string {
    if (glow === 0 || !fill.startsWith('#')) return fill;
    const key = `${fill}/${glow}`;
    const known = fills.get(key);
    if (known) return known;
    const id = `f${fills.size}`;
    const from = mix(fill, colors.paper, 0.42 * glow);
    const to = mix(fill, colors.ink, 0.3 * glow);
    definitions.push(
      `<linearGradient id="${id}" x1=".12" y1=".02" x2=".82" y2="1"><stop stop-color="${from}"/><stop offset=".5" stop-color="${fill}"/><stop offset="1" stop-color="${to}"/></linearGradient>`,
    );
    fills.set(key, `url(#${id})`);
    return `url(#${id})`;
  }

  function radial(color: string, middle: number): string {
    const key = `${color}/halo/${middle}`;
    const known = fills.get(key);
    if (known) return known;
    const id = `f${fills.size}`;
    definitions.push(
      `<radialGradient id="${id}"><stop stop-color="${color}"/><stop offset="${middle}" stop-color="${color}" stop-opacity=".5"/><stop offset="1" stop-color="${color}" stop-opacity="0"/></radialGradient>`,
    );
    fills.set(key, `url(#${id})`);
    return `url(#${id})`;
  }

  // Opacity goes on fill and stroke: on the element it would cost the renderer a surface per shape.
  const flat: Paper['flat'] = (path, fill, opacity = 1) =>
    `<path d="${toData(path)}" fill="${fill}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;

  const layer: Paper['layer'] = (path, fill, { lift = 1, glow = 0.35, opacity = 1 } = {}) => {
    const data = toData(path);
    const strength = dark ? 1.5 : 1;
    // Small pieces get one shadow and no edge: nobody sees more, and every copy costs render time.
    const far =
      lift >= 0.5
        ? `<path d="${data}" transform="translate(${9 * lift} ${13 * lift})" fill="${shadow}" fill-opacity="${0.07 * strength}"/>`
        : '';
    const near =
      lift > 0
        ? `<path d="${data}" transform="translate(${4 * lift} ${5.5 * lift})" fill="${shadow}" fill-opacity="${(far ? 0.13 : 0.2) * strength}"/>`
        : '';
    const under = near + far;
    const edge =
      far && fill.startsWith('#')
        ? `<path d="${data}" transform="translate(-1.7 -2.1)" fill="${mix(fill, '#fffaf0', dark ? 0.2 : 0.42)}"/>`
        : '';
    const sheet = `${under}${edge}<path d="${data}" fill="${lit(fill, glow)}"/>`;
    return opacity < 1 ? `<g opacity="${opacity}">${sheet}</g>` : sheet;
  };

  const line: Paper['line'] = (points, color, width, opacity = 1) =>
    `<path d="${toData(smooth(points, false))}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''}/>`;

  const clip: Paper['clip'] = (path, inside) => {
    const id = `c${clips++}`;
    definitions.push(`<clipPath id="${id}"><path d="${toData(path)}"/></clipPath>`);
    return `<g clip-path="url(#${id})">${inside}</g>`;
  };

  const rim: Paper['rim'] = (path, color, dx, dy, opacity = 0.5) => {
    const frame = poly([
      [-3000, -3000],
      [3000, -3000],
      [3000, 3000],
      [-3000, 3000],
    ]);
    const ring = toData(frame) + toData(place(path, { x: -dx, y: -dy }));
    return clip(path, `<path d="${ring}" fill="${color}" fill-rule="evenodd" fill-opacity="${opacity}"/>`);
  };

  const blob: Paper['blob'] = (x, y, rx, ry = rx, wobble = 0.04, corners = 9) => {
    const turn = random.next() * 360;
    const points = Array.from({ length: corners }, (_, i): Point => {
      const angle = ((turn + (i * 360) / corners) * Math.PI) / 180;
      const reach = 1 + random.off(wobble);
      return [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach];
    });
    return smooth(points);
  };

  const leaf: Paper['leaf'] = (x, y, length, width, degrees, name = 'leaf') => {
    const { base, shade, light } = tone(name);
    const bow = random.off(width * 0.35);
    const half = width / 2;
    const tip: Point = [bow * 1.2, -length];
    const spine: Point[] = [[0, 0], [bow * 0.7, -length * 0.35], [bow, -length * 0.7], tip];
    const whole = smooth([
      [0, 0],
      [0, 0],
      [half * 0.85 + bow * 0.4, -length * 0.3],
      [half * 0.8 + bow, -length * 0.62],
      tip,
      tip,
      [-half * 0.8 + bow, -length * 0.62],
      [-half * 0.85 + bow * 0.4, -length * 0.3],
    ]);
    const side = smooth([
      [0, 0],
      [0, 0],
      [half * 0.85 + bow * 0.4, -length * 0.3],
      [half * 0.8 + bow, -length * 0.62],
      tip,
      tip,
      [bow, -length * 0.7],
      [bow * 0.7, -length * 0.35],
    ]);
    const put = { x, y, rotate: degrees };
    const vein = place(
      band(spine, (t) => Math.max(1.5, width * 0.045 * (1 - t))),
      put,
    );
    return (
      layer(place(whole, put), base, { lift: 0.8, glow: 0.4 }) +
      flat(place(side, put), shade, 0.5) +
      flat(vein, light, 0.75)
    );
  };

  return {
    shop,
    random,
    dark,
    ink: colors.ink,
    white: mix('#ffffff', colors.paper, 0.5),
    tone,
    layer,
    flat,
    line,
    clip,
    rim,
    blob,
    leaf,
    ground: (x, y, rx, ry = rx * 0.16, opacity = dark ? 0.6 : 0.3) =>
      flat(ellipse(x + rx * 0.1, y + ry * 0.2, rx * 1.12, ry), radial(shadow, 0.62), opacity),
    wash: (width, height, from, to) => {
      const id = `w${definitions.length}`;
      definitions.push(
        `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${width * 0.16}" cy="${height * 0.08}" r="${Math.max(width, height) * 0.85}"><stop stop-color="${from}"/><stop offset=".35" stop-color="${mix(from, to, 0.55)}"/><stop offset="1" stop-color="${to}"/></radialGradient>`,
      );
      return `<rect width="${width}" height="${height}" fill="url(#${id})"/>`;
    },
    halo: (x, y, r, color, opacity = 0.6) => flat(ellipse(x, y, r), radial(color, 0.35), opacity),
    stem: (from, to, bow, width, name = 'leaf') => {
      const points = bowed(from, to, bow);
      const { base, shade } = tone(name);
      return (
        layer(
          band(points, (t) => width * (1 - t * 0.3)),
          base,
          { lift: 0.6, glow: 0 },
        ) +
        line(
          points.map(([x, y]): Point => [x + width * 0.22, y]),
          shade,
          width * 0.3,
          0.55,
        )
      );
    },
    defs: () => definitions.join(''),
  };
}
