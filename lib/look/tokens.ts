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

const signals = {
  good: [0.44, 0.1, 150],
  goodSoft: [0.94, 0.035, 150],
  warn: [0.47, 0.1, 70],
  warnSoft: [0.945, 0.045, 85],
  bad: [0.48, 0.17, 25],
  badSoft: [0.945, 0.025, 20],
} as const satisfies Partial<Palette>;

const florist: LookTokens = {
  light: {
    ...signals,
    paper: [0.972, 0.012, 118],
    surface: [0.993, 0.006, 112],
    sunk: [0.94, 0.018, 122],
    ink: [0.26, 0.035, 155],
    inkSoft: [0.46, 0.03, 150],
    line: [0.86, 0.022, 125],
    edge: [0.58, 0.035, 145],
    accent: [0.42, 0.085, 153],
    accentDeep: [0.34, 0.075, 155],
    accentInk: [0.985, 0.012, 112],
    accentSoft: [0.925, 0.035, 145],
    touch: [0.72, 0.145, 33],
    touchInk: [0.25, 0.06, 30],
    plate: [0.31, 0.05, 156],
    plateInk: [0.965, 0.016, 112],
    plateSoft: [0.82, 0.03, 130],
    plateAccent: [0.77, 0.125, 36],
    plateAccentInk: [0.24, 0.05, 35],
  },
  shape: {
    radius: '0px',
    radiusControl: '2px',
    radiusBadge: '0px',
    rule: '1px',
    stroke: '1px',
    displayWeight: 380,
    displayTracking: '-0.022em',
    displayLeading: 1.06,
    picture: '4 / 5',
  },
  display: 'Newsreader',
  text: 'Figtree',
};

const bakery: LookTokens = {
  light: {
    ...signals,
    paper: [0.978, 0.008, 85],
    surface: [0.998, 0.002, 85],
    sunk: [0.94, 0.016, 80],
    ink: [0.25, 0.03, 52],
    inkSoft: [0.46, 0.03, 55],
    line: [0.86, 0.022, 75],
    edge: [0.58, 0.035, 60],
    accent: [0.545, 0.165, 40],
    accentDeep: [0.465, 0.15, 38],
    accentInk: [0.995, 0.006, 85],
    accentSoft: [0.952, 0.032, 68],
    touch: [0.83, 0.13, 82],
    touchInk: [0.27, 0.05, 60],
    plate: [0.255, 0.026, 50],
    plateInk: [0.965, 0.012, 85],
    plateSoft: [0.79, 0.03, 75],
    plateAccent: [0.745, 0.165, 54],
    plateAccentInk: [0.22, 0.04, 50],
  },
  shape: {
    radius: '10px',
    radiusControl: '8px',
    radiusBadge: '4px',
    rule: '2px',
    stroke: '1.5px',
    displayWeight: 760,
    displayTracking: '-0.035em',
    displayLeading: 0.98,
    picture: '4 / 5',
  },
  display: 'Bricolage Grotesque',
  text: 'Bricolage Grotesque',
};

const beauty: LookTokens = {
  light: {
    ...signals,
    paper: [0.984, 0.004, 340],
    surface: [1, 0, 0],
    sunk: [0.955, 0.009, 345],
    ink: [0.27, 0.035, 335],
    inkSoft: [0.47, 0.03, 338],
    line: [0.885, 0.014, 340],
    edge: [0.6, 0.03, 338],
    accent: [0.4, 0.125, 342],
    accentDeep: [0.33, 0.11, 342],
    accentInk: [0.99, 0.006, 340],
    accentSoft: [0.95, 0.022, 342],
    touch: [0.84, 0.055, 20],
    touchInk: [0.29, 0.06, 350],
    plate: [0.3, 0.075, 338],
    plateInk: [0.97, 0.01, 340],
    plateSoft: [0.83, 0.035, 345],
    plateAccent: [0.88, 0.05, 15],
    plateAccentInk: [0.28, 0.07, 340],
  },
  shape: {
    radius: '0px',
    radiusControl: '0px',
    radiusBadge: '0px',
    rule: '1px',
    stroke: '1px',
    displayWeight: 400,
    displayTracking: '-0.012em',
    displayLeading: 1.02,
    picture: '4 / 5',
  },
  display: 'Instrument Serif',
  text: 'DM Sans',
};

const farm: LookTokens = {
  light: {
    ...signals,
    good: [0.42, 0.1, 140],
    goodSoft: [0.91, 0.055, 130],
    warnSoft: [0.92, 0.07, 85],
    bad: [0.46, 0.17, 20],
    badSoft: [0.92, 0.04, 25],
    paper: [0.945, 0.038, 92],
    surface: [0.978, 0.024, 95],
    sunk: [0.9, 0.048, 90],
    ink: [0.255, 0.035, 75],
    inkSoft: [0.44, 0.04, 80],
    line: [0.8, 0.055, 88],
    edge: [0.49, 0.05, 80],
    accent: [0.51, 0.185, 29],
    accentDeep: [0.435, 0.16, 28],
    accentInk: [0.985, 0.02, 92],
    accentSoft: [0.9, 0.055, 50],
    touch: [0.5, 0.095, 128],
    touchInk: [0.985, 0.02, 110],
    plate: [0.335, 0.055, 132],
    plateInk: [0.965, 0.03, 95],
    plateSoft: [0.83, 0.045, 105],
    plateAccent: [0.83, 0.135, 88],
    plateAccentInk: [0.25, 0.045, 90],
  },
  shape: {
    radius: '3px',
    radiusControl: '3px',
    radiusBadge: '2px',
    rule: '2px',
    stroke: '2px',
    displayWeight: 400,
    displayTracking: '-0.02em',
    displayLeading: 1.04,
    picture: '4 / 5',
  },
  display: 'Young Serif',
  text: 'Karla',
};

const events: LookTokens = {
  light: {
    ...signals,
    paper: [0.968, 0.014, 25],
    surface: [0.993, 0.006, 30],
    sunk: [0.935, 0.022, 20],
    ink: [0.26, 0.065, 272],
    inkSoft: [0.46, 0.055, 280],
    line: [0.88, 0.022, 15],
    edge: [0.59, 0.045, 300],
    accent: [0.36, 0.115, 270],
    accentDeep: [0.29, 0.1, 270],
    accentInk: [0.985, 0.012, 40],
    accentSoft: [0.93, 0.028, 300],
    touch: [0.8, 0.115, 85],
    touchInk: [0.27, 0.065, 272],
    plate: [0.265, 0.085, 272],
    plateInk: [0.968, 0.018, 40],
    plateSoft: [0.83, 0.04, 320],
    plateAccent: [0.83, 0.115, 86],
    plateAccentInk: [0.25, 0.07, 272],
  },
  shape: {
    radius: '22px',
    radiusControl: '999px',
    radiusBadge: '999px',
    rule: '1px',
    stroke: '1px',
    displayWeight: 430,
    displayTracking: '-0.025em',
    displayLeading: 1.04,
    picture: '4 / 5',
  },
  display: 'Fraunces',
  text: 'Outfit',
};

const desk: LookTokens = {
  light: {
    ...signals,
    paper: [0.972, 0.004, 95],
    surface: [0.998, 0.001, 95],
    sunk: [0.945, 0.006, 95],
    ink: [0.24, 0.012, 220],
    inkSoft: [0.475, 0.014, 220],
    line: [0.895, 0.007, 100],
    edge: [0.6, 0.012, 210],
    accent: [0.46, 0.085, 205],
    accentDeep: [0.39, 0.075, 208],
    accentInk: [0.99, 0.005, 200],
    accentSoft: [0.93, 0.028, 200],
    touch: [0.8, 0.13, 75],
    touchInk: [0.26, 0.05, 60],
    plate: [0.25, 0.018, 215],
    plateInk: [0.96, 0.005, 100],
    plateSoft: [0.79, 0.012, 200],
    plateAccent: [0.82, 0.085, 195],
    plateAccentInk: [0.22, 0.04, 210],
  },
  dark: {
    paper: [0.195, 0.009, 220],
    surface: [0.235, 0.01, 220],
    sunk: [0.27, 0.011, 220],
    ink: [0.94, 0.006, 100],
    inkSoft: [0.74, 0.012, 200],
    line: [0.325, 0.012, 220],
    edge: [0.58, 0.014, 215],
    accent: [0.77, 0.095, 195],
    accentDeep: [0.84, 0.085, 195],
    accentInk: [0.2, 0.035, 210],
    accentSoft: [0.31, 0.035, 205],
    touch: [0.8, 0.13, 75],
    touchInk: [0.24, 0.05, 60],
    plate: [0.165, 0.009, 220],
    plateInk: [0.94, 0.006, 100],
    plateSoft: [0.74, 0.012, 200],
    plateAccent: [0.8, 0.09, 195],
    plateAccentInk: [0.2, 0.035, 210],
    good: [0.79, 0.13, 152],
    goodSoft: [0.29, 0.04, 155],
    warn: [0.82, 0.12, 80],
    warnSoft: [0.3, 0.04, 75],
    bad: [0.76, 0.125, 22],
    badSoft: [0.29, 0.05, 22],
  },
  shape: {
    radius: '8px',
    radiusControl: '6px',
    radiusBadge: '999px',
    rule: '1px',
    stroke: '1px',
    displayWeight: 640,
    displayTracking: '-0.015em',
    displayLeading: 1.2,
    picture: '1 / 1',
  },
  display: 'Figtree',
  text: 'Figtree',
};

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
