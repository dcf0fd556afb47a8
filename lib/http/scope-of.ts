import type { Contract } from './contract.ts';

/** Groups of the document that share an area; any other is its own, spelled in lower case. */
const AREA: Record<string, string> = {
  Categories: 'products',
  'Order desk': 'orders',
  Themes: 'packages',
  'Chat desk': 'chat',
};

/** Keys and logins are a matter of people: a key that makes others could not be revoked any more. */
const CLOSED = new Set(['API keys', 'Users', 'Sign-in']);

/**
 * What a key needs to call an endpoint, from its access and tag alone, so that no endpoint can be without: `orders:read`
 * to see, `orders:write` to change, `settings:admin` for anything that only admins may. Null where no key may at all,
 * and where none is asked for because everybody may. A test holds the names against `SCOPES`.
 */
export function scopeOf({ access, tag, method }: Pick<Contract, 'access' | 'tag' | 'method'>): string | null {
  if ((access !== 'staff' && access !== 'admin') || CLOSED.has(tag)) return null;
  const area = AREA[tag] ?? tag.toLowerCase().replaceAll(' ', '-');
  if (access === 'admin') return `${area}:admin`;
  return `${area}:${method === 'GET' ? 'read' : 'write'}`;
}
