import 'server-only';
import { createHash } from 'node:crypto';

/** Which text a translation was made from: kept beside it, and another than today's once the source was rewritten. */
export const sourceHash = (source: string | null): string =>
  createHash('sha256')
    .update(source ?? '')
    .digest('hex');
