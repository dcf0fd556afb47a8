export type CartNews = { version: number; item_count: number };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the stream says of a cart, or null. */
export function readCartNews(data: unknown): CartNews | null {
  if (!isRecord(data)) return null;
  const { version, item_count } = data;
  return typeof version === 'number' && typeof item_count === 'number' ? { version, item_count } : null;
}
