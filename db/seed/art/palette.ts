/** The colors of the five shops: one set of named tones, tuned to each shop's paper and ink. */
export type ShopKey = 'florist' | 'bakery' | 'beauty' | 'farm' | 'events';

/** One color in five steps from lit to deep shade. */
export type Ramp = {
  readonly tint: string;
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
};

const BASE = {
  white: '#f6f1e6',
  cream: '#efe0c2',
  butter: '#f0cf7e',
  gold: '#d9a441',
  mustard: '#c98a2b',
  apricot: '#eda874',
  coral: '#e8775e',
  orange: '#dd7a35',
  tomato: '#cf4a34',
  cherry: '#a92f3a',
  blush: '#efc0b2',
  rose: '#dd8a96',
  pink: '#d6607f',
  magenta: '#a83a68',
  plum: '#6f3a5c',
  lilac: '#b79ac6',
  violet: '#7f6aa8',
  blue: '#6d8fb8',
  midnight: '#2c3c68',
  teal: '#3f7f7c',
  mint: '#a9cdb4',
  sage: '#93a888',
  leaf: '#4f7d4e',
  forest: '#2f5340',
  moss: '#76803f',
  lime: '#aeb84c',
  straw: '#dcc07f',
  sand: '#d8bf9c',
  wheat: '#d9a566',
  crust: '#b9743a',
  toast: '#8c4f2a',
  rye: '#54362a',
  cocoa: '#3d2620',
  clay: '#b9694a',
  brick: '#97483a',
  stone: '#a9a299',
  slate: '#5f6670',
  ink: '#2b2a2d',
} as const;

export type ToneName = keyof typeof BASE;
export const TONE_NAMES = Object.keys(BASE).filter((name): name is ToneName => name in BASE);

type ShopColors = {
  /** Where lights and shades lean to, and how far every tone leans toward the shop's own cast. */
  readonly paper: string;
  readonly ink: string;
  readonly cast: string;
  readonly lean: number;
  /** Wall and table pairs behind a picture. */
  readonly grounds: readonly (readonly [wall: string, plane: string])[];
  readonly accent: ToneName;
  readonly second: ToneName;
  readonly blooms: readonly ToneName[];
};

export const SHOP_COLORS: Readonly<Record<ShopKey, ShopColors>> = {
  florist: {
    paper: '#f6f5ea',
    ink: '#1f3329',
    cast: '#7f9a84',
    lean: 0.05,
    accent: 'forest',
    second: 'coral',
    grounds: [
      ['#e6ebdd', '#cfdbc8'],
      ['#f2ddd0', '#e6c4b3'],
      ['#d3dfd3', '#b9ccbb'],
      ['#f1e8cf', '#e2d3ac'],
      ['#dfe6e6', '#c3d1d1'],
      ['#35523f', '#294233'],
    ],
    blooms: ['coral', 'blush', 'cream', 'rose', 'butter', 'lilac', 'magenta', 'white', 'apricot'],
  },
  bakery: {
    paper: '#f7f2e8',
    ink: '#2b1b15',
    cast: '#b98a5c',
    lean: 0.06,
    accent: 'orange',
    second: 'rye',
    grounds: [
      ['#f1e9db', '#dfcfb6'],
      ['#e7d6bb', '#d2b993'],
      ['#4a372e', '#392922'],
      ['#efc9a4', '#dfa878'],
      ['#dcd6cc', '#c3b9aa'],
      ['#d9c7b8', '#b99f8c'],
    ],
    blooms: ['wheat', 'crust', 'cream', 'orange', 'toast', 'butter'],
  },
  beauty: {
    paper: '#f8f5f3',
    ink: '#33202e',
    cast: '#9a7d92',
    lean: 0.09,
    accent: 'plum',
    second: 'rose',
    grounds: [
      ['#f0ebe8', '#e0d5d3'],
      ['#e6d8de', '#d2bcc7'],
      ['#ecdcd2', '#dbc2b4'],
      ['#dddae3', '#c6c0d0'],
      ['#dbe0da', '#c1cac2'],
      ['#5a3650', '#46283e'],
    ],
    blooms: ['plum', 'rose', 'blush', 'lilac', 'sand', 'white', 'gold', 'sage'],
  },
  farm: {
    paper: '#f6edcf',
    ink: '#2b2617',
    cast: '#b59a4e',
    lean: 0.06,
    accent: 'tomato',
    second: 'moss',
    grounds: [
      ['#efe2b9', '#dcc88f'],
      ['#d5d9b0', '#b9c08a'],
      ['#efc9aa', '#dda981'],
      ['#d3dfdb', '#b4c6c0'],
      ['#e2c79a', '#c9a871'],
      ['#47532f', '#374224'],
    ],
    blooms: ['tomato', 'moss', 'butter', 'leaf', 'orange', 'plum'],
  },
  events: {
    paper: '#fbeee8',
    ink: '#1b2340',
    cast: '#7a76a6',
    lean: 0.06,
    accent: 'midnight',
    second: 'gold',
    grounds: [
      ['#f5ddd6', '#e6bfb8'],
      ['#d7c9dd', '#bba9c8'],
      ['#2a3660', '#202a4d'],
      ['#f4d3b6', '#e5b58f'],
      ['#a5aed0', '#8791ba'],
      ['#f1e6cf', '#dccba6'],
    ],
    blooms: ['blush', 'gold', 'midnight', 'rose', 'lilac', 'cream', 'apricot'],
  },
};

type Channels = readonly [r: number, g: number, b: number];

function channels(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `amount` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, amount: number): string {
  const a = channels(from);
  const b = channels(to);
  // Squares, because mixing plain sRGB goes muddy in the middle.
  const blend = (x: number, y: number) => Math.round(Math.sqrt(x * x * (1 - amount) + y * y * amount));
  const out = [blend(a[0], b[0]), blend(a[1], b[1]), blend(a[2], b[2])];
  return `#${out.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/** 0 black to 1 white, as the eye weighs it. */
export function brightness(hex: string): number {
  const [r, g, b] = channels(hex);
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

type Lab = readonly [l: number, a: number, b: number];

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

function toLab(hex: string): Lab {
  const [r, g, b] = channels(hex).map((c) => linear(c / 255));
  const [x, y, z] = [r ?? 0, g ?? 0, b ?? 0];
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([light, a, b]: Lab): string {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (c: number) => Math.min(255, Math.max(0, Math.round(gamma(Math.max(0, c)) * 255)));
  return `#${rgb.map((c) => byte(c).toString(16).padStart(2, '0')).join('')}`;
}

/** Moves a color toward white (positive) or black (negative) and keeps `vivid` of its color: OKLab, so tints stay clean. */
function step(hex: string, toward: number, vivid: number): string {
  const [l, a, b] = toLab(hex);
  const light = toward > 0 ? l + (0.975 - l) * toward : l * (1 + toward);
  return fromLab([light, a * vivid, b * vivid]);
}

export function ramp(shop: ShopKey, name: ToneName): Ramp {
  const { paper, ink, cast, lean } = SHOP_COLORS[shop];
  const base = mix(BASE[name], cast, lean);
  return {
    tint: mix(step(base, 0.58, 0.68), paper, 0.12),
    light: step(base, 0.28, 0.93),
    base,
    shade: mix(step(base, -0.14, 1.04), ink, 0.05),
    deep: mix(step(base, -0.32, 1), ink, 0.12),
  };
}
