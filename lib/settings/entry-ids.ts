import { v5, v7 } from 'uuid';
import { z } from 'zod';
import { ValidationError } from '#lib/errors';

/** Lists in settings whose entries are known by an id, which is what their translations hang on. */
export const LISTS = { payments: 'options', chat: 'replies' } as const;

type List = (typeof LISTS)[keyof typeof LISTS];
type Value = Record<string, unknown>;

/** Any constant; changing it would part stored entries without an id from their translations. */
const NAMESPACE = '3d0f3a52-8f0b-4e0b-9a0e-0c4b6f1d7a21';

/** The id of an entry that was stored without one, by a preset or an older version: that of its place in the list. */
export const placedId = (list: List, at: number): string => v5(`${list} ${at}`, NAMESPACE);

/** For the schema by which a stored list is read: every entry has an id. */
export const withIds =
  (list: List) =>
  <E extends { id?: string | undefined }>(entries: readonly E[]): (E & { id: string })[] =>
    entries.map((entry, at) => ({ ...entry, id: entry.id ?? placedId(list, at) }));

const entries = z.array(z.looseObject({ id: z.string().optional(), title: z.string().optional() }));

const listOf = (key: string): List | undefined => new Map<string, List>(Object.entries(LISTS)).get(key);

/** A stored setting with the ids that its entries are read with. */
export function asRead(key: string, stored: Value): Value {
  const list = listOf(key);
  const found = list && entries.safeParse(stored[list]);
  return list && found?.success ? { ...stored, [list]: withIds(list)(found.data) } : stored;
}

/**
 * A checked setting as it is stored: an entry keeps its id by being sent with it, or by having the title it had before; a
 * new one gets one. Throws VALIDATION_ERROR where an id is named twice.
 */
export function keepIds(key: string, next: Value, before: Value): Value {
  const list = listOf(key);
  if (!list || next[list] === undefined) return next;
  const sent = entries.parse(next[list]);
  const old = entries.parse(before[list] ?? []);
  const taken = new Set<string>();
  for (const [at, { id }] of sent.entries()) {
    if (id === undefined) continue;
    if (taken.has(id)) throw ValidationError.of(`${list}.${at}.id`, 'VAL_003', 'This id is named twice.');
    taken.add(id);
  }
  const kept = sent.map((entry) => {
    if (entry.id !== undefined) return entry;
    const same = old.find(({ id, title }) => id !== undefined && title === entry.title && !taken.has(id));
    const id = same?.id ?? v7();
    taken.add(id);
    return { ...entry, id };
  });
  return { ...next, [list]: kept };
}
