import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import type { ContentType } from '#lib/i18n/content-fields';
import type { SmallPicture } from '../queries/translated-pictures.ts';
import {
  fieldsOf,
  isInUse,
  isOfSettings,
  ownerOf,
  pictureOf,
  rowsOf,
  TABLE,
  type TranslationShop,
} from '../queries/translation-sources.ts';
import type { TranslationInput } from '../translation-input.ts';
import { CONTENT_TYPES, kindOf, TRANSLATED_KINDS, type TranslatedKind } from '../translation-rules.ts';

/** What translations are written of: locked, with its texts as they are now and what is translated already. */

export type Owner = { kind: TranslatedKind; id: string };
export type Source = { owner: Owner; texts: Map<string, string>; picture: SmallPicture | null };
export type Kept = { translated_text: string; source_hash: string; updated_at: string };

export const keyOf = ({
  content_type,
  object_id,
  language_code,
  field_name,
}: Omit<TranslationInput, 'translated_text'>) => `${content_type} ${object_id} ${language_code} ${field_name}`;

const idsOf = (rows: readonly TranslationInput[], type: ContentType): string[] => [
  ...new Set(rows.filter(({ content_type }) => content_type === type).map(({ object_id }) => object_id)),
];

const array = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

/**
 * What is translated is locked with its owner, in one order: whoever rewrites or deletes it, and whoever else translates
 * it, waits until this is written.
 */
export async function lockOwners(tx: Context, shop: TranslationShop, rows: readonly TranslationInput[]): Promise<void> {
  const owners = new Map<TranslatedKind, Set<string>>();
  for (const type of CONTENT_TYPES) {
    const ids = idsOf(rows, type);
    if (ids.length === 0) continue;
    const found = await tx.db.execute<{ owner: string }>(
      sql`select ${ownerOf(type)} as owner from ${rowsOf(type, shop)} where o.id = any(${array(ids)})`,
    );
    const kind = kindOf(type);
    owners.set(kind, new Set([...(owners.get(kind) ?? []), ...[...found].map(({ owner }) => owner)]));
  }
  for (const kind of TRANSLATED_KINDS) {
    const ids = [...(owners.get(kind) ?? [])];
    if (ids.length === 0) continue;
    // The settings may have no row yet that could be locked.
    if (isOfSettings(kind))
      await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('shop translations', 9))`);
    else {
      await tx.db.execute(sql`
        select id from ${sql.identifier(TABLE[kind])} where id = any(${array(ids)}) order by id for no key update`);
    }
  }
}

/** Today's texts of what is to be translated, by type and id; without what is unknown, archived or deleted. */
export async function readSources(tx: Context, shop: TranslationShop, rows: readonly TranslationInput[]) {
  const sources = new Map<string, Source>();
  for (const type of CONTENT_TYPES) {
    const ids = idsOf(rows, type);
    if (ids.length === 0) continue;
    const found = await tx.db.execute<{
      id: string;
      owner: string;
      field_name: string;
      source: string | null;
      picture: SmallPicture | null;
    }>(sql`
      select o.id, ${ownerOf(type)} as owner, f.field_name, f.source, ${pictureOf(type)} as picture
      from ${rowsOf(type, shop)} cross join lateral ${fieldsOf(type)} f(field_name, place, source)
      where o.id = any(${array(ids)}) and ${isInUse(type)}`);
    for (const { id, owner, field_name, source, picture } of found) {
      const key = `${type} ${id}`;
      const known = sources.get(key) ?? { owner: { kind: kindOf(type), id: owner }, texts: new Map(), picture };
      known.texts.set(field_name, source ?? '');
      sources.set(key, known);
    }
  }
  return sources;
}

export async function readKept(tx: Context, rows: readonly TranslationInput[]): Promise<Map<string, Kept>> {
  const found = await tx.db.execute<Kept & TranslationInput>(sql`
    select content_type, object_id, language_code, field_name, translated_text, source_hash, updated_at
    from translations where object_id = any(${array([...new Set(rows.map(({ object_id }) => object_id))])})`);
  return new Map([...found].map((row) => [keyOf(row), { ...row, updated_at: new Date(row.updated_at).toISOString() }]));
}
