import { bakery, beauty, desk, events, farm, florist } from '#lib/look/palettes';

/**
 * Every color, shape and type choice of the five shops and the order desk, as data. `css.ts` turns this into
 * `app/styles/looks.css`; pictures, share images and the web manifest read it directly.
 */

export const LOOKS = ['florist', 'bakery', 'beauty', 'farm', 'events'] as const;
export type Look = (typeof LOOKS)[number];
export type LookName = Look | 'desk';

/** OKLCH: lightness 0–1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

export type Palette = {
  /** The page. */
  paper: Oklch;
  /** What lies on the page: cards, fields, dialogs. */
  surface: Oklch;
  /** A hollow in the page: picture grounds, table heads, quiet panels. */
  sunk: Oklch;
  ink: Oklch;
  inkSoft: Oklch;
  /** Decorative rules; no meaning hangs on seeing them. */
  line: Oklch;
  /** Borders of controls, 3:1 against paper and surface. */
  edge: Oklch;
  accent: Oklch;
  accentDeep: Oklch;
  accentInk: Oklch;
  accentSoft: Oklch;
  /** The second color of a shop (coral, moss, gold): small fills, never text on paper. */
  touch: Oklch;
  touchInk: Oklch;
  /** The dark band: chalkboard, evening sky. */
  plate: Oklch;
  plateInk: Oklch;
  plateSoft: Oklch;
  plateAccent: Oklch;
  plateAccentInk: Oklch;
  good: Oklch;
  goodSoft: Oklch;
  warn: Oklch;
  warnSoft: Oklch;
  bad: Oklch;
  badSoft: Oklch;
};

export type Shape = {
  /** Corners of cards and pictures, of controls, of badges. */
  radius: string;
  radiusControl: string;
  radiusBadge: string;
  /** Weight of rules and of control borders. */
  rule: string;
  stroke: string;
  displayWeight: number;
  displayTracking: string;
  displayLeading: number;
  /** Width to height of a picture on a card. */
  picture: string;
};

export type LookTokens = { light: Palette; dark?: Palette; shape: Shape; display: string; text: string };

export const looks: Record<LookName, LookTokens> = { florist, bakery, beauty, farm, events, desk };

/** Text on its ground: at least 4.5:1. */
export const TEXT_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['ink', 'accentSoft'],
  ['inkSoft', 'paper'],
  ['inkSoft', 'surface'],
  ['inkSoft', 'sunk'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'accentSoft'],
  ['accentDeep', 'paper'],
  ['accentDeep', 'accentSoft'],
  ['accentInk', 'accent'],
  ['accentInk', 'accentDeep'],
  ['touchInk', 'touch'],
  ['plateInk', 'plate'],
  ['plateSoft', 'plate'],
  ['plateAccent', 'plate'],
  ['plateAccentInk', 'plateAccent'],
  ['good', 'paper'],
  ['good', 'surface'],
  ['good', 'goodSoft'],
  ['warn', 'paper'],
  ['warn', 'surface'],
  ['warn', 'warnSoft'],
  ['bad', 'paper'],
  ['bad', 'surface'],
  ['bad', 'badSoft'],
  ['ink', 'goodSoft'],
  ['ink', 'warnSoft'],
  ['ink', 'badSoft'],
];

/** Borders of controls and the focus ring on their ground: at least 3:1. */
export const CONTROL_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['edge', 'sunk'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunk'],
  ['plateAccent', 'plate'],
  ['plateSoft', 'plate'],
  ['bad', 'surface'],
];

export const isLook = (value: unknown): value is Look => LOOKS.some((look) => look === value);
