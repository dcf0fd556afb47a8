import 'server-only';
import { createHash } from 'node:crypto';
import { newId } from '#db/columns';
import { DomainError } from '#lib/errors';
import { isPlainPdf, looksLikePdf, MAX_PDF_BYTES } from './pdf.ts';
import { renderLegible } from './picture.ts';
import { type PrivateStore, privateStore, privateStoreOf } from './private-store.ts';

/** What customers hand in for staff to read: nothing of it is ever served without asking who wants it. */

/** A row of `media` as SQL functions take it. */
export type PrivateFile = {
  id: string;
  driver: PrivateStore['driver'];
  path: string;
  mime: 'image/webp' | 'application/pdf';
  bytes: number;
  width: number | null;
  height: number | null;
  /** Of what was uploaded: the same picture sent twice is known by it. */
  sha256: string;
  alt: string;
  is_public: false;
  created_at: Date;
  updated_at: Date;
};

type Readable = Pick<PrivateFile, 'driver' | 'path'>;

async function readable(file: Buffer) {
  if (looksLikePdf(file)) {
    if (file.length > MAX_PDF_BYTES) throw new DomainError('FILE_002', { max_bytes: MAX_PDF_BYTES });
    if (!isPlainPdf(file)) throw new DomainError('FILE_001');
    return { data: file, mime: 'application/pdf', ending: 'pdf', width: null, height: null } as const;
  }
  return { ...(await renderLegible(file)), mime: 'image/webp', ending: 'webp' } as const;
}

/**
 * Keeps a picture (encoded anew, without metadata) or a PDF (as it is) where only `readPrivateFile` finds it; answers the
 * row to insert with what it belongs to. When that fails, `discardPrivateFile`. Throws FILE_001 for any other content,
 * FILE_002 above 8 MB or 50 megapixels of a picture and 10 MB of a PDF.
 */
export async function storePrivateFile(
  file: Buffer,
  now: Date,
  store: PrivateStore = privateStore(),
): Promise<PrivateFile> {
  const { data, ending, ...facts } = await readable(file);
  const id = newId();
  return {
    id,
    driver: store.driver,
    path: await store.write(`${id}.${ending}`, data),
    ...facts,
    bytes: data.length,
    sha256: createHash('sha256').update(file).digest('hex'),
    alt: '',
    is_public: false,
    created_at: now,
    updated_at: now,
  };
}

/** The file, or null when it is gone. The caller has authorised. Throws DB_001 when its store cannot be reached. */
export const readPrivateFile = async ({ driver, path }: Readable): Promise<Buffer | null> =>
  (await privateStoreOf(driver)?.read(path)) ?? null;

/** Forgets a file whose row was never written, or is gone. */
export async function discardPrivateFile({ driver, path }: Readable): Promise<void> {
  await privateStoreOf(driver)?.remove(path);
}
