import 'server-only';
import { DomainError } from '#lib/errors';

/** Bytes. Uploads have limits of their own. */
const LARGEST_BODY = 1_048_576;
const LARGEST_UPLOAD = 12_582_912;
const MULTIPART = 'multipart/form-data';

const typeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export const isMultipart = (request: Request): boolean => typeOf(request) === MULTIPART;

/**
 * The body as a plain object; undefined when there is none at all. Throws REQ_001 for a wrong type or broken content,
 * FILE_002 for a body over its limit or cut short on its way.
 */
export async function readBody(
  request: Request,
  accepts: 'json' | 'form' | 'multipart' | 'json-or-multipart',
  largestUpload = LARGEST_UPLOAD,
): Promise<unknown> {
  const type = typeOf(request);
  if (accepts === 'multipart' || (accepts === 'json-or-multipart' && type === MULTIPART)) {
    if (type !== MULTIPART) throw new DomainError('REQ_001', { header: 'Content-Type' });
    return fieldsOf(request, await readBytes(request, largestUpload));
  }
  const isForm = accepts === 'form' && type === 'application/x-www-form-urlencoded';
  if (!isForm && type !== 'application/json' && type !== '')
    throw new DomainError('REQ_001', { header: 'Content-Type' });
  const bytes = await readBytes(request, LARGEST_BODY);
  if (bytes.length === 0) return undefined;
  if (type === '') throw new DomainError('REQ_001', { header: 'Content-Type' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
  } catch (error) {
    throw new DomainError('REQ_001', { body: isForm ? 'form' : 'json' }, { cause: error });
  }
}

/** Reads to the end or refuses: a body is never taken for whole when bytes are missing. */
async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const declared = request.headers.get('content-length');
  if (declared && Number(declared) > limit) throw new DomainError('FILE_002', { limit });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new DomainError('FILE_002', { limit });
    chunks.push(chunk);
  }
  if (declared && Number(declared) !== size) throw new DomainError('FILE_002', { received: size });
  return Buffer.concat(chunks);
}

async function fieldsOf(request: Request, bytes: Buffer): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const fields: Record<string, unknown> = {};
    for (const name of new Set(form.keys())) {
      const values = form.getAll(name);
      fields[name] = values.length === 1 ? values[0] : values;
    }
    return fields;
  } catch (error) {
    throw new DomainError('REQ_001', { body: 'multipart' }, { cause: error });
  }
}

/** Browsers say how much they send. */
export const isTooLarge = (request: Request): boolean => Number(request.headers.get('content-length')) > LARGEST_UPLOAD;

/** Bytes in front of the file that could be what was typed. */
const HEAD_BYTES = 65_536;

/**
 * What was typed in front of the file of an upload that is too large: a form without script gets it back. Reads on to the
 * end and keeps nothing of it, because a browser looks for an answer only when it has sent everything.
 */
export async function readTypedHead(request: Request): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    if (size < HEAD_BYTES) chunks.push(chunk.slice(0, HEAD_BYTES - size));
    size += chunk.length;
  }
  const head = Buffer.concat(chunks);
  const boundary = /boundary="?([^";]{1,70})/i.exec(request.headers.get('content-type') ?? '')?.[1];
  const end = boundary === undefined ? -1 : head.lastIndexOf(`\r\n--${boundary}`);
  if (end <= 0) return {};
  return fieldsOf(request, Buffer.concat([head.subarray(0, end), Buffer.from(`\r\n--${boundary}--\r\n`)]));
}
