import { toCss } from '#lib/look/color';
import { FONTS, type Font, fontFile, SUBSETS } from '#lib/look/fonts';
import { LOOKS, type Look, type LookTokens, looks, type Palette } from '#lib/look/tokens';

const RANGES = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
} as const;

const FALLBACKS = {
  Arial: { averageWidth: 913 / 2048, locals: ['Arial', 'Liberation Sans', 'Arimo', 'Roboto', 'Helvetica'] },
  'Arial Bold': {
    averageWidth: 980 / 2048,
    locals: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Roboto Bold', 'Arial'],
  },
  'Times New Roman': {
    averageWidth: 832 / 2048,
    locals: ['Times New Roman', 'Liberation Serif', 'Tinos', 'Noto Serif', 'Times'],
  },
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const percent = (value: number) => `${(value * 100).toFixed(2)}%`;

/** What is on the machine already, stretched to the measure of the font. */
function standIn({ family, metrics }: Font, fallback: keyof typeof FALLBACKS, width: number, weights?: string): string {
  const { unitsPerEm, ascent, descent } = metrics;
  const { averageWidth, locals } = FALLBACKS[fallback];
  const adjust = width / unitsPerEm / averageWidth;
  return [
    '@font-face {',
    `  font-family: "${family} Fallback";`,
    ...(weights ? [`  font-weight: ${weights};`] : []),
    `  src: ${locals.map((name) => `local("${name}")`).join(', ')};`,
    `  size-adjust: ${percent(adjust)};`,
    `  ascent-override: ${percent(ascent / unitsPerEm / adjust)};`,
    `  descent-override: ${percent(descent / unitsPerEm / adjust)};`,
    '  line-gap-override: 0%;',
    '}',
  ].join('\n');
}

function faces(font: Font, subsets = SUBSETS): string {
  const own = subsets.map(
    (subset) => `@font-face {
  font-family: "${font.family}";
  font-style: normal;
  font-display: swap;
  font-weight: ${font.weights};
  src: url("/fonts/${fontFile(font, subset)}") format("woff2");
  unicode-range:
    ${RANGES[subset]};
}`,
  );
  const stands = [standIn(font, font.fallback, font.metrics.averageWidth)];
  if (font.bold) stands.push(standIn(font, font.bold.fallback, font.bold.averageWidth, '600 900'));
  return [...own, ...stands].join('\n');
}

const stack = (family: string) => {
  const font = FONTS.find((one) => one.family === family);
  const generic = font?.fallback === 'Times New Roman' ? 'serif' : 'sans-serif';
  return `"${family}", "${family} Fallback", ${generic}`;
};

const colors = (palette: Palette) =>
  Object.entries(palette).map(([name, value]) => `  --${kebab(name)}: ${toCss(value)};`);

function rule(selector: string, tokens: LookTokens): string {
  const shape = Object.entries(tokens.shape).map(([name, value]) => `  --${kebab(name)}: ${value};`);
  const fonts = [`  --display: ${stack(tokens.display)};`, `  --text: ${stack(tokens.text)};`];
  return [`${selector} {`, ...colors(tokens.light), ...shape, ...fonts, '}'].join('\n');
}

/** Colors, shape and fonts of one look, for a document that brings its own style and shows this text. */
export function lookStyle(look: Look, text: string): string {
  const tokens = looks[look];
  const fonts = FONTS.filter(({ family }) => family === tokens.display || family === tokens.text);
  const subsets = SUBSETS.filter((subset) => subset === 'latin' || /[\u0100-\u02ff\u1e00-\u1eff]/.test(text));
  return [...fonts.map((font) => faces(font, subsets)), rule(':root', tokens)].join('\n');
}

const NOTE = '/* Written by scripts/fonts.ts from lib/look: change the data there. */';

/** The stylesheets that `scripts/fonts.ts` writes into `app/styles`, by name; a test compares them. */
export function stylesheets(): Readonly<Record<string, string>> {
  const dark = looks.desk.dark ? colors(looks.desk.dark).map((line) => `  ${line}`) : [];
  return {
    'fonts.css': `${[NOTE, ...FONTS.map((font) => faces(font))].join('\n')}\n`,
    'looks.css': [
      NOTE,
      ...LOOKS.map((look) => rule(`[data-look="${look}"]`, looks[look])),
      rule('[data-look="desk"]', looks.desk),
      '@media (prefers-color-scheme: dark) {\n  [data-look="desk"] {',
      ...dark,
      '  }\n}\n',
    ].join('\n'),
  };
}
