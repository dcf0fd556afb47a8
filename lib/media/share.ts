import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { env } from '#lib/env';
import type { Image } from './output.ts';
import { inTurn } from './picture.ts';

/** What other sites show of a shared link: JPEG, because not every one of them reads the formats our pages use. */
const SHARE = { width: 1200, height: 630 };
const MOST_KEPT = 40;

const kept = new Map<string, Promise<Buffer>>();

async function fileOf(url: string): Promise<Buffer> {
  if (url.startsWith('/media/')) return readFile(join(env().DATA_DIR, url));
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`the picture store answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A picture whole on a ground of its own blurred colors, so that a tall loaf keeps its top and bottom. */
async function render(image: Image, source: Buffer): Promise<Buffer> {
  const isWide = image.width / image.height > 1.3;
  if (isWide)
    return sharp(source)
      .resize({ ...SHARE, fit: 'cover' })
      .jpeg({ quality: 80 })
      .toBuffer();
  const inner = await sharp(source).resize({ height: SHARE.height, fit: 'inside' }).toBuffer();
  return sharp(source)
    .resize({ ...SHARE, fit: 'cover' })
    .blur(40)
    .composite([{ input: inner, gravity: 'center' }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

/**
 * The share picture of a stored picture, 1200 by 630 pixels; the last few are kept in memory. Anybody may ask for any
 * of them: those who ask at once share one rendering, and renderings wait for one another and for uploads.
 */
export function sharePicture(image: Image): Promise<Buffer> {
  const known = kept.get(image.id);
  if (known) return known;
  const made = fileOf(image.url).then((source) => inTurn(() => render(image, source)));
  kept.set(image.id, made);
  made.catch(() => kept.delete(image.id));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

/** `rye-loaf` of `rye-loaf.jpg`; null for what no share picture is called. */
export const sharedName = (file: string): string | null => /^([a-z0-9-]{1,120})\.jpg$/.exec(file)?.[1] ?? null;

/** The share picture as an answer; without a picture there is none. */
export async function shareResponse(image: Image | null): Promise<Response> {
  if (image === null) return new Response('There is no such picture.', { status: 404 });
  return new Response(new Uint8Array(await sharePicture(image)), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=3600' },
  });
}
