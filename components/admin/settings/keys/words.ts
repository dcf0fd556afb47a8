import type { Tone } from '#components/ui/badge';
import type { ApiKeyState } from '#lib/auth/scopes';

export const KEY_STATE: Record<ApiKeyState, { label: string; tone: Tone }> = {
  active: { label: 'Good', tone: 'good' },
  expired: { label: 'Expired', tone: 'warn' },
  revoked: { label: 'Revoked', tone: 'plain' },
  orphaned: { label: 'Ended with its maker', tone: 'bad' },
};

/** What the parts before and after the colon of a scope are called. */
const AREA: Record<string, string> = { operation: 'Outbox' };
export const areaLabel = (area: string): string => AREA[area] ?? `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
export const DEED: Record<string, string> = { read: 'See', write: 'Change', admin: 'As admin' };
