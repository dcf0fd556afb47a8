import 'server-only';
import { sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { ActorKind } from '#db/enums';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole, type Tag } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { sourceHash } from '#lib/i18n/source-hash';
import type { SettingKey } from '#lib/settings/input';
import { smallUrl } from '../queries/translated-pictures.ts';
import {
  isOfSettings,
  type OfSettings,
  type TranslationShop,
  translationShop,
} from '../queries/translation-sources.ts';
import type { SaveTranslations, TranslationInput } from '../translation-input.ts';
import type { Translation } from '../translation-output.ts';
import { kindOf, type TranslatedKind } from '../translation-rules.ts';
import { type Kept, keyOf, lockOwners, type Owner, readKept, readSources, type Source } from './translated-objects.ts';

/** As the commands of each kind of content expire what shows it. */
const TAGS: Record<TranslatedKind, Tag[]> = {
  product: ['catalog', 'stock'],
  category: ['catalog'],
  package: ['content', 'shop'],
  theme: ['content', 'shop'],
  testimonial: ['content'],
  page: ['content', 'shop'],
  location: ['shop', 'stock', 'catalog'],
  zone: ['shop', 'stock', 'catalog'],
  closure: ['shop', 'stock', 'catalog'],
  payment_option: ['shop', 'catalog'],
  reply: ['shop'],
  shop: ['shop', 'catalog'],
};

/** Who translated something last, and when: told to whoever was slower. */
async function lastChange(tx: Context, { kind, id }: Owner, language: string) {
  const rows = await tx.db.execute<{ at: string; actor_kind: ActorKind; name: string | null }>(sql`
    select a.at, a.actor_kind, u.name from audit_log a left join users u on a.actor_kind = 'staff' and u.id = a.actor_id
    where a.entity = ${entityOf(kind)} and a.entity_id = ${entityIdOf({ kind, id })} and a.action = ${actionOf(kind)}
      and a.changes -> 'after' ->> 'language' = ${language}
    order by a.at desc nulls first, a.id desc nulls first limit 1`);
  const [row] = rows;
  return row ? { at: new Date(row.at).toISOString(), by: { kind: row.actor_kind, name: row.name } } : null;
}

/** The audit keeps what settings hold under the setting that it is a part of. */
const SETTING_OF: Record<OfSettings, SettingKey> = { shop: 'shop', payment_option: 'payments', reply: 'chat' };

const entityOf = (kind: TranslatedKind): string => (isOfSettings(kind) ? 'setting' : kind);
const entityIdOf = ({ kind, id }: Owner): string => (isOfSettings(kind) ? SETTING_OF[kind] : id);
const actionOf = (kind: TranslatedKind): string => `${entityOf(kind)}.translated`;

/** Everything that cannot be written, before anything is. */
function refuseWrong(rows: readonly TranslationInput[], shop: TranslationShop, sources: Map<string, Source>): void {
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const { content_type, object_id, language_code, field_name, translated_text } = row;
    const refuse = (field: string, message: string) => ValidationError.of(`rows.${at}.${field}`, 'VAL_002', message);
    if (!shop.languages.includes(language_code)) {
      throw refuse('language_code', 'The shop is not offered in this language besides its own.');
    }
    const source = sources.get(`${content_type} ${object_id}`);
    if (!source) throw refuse('object_id', 'There is no such content.');
    if (translated_text !== '' && (source.texts.get(field_name) ?? '') === '') {
      throw refuse('translated_text', 'There is no text of the shop that this could be a translation of.');
    }
    if (seen.has(keyOf(row))) throw refuse('field_name', 'This field is named twice.');
    seen.add(keyOf(row));
  }
}

/** Throws REQ_002 with who was faster where a translation is not the one that was seen. */
async function refuseStale(
  tx: Context,
  rows: readonly TranslationInput[],
  kept: Map<string, Kept>,
  sources: Map<string, Source>,
) {
  const stale = rows.filter((row) => row.seen !== undefined && (kept.get(keyOf(row))?.updated_at ?? null) !== row.seen);
  const [first] = stale;
  if (!first) return;
  const owner = sources.get(`${first.content_type} ${first.object_id}`)?.owner;
  throw new DomainError('REQ_002', {
    rows: stale.map((row) => ({
      content_type: row.content_type,
      object_id: row.object_id,
      language_code: row.language_code,
      field_name: row.field_name,
      updated_at: kept.get(keyOf(row))?.updated_at ?? null,
    })),
    change: owner ? await lastChange(tx, owner, first.language_code) : null,
  });
}

async function write(tx: Context, rows: readonly (TranslationInput & { hash: string })[]): Promise<void> {
  const sent = JSON.stringify(rows.map(({ seen, source_hash, ...row }) => ({ ...row, id: newId() })));
  const given = sql`jsonb_to_recordset(${sent}::jsonb) as r(id uuid, content_type text, object_id uuid,
    language_code text, field_name text, translated_text text, hash text)`;
  await tx.db.execute(sql`
    delete from translations t using ${given} where r.translated_text = '' and t.content_type = r.content_type
      and t.object_id = r.object_id and t.language_code = r.language_code and t.field_name = r.field_name`);
  // The clock and not the beginning of the transaction: two that queued for the lock have two moments.
  await tx.db.execute(sql`
    insert into translations (id, content_type, object_id, language_code, field_name, translated_text, source_hash,
      created_at, updated_at)
    select r.id, r.content_type, r.object_id, r.language_code, r.field_name, r.translated_text, r.hash,
      clock_timestamp(), clock_timestamp()
    from ${given} where r.translated_text <> ''
    on conflict (content_type, object_id, language_code, field_name) do update
    set translated_text = excluded.translated_text, source_hash = excluded.source_hash, updated_at = excluded.updated_at`);
}

/** Which fields, and of what beside the thing itself; the words are long, and those of a testimonial somebody's. */
const fieldName = ({ content_type, field_name }: TranslationInput): string =>
  kindOf(content_type) === content_type ? field_name : `${content_type}.${field_name}`;

async function recordChanges(tx: Context, changed: readonly TranslationInput[], sources: Map<string, Source>) {
  const groups = Map.groupBy(changed, (row) => {
    const owner = sources.get(`${row.content_type} ${row.object_id}`)?.owner;
    return `${owner?.kind} ${owner?.id} ${row.language_code}`;
  });
  for (const rows of groups.values()) {
    const [first] = rows;
    const owner = first && sources.get(`${first.content_type} ${first.object_id}`)?.owner;
    if (!first || !owner) continue;
    const names = (of: TranslationInput[]) => [...new Set(of.map(fieldName))];
    const removed = names(rows.filter(({ translated_text }) => translated_text === ''));
    const fields = names(rows.filter(({ translated_text }) => translated_text !== ''));
    await recordAudit(tx, {
      action: actionOf(owner.kind),
      entity: entityOf(owner.kind),
      entityId: entityIdOf(owner),
      after: { language: first.language_code, fields, ...(removed.length > 0 && { removed }) },
    });
  }
}

/**
 * Writes translations, all or none; a blank one goes. What was made from another text than today's is kept and marked as
 * out of date. Throws VALIDATION_ERROR at `rows.N` for a language the shop is not offered in, for unknown content, and for
 * a field without a text; REQ_002 where `seen` is not what is there.
 */
export async function saveTranslations(ctx: Context, { rows }: SaveTranslations): Promise<{ rows: Translation[] }> {
  requireRole(ctx, 'staff');
  const shop = await translationShop(ctx);
  const saved = await transaction(ctx, async (tx) => {
    await lockOwners(tx, shop, rows);
    const sources = await readSources(tx, shop, rows);
    refuseWrong(rows, shop, sources);
    const before = await readKept(tx, rows);
    await refuseStale(tx, rows, before, sources);
    const sourceOf = (row: TranslationInput) =>
      sources.get(`${row.content_type} ${row.object_id}`)?.texts.get(row.field_name) ?? '';
    const hashOf = (row: TranslationInput) => row.source_hash ?? sourceHash(sourceOf(row));
    const changed = rows.filter((row) => {
      const old = before.get(keyOf(row));
      if (row.translated_text === '') return old !== undefined;
      return old?.translated_text !== row.translated_text || old.source_hash !== hashOf(row);
    });
    if (changed.length > 0) {
      await write(
        tx,
        changed.map((row) => ({ ...row, hash: hashOf(row) })),
      );
      await recordChanges(tx, changed, sources);
    }
    const kept = await readKept(tx, rows);
    return rows.map((row): Translation => {
      const now = kept.get(keyOf(row));
      const source = sourceOf(row);
      return {
        content_type: row.content_type,
        object_id: row.object_id,
        language_code: row.language_code,
        field_name: row.field_name,
        translated_text: now?.translated_text ?? null,
        source_text: source,
        source_hash: sourceHash(source),
        image_url: smallUrl(sources.get(`${row.content_type} ${row.object_id}`)?.picture ?? null),
        is_out_of_date: now !== undefined && now.source_hash !== sourceHash(source),
        updated_at: now?.updated_at ?? null,
      };
    });
  });
  ctx.expire([...new Set(rows.flatMap(({ content_type }) => TAGS[kindOf(content_type)]))]);
  return { rows: saved };
}
