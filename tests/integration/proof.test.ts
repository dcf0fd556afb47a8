import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/database';
import { env } from '#lib/env';
import { placeOrder } from '#lib/orders/commands';
import { createFiles } from '#lib/server/files';
import { makeProduct, orderOf, setSetting, visitor } from '#tests/factories/shop';
import { call, tokenOf } from '#tests/support/api';

let staff = '';
beforeAll(async () => {
  staff = (await tokenOf('staff')).token;
  const transfer = { method: 'bank_transfer', title: 'Transfer', delivery_types: ['pickup'] };
  await setSetting('payments', { options: [transfer], account_holder: 'Rye', iban: 'DE02120300000000202051' });
});

async function newOrder() {
  const { variantId } = await makeProduct();
  const { order } = await placeOrder(visitor(), orderOf([variantId]));
  return { id: order.id, number: order.order_number, key: new URL(order.access_url).searchParams.get('key') ?? '' };
}
type Order = Awaited<ReturnType<typeof newOrder>>;

const plain = (background = 'teal', size = 300) =>
  sharp({ create: { width: size, height: size, channels: 3, background } });
const photo = (background = 'teal') =>
  plain(background)
    .jpeg()
    .withMetadata({ exif: { IFD0: { Artist: 'Ana Pop' } }, orientation: 6 })
    .toBuffer();
const pdf = (words = 'paid') =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<<(${words})>>\nendobj\nstartxref\n9\n%%EOF\n`, 'latin1');

/** As a browser sends a form with one file in it. */
function send(
  order: Order,
  file: Buffer | null,
  { name = 'photo.jpg', type = 'image/jpeg', more = {}, headers = {} } = {},
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(more)) form.append(field, String(value));
  form.append('proof', file ? new File([new Uint8Array(file)], name, { type }) : new File([], ''));
  return call('POST', `/orders/${order.number}/payments`, {
    raw: { text: form },
    headers: { 'barrow-order-key': order.key, ...headers },
  });
}

const kept = async (): Promise<string[]> => {
  const files = await readdir(join(env().DATA_DIR, 'private')).catch(() => []);
  return files.sort();
};
const rowsOf = async (order: Order) =>
  database().db.execute<{ id: string; path: string; mime: string; is_public: boolean; bytes: number }>(sql`
    SELECT p.id, m.path, m.mime, m.is_public, m.bytes FROM payments p LEFT JOIN media m ON m.id = p.proof_media_id
    WHERE p.order_id = ${order.id} ORDER BY p.created_at`);

describe('a proof', () => {
  it('that is a picture is encoded anew without what it says about its maker', async () => {
    const order = await newOrder();
    const answer = await send(order, await photo(), { more: { reference: 'Ana, Saturday', amount: '12.50' } });
    expect([answer.status, answer.body.data?.payment_status], answer.text).toEqual([201, 'submitted']);
    expect(answer.body.data.payments).toMatchObject([{ amount: 12.5, reference: 'Ana, Saturday', has_proof: true }]);
    const [row] = await rowsOf(order);
    expect(row).toMatchObject({ mime: 'image/webp', is_public: false });
    const file = await readFile(join(env().DATA_DIR, 'private', row?.path ?? ''));
    expect(file.length).toBe(row?.bytes);
    const { format, exif, orientation } = await sharp(file).metadata();
    expect([format, exif, orientation ?? 1]).toEqual(['webp', undefined, 1]);
    expect(file.includes('Ana Pop')).toBe(false);
  });

  it('that is a PDF is kept as it came, whatever it is called', async () => {
    const order = await newOrder();
    const answer = await send(order, pdf(), { name: 'holiday.jpg', type: 'image/jpeg' });
    expect(answer.status, answer.text).toBe(201);
    const [row] = await rowsOf(order);
    expect(row?.mime).toBe('application/pdf');
    expect(await readFile(join(env().DATA_DIR, 'private', row?.path ?? ''))).toEqual(pdf());
  });

  it('may be left out, in a form and in JSON', async () => {
    const [form, json] = [await newOrder(), await newOrder()];
    expect((await send(form, null)).body.data.payments).toMatchObject([{ has_proof: false, amount: 12.5 }]);
    const answer = await call('POST', `/orders/${json.number}/payments`, {
      body: { reference: 'Bread' },
      headers: { 'barrow-order-key': json.key },
    });
    expect(answer.body.data.payments).toMatchObject([{ has_proof: false, reference: 'Bread' }]);
  });

  const frames = async () =>
    sharp([await plain('red', 20).png().toBuffer(), await plain('blue', 20).png().toBuffer()], {
      join: { animated: true },
    })
      .webp()
      .toBuffer();
  const bomb = async () => {
    const file = await plain('red', 10).png().toBuffer();
    file.writeUInt32BE(30_000, 16);
    file.writeUInt32BE(30_000, 20);
    return file;
  };
  const zipped = async () => Buffer.concat([pdf(), Buffer.from('PK\x03\x04evil', 'latin1')]);
  const noise = async () => {
    const size = 1800;
    const data = Buffer.alloc(size * size * 3);
    for (let at = 0; at < data.length; at += 1) data[at] = (at * 7919 + (at >> 3) * 104_729) % 251;
    return sharp(data, { raw: { width: size, height: size, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
  };

  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['HTML by the name of a photo', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'FILE_001'],
    [
      'HTML behind the first bytes of a photo',
      () => Buffer.from('\xff\xd8\xff<html></html>', 'latin1'),
      415,
      'FILE_001',
    ],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, 'FILE_001'],
    ['a GIF', () => plain().gif().toBuffer(), 415, 'FILE_001'],
    ['an animation', frames, 415, 'FILE_001'],
    ['a PDF that is an archive as well', zipped, 415, 'FILE_001'],
    ['a PDF that is a page as well', () => pdf('<html><script>1</script>'), 415, 'FILE_001'],
    ['half a PDF', () => pdf().subarray(0, 20), 415, 'FILE_001'],
    ['a file of nothing', () => Buffer.alloc(0), 415, 'FILE_001'],
    ['half a photo', async () => (await photo()).subarray(0, 200), 415, 'FILE_001'],
    ['a picture above 8 MB', noise, 413, 'FILE_002'],
    ['a PDF above 10 MB', () => pdf('x'.repeat(10.5 * 1024 * 1024)), 413, 'FILE_002'],
  ])('is refused and leaves nothing behind: %s', async (_, make, status, code) => {
    const [order, before] = [await newOrder(), await kept()];
    const answer = await send(order, await make());
    expect([answer.status, answer.body.error?.code], answer.text).toEqual([status, code]);
    expect(await rowsOf(order)).toHaveLength(0);
    expect(await kept()).toEqual(before);
  });

  it('that promises 900 megapixels is refused before it unfolds', async () => {
    const answer = await send(await newOrder(), await bomb());
    expect([413, 415]).toContain(answer.status);
  });

  it('that is a picture of something else as well is only its pixels', async () => {
    const order = await newOrder();
    const file = Buffer.concat([await plain().png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect((await send(order, file)).status).toBe(201);
    const [row] = await rowsOf(order);
    expect((await readFile(join(env().DATA_DIR, 'private', row?.path ?? ''))).includes('<script>')).toBe(false);
  });

  it('says at its field what is wrong with a text, a number or two files', async () => {
    const order = await newOrder();
    const words = await send(order, null, { more: { amount: 'twelve' } });
    expect(words.body.error?.codes).toEqual({ amount: ['VAL_002'] });
    const decimals = await send(order, null, { more: { amount: '12.505' } });
    expect(decimals.body.error?.codes).toEqual({ amount: ['VAL_002'] });
    const form = new FormData();
    for (const name of ['a.jpg', 'b.jpg']) form.append('proof', new File([new Uint8Array(await photo())], name));
    const two = await call('POST', `/orders/${order.number}/payments`, {
      raw: { text: form },
      headers: { 'barrow-order-key': order.key },
    });
    expect([two.status, two.body.error?.codes]).toEqual([422, { proof: ['VAL_002'] }]);
    const text = await call('POST', `/orders/${order.number}/payments`, {
      body: { proof: 'data:image/png;base64,AAAA' },
      headers: { 'barrow-order-key': order.key },
    });
    expect(text.body.error?.codes).toEqual({ proof: ['VAL_002'] });
    const number = await call('POST', `/orders/${order.number}/payments`, {
      body: { amount: '12.50' },
      headers: { 'barrow-order-key': order.key },
    });
    expect(number.body.error?.codes).toEqual({ amount: ['VAL_002'] });
    expect(await rowsOf(order)).toHaveLength(0);
  });

  it('is added to a claim that came without one, and never replaced', async () => {
    const order = await newOrder();
    await send(order, null);
    const before = await kept();
    expect((await send(order, await photo('teal'))).body.data.payments).toMatchObject([{ has_proof: true }]);
    const [first] = await rowsOf(order);
    // The same picture once more is nothing new; another one is refused.
    expect((await send(order, await photo('teal'))).status).toBe(201);
    const other = await send(order, await photo('red'));
    expect([other.status, other.body.error?.code, other.body.error?.details.what]).toEqual([409, 'PAY_001', 'proof']);
    expect(await rowsOf(order)).toEqual([first]);
    expect(await kept()).toHaveLength(before.length + 1);
  });

  it('belongs to the request that one key stands for', async () => {
    const order = await newOrder();
    const headers = { 'idempotency-key': `proof-${order.id}` };
    const [first, again] = [
      await send(order, await photo('teal'), { headers }),
      await send(order, await photo('teal'), { headers }),
    ];
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    const other = await send(order, await photo('red'), { headers });
    expect([other.status, other.body.error?.code]).toEqual([422, 'REQ_003']);
    expect(await rowsOf(order)).toHaveLength(1);
  });

  it('is stored once when it arrives several times at once', async () => {
    const [order, before, file] = [await newOrder(), await kept(), await photo()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(order, file)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await rowsOf(order)).toHaveLength(1);
    expect(await kept()).toHaveLength(before.length + 1);
  });
});

describe('a stored proof', () => {
  it('is opened by staff alone', async () => {
    const order = await newOrder();
    await send(order, await photo());
    const [row] = await rowsOf(order);
    const path = `/admin/payments/${row?.id}/proof`;
    expect((await call('GET', path)).status).toBe(401);
    expect((await call('GET', path, { headers: { 'barrow-order-key': order.key } })).status).toBe(401);
    expect((await call('GET', path, { token: (await tokenOf('customer')).token })).status).toBe(403);
    const answer = await call('GET', path, { token: staff });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="proof-${order.number}.webp"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it('that is a PDF is downloaded, not shown', async () => {
    const order = await newOrder();
    await send(order, pdf());
    const [row] = await rowsOf(order);
    const { headers, text } = await call('GET', `/admin/payments/${row?.id}/proof`, { token: staff });
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="proof-${order.number}.pdf"`);
    expect(text).toBe(pdf().toString());
  });

  it('is not found where there is none', async () => {
    const order = await newOrder();
    await send(order, null);
    const [row] = await rowsOf(order);
    for (const id of [row?.id, order.id]) {
      const answer = await call('GET', `/admin/payments/${id}/proof`, { token: staff });
      expect([answer.status, answer.body.error?.code]).toEqual([404, 'DB_002']);
    }
  });

  it('lies where no address of the file server leads, for the eyes of one user', async () => {
    const order = await newOrder();
    await send(order, await photo());
    const [row] = await rowsOf(order);
    const files = createFiles([{ prefix: '/media/', path: join(env().DATA_DIR, 'media'), isMedia: true }], []);
    for (const path of [
      `/media/${row?.path}`,
      `/media/../private/${row?.path}`,
      `/media/%2e%2e/private/${row?.path}`,
    ]) {
      expect(await files.find(path, undefined), path).toBeNull();
    }
    expect((await stat(join(env().DATA_DIR, 'private', row?.path ?? ''))).mode & 0o077).toBe(0);
  });
});
