import 'server-only';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { DomainError } from '#lib/errors';
import { type PictureFormat, renditionWidths } from './urls.ts';

/** Turns what was uploaded or drawn into what is served. Always encodes anew, so nothing of a file but its pixels stays. */

export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
/** Pixels of the largest rendition; a picture twice as high as it is wide is as tall as we keep. */
const FRAME = { width: 1200, height: 2400 };
const BLUR_WIDTH = 12;
/** Pixels of a picture that staff read: a page photographed at arm's length keeps its small print. */
const LEGIBLE = { width: 2000, height: 2800 };

// One thread per picture and few pictures at once: encoding must not starve the requests beside it.
sharp.concurrency(1);
sharp.cache(false);
let free = Math.min(2, availableParallelism());
const waiting: (() => void)[] = [];

/** Waits for a free turn; whatever decodes or encodes pictures goes through here. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

export type RawPixels = { data: Buffer; width: number; height: number; channels: 3 | 4 };
export type Rendition = { width: number; format: PictureFormat; data: Buffer };
export type RenderedPicture = {
  width: number;
  height: number;
  sha256: string;
  blurDataUrl: string;
  bytes: number;
  renditions: Rendition[];
};

const startsWith = (file: Buffer, bytes: readonly number[], at = 0) => bytes.every((byte, i) => file[at + i] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** What the first bytes say; the name and the declared type of an upload are never asked. */
export function pictureType(file: Buffer): 'jpeg' | 'png' | 'webp' | null {
  if (startsWith(file, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(file, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(file, ascii('RIFF')) && startsWith(file, ascii('WEBP'), 8)) return 'webp';
  return null;
}

/** Opens an upload. Throws FILE_001 for what is no single JPEG, PNG or WebP picture, FILE_002 for what is too large. */
async function openUpload(file: Buffer): Promise<Sharp> {
  if (file.length > MAX_PICTURE_BYTES) throw new DomainError('FILE_002', { max_bytes: MAX_PICTURE_BYTES });
  const type = pictureType(file);
  if (type === null) throw new DomainError('FILE_001');
  // An animated PNG says so in a chunk before its pixels; the decoder would silently take the first frame.
  if (type === 'png' && file.subarray(0, 65_536).includes('acTL')) throw new DomainError('FILE_001');
  const opened = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true });
  // Metadata is read from the header alone, so a bomb is refused before it unfolds.
  const { format, width, height, pages } = await opened.metadata().catch(notAPicture);
  if (format !== type || (pages ?? 1) > 1) throw new DomainError('FILE_001');
  if (width * height > MAX_PIXELS) throw new DomainError('FILE_002', { max_pixels: MAX_PIXELS });
  return opened.autoOrient();
}

function notAPicture(error: unknown): never {
  if (error instanceof Error && /pixel limit/i.test(error.message)) {
    throw new DomainError('FILE_002', { max_pixels: MAX_PIXELS }, { cause: error });
  }
  throw new DomainError('FILE_001', {}, { cause: error });
}

const encode = (picture: Sharp, format: PictureFormat): Sharp =>
  format === 'avif' ? picture.avif({ quality: 55, effort: 2 }) : picture.webp({ quality: 78, effort: 3 });

/**
 * All renditions of a picture, oriented, in sRGB and without metadata. Takes an uploaded file, or pixels that were
 * drawn. Throws FILE_001 (no JPEG, PNG or WebP picture, or an animated or broken one) and FILE_002 (above 8 MB or 50
 * megapixels).
 */
export function renderPicture(input: Buffer | RawPixels): Promise<RenderedPicture> {
  return inTurn(async () => {
    const isUpload = Buffer.isBuffer(input);
    const opened = isUpload
      ? await openUpload(input)
      : sharp(input.data, { raw: { width: input.width, height: input.height, channels: input.channels } });
    const { data, info } = await opened
      .resize({ ...FRAME, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(notAPicture);
    const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const renditions: Rendition[] = [];
    for (const width of renditionWidths(info.width)) {
      for (const format of ['avif', 'webp'] as const) {
        renditions.push({ width, format, data: await encode(pixels().resize({ width }), format).toBuffer() });
      }
    }
    const blur = await pixels()
      .resize({ width: BLUR_WIDTH, height: BLUR_WIDTH * 2, fit: 'inside' })
      .webp({ quality: 40 })
      .toBuffer();
    const stored = renditions.reduce((sum, rendition) => sum + rendition.data.length, 0);
    return {
      width: info.width,
      height: info.height,
      sha256: createHash('sha256')
        .update(isUpload ? input : input.data)
        .digest('hex'),
      blurDataUrl: `data:image/webp;base64,${blur.toString('base64')}`,
      bytes: Math.min(isUpload ? input.length : stored, MAX_PICTURE_BYTES),
      renditions,
    };
  });
}

export type LegiblePicture = { data: Buffer; width: number; height: number };

/**
 * One WebP of an uploaded picture to be read rather than admired: oriented, in sRGB, without metadata. Throws FILE_001
 * and FILE_002 as `renderPicture` does.
 */
export function renderLegible(file: Buffer): Promise<LegiblePicture> {
  return inTurn(async () => {
    const opened = await openUpload(file);
    const { data, info } = await opened
      .resize({ ...LEGIBLE, fit: 'inside', withoutEnlargement: true })
      // A transparent screenshot on black would hide its black words.
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .webp({ quality: 80, effort: 3 })
      .toBuffer({ resolveWithObject: true })
      .catch(notAPicture);
    return { data, width: info.width, height: info.height };
  });
}
