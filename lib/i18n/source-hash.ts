import 'server-only';
import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Which text a translation was made from: kept beside it, and another than today's once the source was rewritten. Both
 * ways to reckon it say the same.
 */
export const sourceHash = (source: string | null): string =>
  createHash('sha256')
    .update(source ?? '')
    .digest('hex');

export const sourceHashOf = (source: SQL): SQL =>
  sql`encode(sha256(convert_to(coalesce(${source}, ''), 'UTF8')), 'hex')`;
