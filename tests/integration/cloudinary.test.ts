import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storePicture } from '#lib/media/commands';
import { cloudinaryStore } from '#lib/media/drivers/cloudinary';
import { cloudinaryPrivateStore } from '#lib/media/drivers/cloudinary-private';
import { storePrivateFile } from '#lib/media/private-files';
import { toImage } from '#lib/media/urls';

const SECRET = 'fake-secret';
type Seen = { path: string; fields: Record<string, string>; file: Buffer | null };
const seen: Seen[] = [];
let server: Server;
let url = '';

/** Stands where the service would: takes what is signed as the service documents it, refuses everything else. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const type = request.headers['content-type'] ?? '';
    const sent =
      request.method === 'GET'
        ? searchParams
        : await new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { 'content-type': type } }).formData();
    const fields: Record<string, string> = {};
    let file: Buffer | null = null;
    for (const [name, value] of sent) {
      if (typeof value === 'string') fields[name] = value;
      else file = Buffer.from(await value.arrayBuffer());
    }
    const { signature, api_key: key, ...signed } = fields;
    const text = Object.entries(signed)
      .filter(([name, value]) => value !== '' && !['file', 'cloud_name', 'resource_type'].includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const isSigned = [createHash('sha1'), createHash('sha256')].some(
      (hash) => hash.update(text + SECRET).digest('hex') === signature,
    );
    response.setHeader('content-type', 'application/json');
    if (key !== 'fake-key' || !isSigned) {
      response.writeHead(401).end(JSON.stringify({ error: { message: `Invalid Signature ${signature}` } }));
      return;
    }
    if (request.method === 'GET') {
      const kept = seen.find((one) => `${one.fields.folder}/${one.fields.public_id}` === fields.public_id)?.file;
      const isThere = kept && !seen.some((one) => one.path.endsWith('/destroy'));
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(isThere ? kept : '');
      return;
    }
    seen.push({ path: pathname, fields, file });
    response.end(JSON.stringify({ public_id: `${fields.folder}/${fields.public_id}`, result: 'ok' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  url = `cloudinary://fake-key:${SECRET}@florist?upload_prefix=http://127.0.0.1:${port}`;
  // As in a shop that uses it: the package looks here, once, to choose between http and https.
  process.env.CLOUDINARY_URL = url;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const picture = () =>
  sharp({ create: { width: 900, height: 700, channels: 3, background: 'teal' } })
    .jpeg()
    .withMetadata({ exif: { IFD0: { Copyright: 'somebody' } } })
    .toBuffer();

it('keeps pictures at Cloudinary when it is configured: signed, encoded anew, and gone when removed', async () => {
  const store = cloudinaryStore(url);
  const row = await storePicture(await picture(), { alt: 'Teal' }, store);
  expect(row).toMatchObject({ driver: 'cloudinary', width: 900, height: 700, alt: 'Teal' });
  const [upload] = seen;
  expect(upload?.path).toBe('/v1_1/florist/image/upload');
  const sent = await sharp(upload?.file ?? Buffer.alloc(0)).metadata();
  expect([sent.format, sent.width, sent.height, sent.exif]).toEqual(['png', 900, 700, undefined]);
  const image = toImage({ ...row, id: row.id ?? '', width: 900, height: 700, alt: 'Teal', blurDataUrl: null });
  expect(image.url).toMatch(/^https:\/\/res\.cloudinary\.com\/florist\/image\/upload\/.*\/barrow\/.*\.webp$/);

  await store.remove(row.path);
  expect(seen.at(-1)).toMatchObject({
    path: '/v1_1/florist/image/destroy',
    fields: { public_id: row.path.split('/').slice(1).join('/') },
  });
});

it('keeps private files there without a public address, and reads them back byte for byte', async () => {
  seen.length = 0;
  const store = cloudinaryPrivateStore(url);
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');
  const row = await storePrivateFile(pdf, new Date(), store);
  expect(row).toMatchObject({ driver: 'cloudinary', mime: 'application/pdf', bytes: pdf.length, is_public: false });
  const [upload] = seen;
  expect(upload?.path).toBe('/v1_1/florist/raw/upload');
  expect(upload?.fields).toMatchObject({ type: 'private', folder: 'barrow-private' });
  expect(await store.read(row.path)).toEqual(pdf);

  const stranger = cloudinaryPrivateStore(url.replace(SECRET, 'wrong-secret'));
  await expect(stranger.read(row.path)).rejects.toMatchObject({ code: 'DB_001' });
  await store.remove(row.path);
  expect(seen.at(-1)).toMatchObject({ path: '/v1_1/florist/raw/destroy', fields: { type: 'private' } });
  expect(await store.read(row.path)).toBeNull();
});

it('tells when Cloudinary refuses, and keeps no row', async () => {
  const stranger = cloudinaryStore(url.replace(SECRET, 'wrong-secret'));
  await expect(storePicture(await picture(), {}, stranger)).rejects.toThrow(/Cloudinary refused a file/);
});
