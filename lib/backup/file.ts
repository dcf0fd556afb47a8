import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as WebStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, type Header, type Pack, pack } from 'tar-stream';
import { z } from 'zod';
import {
  BackupError,
  FORMAT_VERSION,
  headSchema,
  type Item,
  isFilePath,
  jobSchema,
  parseSums,
  type Summary,
  summarySchema,
  sumsText,
} from './format.ts';

/** 2^17 with 128 MiB for a moment: what OWASP asks of scrypt at least. The programs of age take up to 2^22. */
const WORK_FACTOR = 17;
/** Pictures are compressed already, and rows shrink to a tenth at any level: the shop sells meanwhile. */
const COMPRESSION = 3;
/** Bytes. Whatever is not a file is read into memory; nothing we write is larger. */
const MOST_HELD = 64 * 1024 * 1024;

export type Written = { bytes: number; sha256: string; summary: Summary };

const text = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Puts items into a tar, waiting whenever its reader is slower. */
async function fill(tar: Pack, items: AsyncIterable<Item>): Promise<Summary> {
  const put = (name: string, content: Buffer) =>
    new Promise<void>((resolve, reject) => {
      tar.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
    });
  const sums = new Map<string, string>();
  const parts = new Map<string, number>();
  const next = (name: string) => {
    const number = (parts.get(name) ?? 0) + 1;
    parts.set(name, number);
    return `${name}/${String(number).padStart(5, '0')}`;
  };
  async function putFile({ path, size, content }: Extract<Item, { kind: 'file' }>): Promise<void> {
    const hash = createHash('sha256');
    const ended = Promise.withResolvers<void>();
    const entry = tar.entry({ name: path, size, mode: 0o600 }, (error) =>
      error ? ended.reject(error) : ended.resolve(),
    );
    for await (const chunk of content) {
      hash.update(chunk);
      if (!entry.write(chunk)) await new Promise<void>((resolve) => entry.once('drain', () => resolve()));
    }
    entry.end(undefined);
    await ended.promise;
    sums.set(path, hash.digest('hex'));
  }
  for await (const item of items) {
    if (item.kind === 'head') await put('barrow.json', text(item.head));
    else if (item.kind === 'secret') await put('auth-secret', Buffer.from(`${item.secret}\n`));
    else if (item.kind === 'file') await putFile(item);
    else if (item.kind === 'jobs') await put(`${next('jobs')}.json`, text(item.jobs));
    else if (item.kind === 'rows') {
      const names = Buffer.from(`${item.columns.join(',')}\n`);
      await put(`${next(`tables/${item.table}`)}.csv`, Buffer.concat([names, item.rows]));
    } else if (item.kind === 'summary') {
      await put('files.sha256', Buffer.from(sumsText(sums)));
      await put('manifest.json', text(item.summary));
      tar.finalize();
      return item.summary;
    }
  }
  throw new Error('a backup ends with its summary');
}

/**
 * Writes items as a tar, compressed by gzip, encrypted by age with a passphrase: `age -d FILE | tar xz` opens it. The
 * file has its name once it is whole and on the disk.
 */
export async function writeBackup(
  path: string,
  {
    items,
    passphrase,
    workFactor = WORK_FACTOR,
  }: { items: AsyncIterable<Item>; passphrase: string; workFactor?: number },
): Promise<Written> {
  const unfinished = `${path}.unfinished`;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const hash = createHash('sha256');
  let bytes = 0;
  const tar = pack();
  try {
    const filled = fill(tar, items).catch((error: unknown) => {
      tar.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    const flowed = pipeline(
      Readable.from(tar),
      createGzip({ level: COMPRESSION }),
      async function* (source: AsyncIterable<Buffer>) {
        const sealed = await encrypter.encrypt(WebStream.from<Uint8Array>(source) as ReadableStream<Uint8Array>);
        for await (const chunk of sealed as WebStream<Uint8Array>) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    // What went wrong with the items says more than that the pipe broke.
    const [summary] = await Promise.all([
      filled,
      flowed.catch((error: unknown) => filled.then(() => Promise.reject(error))),
    ]);
    const file = await open(unfinished, 'r+');
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    return { bytes, sha256: hash.digest('hex'), summary };
  } finally {
    await rm(unfinished, { force: true });
  }
}

const DAMAGED = 'is damaged or was cut short; take another one. Nothing was changed.';

async function decrypted(path: string, passphrase: string): Promise<WebStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const bytes = Readable.toWeb(createReadStream(path));
  try {
    return (await decrypter.decrypt(bytes as ReadableStream<Uint8Array>)) as WebStream<Uint8Array>;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('no identity matched')) {
      throw new BackupError(`${path} opens with another passphrase. Nothing was changed.`);
    }
    throw new BackupError(`${path} is not a backup of Barrow, or its beginning is damaged. Nothing was changed.`);
  }
}

/** What comes out of a tar is bytes, whatever its types say. */
async function* bytesOf(source: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a tar holds bytes');
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

async function hold(content: AsyncIterable<Buffer>, size: number): Promise<Buffer> {
  if (size > MOST_HELD) throw new BackupError('An entry of this backup is larger than any we write.');
  return Buffer.concat(await Array.fromAsync(content));
}

const TABLE = /^tables\/([a-z0-9_]+)\/\d{5}\.csv$/;

async function toItem({ name, size }: Header, content: AsyncIterable<Buffer>): Promise<Item> {
  if (isFilePath(name)) return { kind: 'file', path: name, size, content };
  const held = await hold(content, size);
  const table = TABLE.exec(name)?.[1];
  if (table !== undefined) {
    const end = held.indexOf('\n');
    return { kind: 'rows', table, columns: held.toString('utf8', 0, end).split(','), rows: held.subarray(end + 1) };
  }
  const words = held.toString('utf8');
  if (name === 'auth-secret') return { kind: 'secret', secret: words.trim() };
  if (name === 'files.sha256') return { kind: 'sums', sums: parseSums(words) };
  const json: unknown = JSON.parse(words);
  if (name === 'barrow.json') {
    const { version } = z.object({ version: z.int() }).parse(json);
    if (version > FORMAT_VERSION) {
      throw new BackupError('This backup was made by a newer Barrow; update this one first. Nothing was changed.');
    }
    return { kind: 'head', head: headSchema.parse(json) };
  }
  if (name === 'manifest.json') return { kind: 'summary', summary: summarySchema.parse(json) };
  if (name.startsWith('jobs/')) return { kind: 'jobs', jobs: z.array(jobSchema).parse(json) };
  throw new BackupError(`This backup holds ${name}, which this Barrow does not know; update it first.`);
}

/**
 * The items of a backup, one after the other. Throws BackupError for a wrong passphrase, a file that is none, a cut or
 * changed one and one of a newer version; whoever reads must have seen the summary before they believe the rest.
 */
export async function* readBackup(path: string, passphrase: string): AsyncGenerator<Item> {
  await stat(path).catch(() => {
    throw new BackupError(`There is no file ${path}.`);
  });
  const plain = await decrypted(path, passphrase);
  const tar = extract();
  const flowed = pipeline(Readable.fromWeb(plain), createGunzip(), tar);
  // Heard below, or by whoever reads an entry.
  flowed.catch(() => undefined);
  const explain = async (error: unknown): Promise<unknown> => {
    if (error instanceof BackupError) return error;
    const isMisread = error instanceof z.ZodError || error instanceof SyntaxError;
    const isBroken = await flowed.then(
      () => false,
      () => true,
    );
    return isMisread || isBroken ? new BackupError(`${path} ${DAMAGED}`, { cause: error }) : error;
  };
  async function* read(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
    try {
      yield* bytesOf(entry);
    } catch (error) {
      throw await explain(error);
    }
  }
  let isWhole = false;
  try {
    for await (const entry of tar) {
      const item = await toItem(entry.header, read(entry));
      if (item.kind === 'summary') isWhole = true;
      yield item;
      // Whatever its reader left of it.
      entry.resume();
    }
    await flowed;
  } catch (error) {
    throw await explain(error);
  }
  if (!isWhole) throw new BackupError(`${path} ${DAMAGED}`);
}
