/**
 * The fonts that ship with the app. A look's page fetches two files (one for the bakery); the latin-ext
 * files hold ă, ș, ț and their like and are only fetched when such a letter is on the page.
 */
type Subset = 'latin' | 'latin-ext';

export type Font = {
  family: string;
  package: string;
  /** Face name inside the fontsource package, without subset. */
  face: string;
  weights: string;
  fallback: 'Arial' | 'Times New Roman';
  /** Metrics in font units, so that the fallback takes the same room while the font loads. */
  metrics: { unitsPerEm: number; ascent: number; descent: number; averageWidth: number };
  /** For headlines whose weight is far from the text's: a stand-in that is too narrow breaks its lines elsewhere. */
  bold?: { fallback: 'Arial Bold'; averageWidth: number };
};

export const FONTS: readonly Font[] = [
  {
    family: 'Newsreader',
    package: '@fontsource-variable/newsreader',
    face: 'wght-normal',
    weights: '200 800',
    fallback: 'Times New Roman',
    metrics: { unitsPerEm: 2000, ascent: 1470, descent: 530, averageWidth: 857 },
  },
  {
    family: 'Figtree',
    package: '@fontsource-variable/figtree',
    face: 'wght-normal',
    weights: '300 900',
    fallback: 'Arial',
    metrics: { unitsPerEm: 1000, ascent: 950, descent: 250, averageWidth: 449 },
  },
  {
    family: 'Bricolage Grotesque',
    package: '@fontsource-variable/bricolage-grotesque',
    face: 'wght-normal',
    weights: '200 800',
    fallback: 'Arial',
    metrics: { unitsPerEm: 1000, ascent: 930, descent: 270, averageWidth: 470 },
    bold: { fallback: 'Arial Bold', averageWidth: 489 },
  },
  {
    family: 'Instrument Serif',
    package: '@fontsource/instrument-serif',
    face: '400-normal',
    weights: '400',
    fallback: 'Times New Roman',
    metrics: { unitsPerEm: 1000, ascent: 990, descent: 310, averageWidth: 341 },
  },
  {
    family: 'DM Sans',
    package: '@fontsource-variable/dm-sans',
    face: 'wght-normal',
    weights: '100 1000',
    fallback: 'Arial',
    metrics: { unitsPerEm: 1000, ascent: 992, descent: 310, averageWidth: 466 },
  },
  {
    family: 'Young Serif',
    package: '@fontsource/young-serif',
    face: '400-normal',
    weights: '400',
    fallback: 'Times New Roman',
    metrics: { unitsPerEm: 1000, ascent: 1046, descent: 366, averageWidth: 511 },
  },
  {
    family: 'Karla',
    package: '@fontsource-variable/karla',
    face: 'wght-normal',
    weights: '200 800',
    fallback: 'Arial',
    metrics: { unitsPerEm: 2000, ascent: 1834, descent: 504, averageWidth: 913 },
  },
  {
    family: 'Fraunces',
    package: '@fontsource-variable/fraunces',
    face: 'wght-normal',
    weights: '100 900',
    fallback: 'Times New Roman',
    metrics: { unitsPerEm: 2000, ascent: 1956, descent: 510, averageWidth: 938 },
  },
  {
    family: 'Outfit',
    package: '@fontsource-variable/outfit',
    face: 'wght-normal',
    weights: '100 900',
    fallback: 'Arial',
    metrics: { unitsPerEm: 1000, ascent: 1000, descent: 260, averageWidth: 445 },
  },
];

export const SUBSETS: readonly Subset[] = ['latin', 'latin-ext'];

const slug = (family: string) => family.toLowerCase().replaceAll(' ', '-');

export const fontFile = (font: Font, subset: Subset) => `${slug(font.family)}-${subset}.woff2`;

/** The file of a font inside its npm package. */
export const fontSource = (font: Font, subset: Subset) =>
  `${font.package}/files/${slug(font.family)}-${subset}-${font.face}.woff2`;
