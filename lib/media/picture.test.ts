import sharp from 'sharp';
import { expect, it } from 'vitest';
import { renderPicture } from './picture.ts';

const plain = (width: number, height: number, background = 'orange') =>
  sharp({ create: { width, height, channels: 3, background } });
const codeOf = (file: Buffer) =>
  renderPicture(file).then(
    () => null,
    (error: { code: string }) => error.code,
  );

it('renders AVIF and WebP at fixed widths, oriented and without metadata', async () => {
  const file = await plain(600, 400)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Artist: 'secret' } })
    .jpeg()
    .toBuffer();
  const { width, height, renditions, blurDataUrl } = await renderPicture(file);
  expect([width, height]).toEqual([400, 600]);
  expect(renditions.map((one) => `${one.width}.${one.format}`)).toEqual([
    '240.avif',
    '240.webp',
    '400.avif',
    '400.webp',
  ]);
  expect(blurDataUrl.length).toBeLessThan(400);
  for (const { data } of renditions) {
    const { exif, orientation, icc } = await sharp(data).metadata();
    expect([exif, orientation ?? 1, icc]).toEqual([undefined, 1, undefined]);
    expect(data.includes('secret')).toBe(false);
  }
});

it('leaves nothing of a polyglot but its pixels', async () => {
  const file = Buffer.concat([await plain(40, 40).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
  const { renditions } = await renderPicture(file);
  expect(renditions.some(({ data }) => data.includes('<script>'))).toBe(false);
});

it('refuses by content what is not one JPEG, PNG or WebP picture', async () => {
  const png = await plain(300, 300).png().toBuffer();
  const frames = [await plain(20, 20, 'red').png().toBuffer(), await plain(20, 20, 'blue').png().toBuffer()];
  const animated = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  const apng = Buffer.concat([
    png.subarray(0, 33),
    Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1'),
    png.subarray(33),
  ]);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const gif = await plain(20, 20).gif().toBuffer();
  const posing = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')]);
  for (const file of [svg, gif, posing, animated, apng, Buffer.alloc(0), Buffer.from('<html>'), png.subarray(0, 100)]) {
    expect(await codeOf(file)).toBe('FILE_001');
  }
});

it('refuses what is too large before it unfolds', async () => {
  expect(await codeOf(Buffer.alloc(8 * 1024 * 1024 + 1))).toBe('FILE_002');
  // A header that promises 900 megapixels; the pixels never come.
  const bomb = await plain(10, 10).png().toBuffer();
  bomb.writeUInt32BE(30_000, 16);
  bomb.writeUInt32BE(30_000, 20);
  expect(['FILE_001', 'FILE_002']).toContain(await codeOf(bomb));
});
