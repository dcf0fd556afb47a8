import 'server-only';
import { sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';
import type { Language } from '#lib/i18n/languages';
import type { TranslationFigures } from '../translation-output.ts';
import { percentOf, sumOf, TRANSLATED_KINDS, type TranslatedKind } from '../translation-rules.ts';
import { MOST_LOOKED_AT } from './translatables.ts';
import {
  fieldsOfObject,
  hasSource,
  isInUse,
  isOutOfDate,
  languageRows,
  nameOf,
  rowsOf,
  translationOf,
  translationShop,
} from './translation-sources.ts';

type Row = { kind: TranslatedKind; code: Language | null; fields: number; translated: number; out_of_date: number };

/** For staff: how far each language is that the shop offers besides its own, in all and by kind of content. */
export async function getCompleteness(ctx: Context): Promise<TranslationFigures> {
  requireRole(ctx, 'staff');
  const shop = await translationShop(ctx);
  const { languages } = shop;
  if (languages.length === 0) return { completeness: [], completeness_exact: true };
  const inUse = (kind: TranslatedKind, more: number) => sql`(select o.* from ${rowsOf(kind, shop)}
    where ${isInUse(kind)} order by ${sql.raw(nameOf(kind))}, o.id limit ${MOST_LOOKED_AT + more})`;
  const parts = TRANSLATED_KINDS.map(
    (kind) => sql`select ${sql.raw(`'${kind}'`)} as kind, l.code, count(*)::int as fields,
        count(t.id)::int as translated, (count(*) filter (where ${isOutOfDate}))::int as out_of_date
      from ${inUse(kind, 0)} o cross join lateral ${fieldsOfObject(kind)} f
      cross join ${languageRows(languages)} ${translationOf}
      where ${hasSource} group by l.code`,
  );
  const [rows, [more]] = await Promise.all([
    ctx.db.execute<Row>(sql.join(parts, sql` union all `)),
    // Of products alone there can be so many.
    ctx.db.execute<{ one: number }>(sql`select 1 as one from ${inUse('product', 1)} o offset ${MOST_LOOKED_AT}`),
  ]);
  const none = { fields: 0, translated: 0, out_of_date: 0 };
  const completeness = languages.map((language_code) => {
    const kinds = TRANSLATED_KINDS.map((kind) => {
      const { fields, translated, out_of_date } =
        [...rows].find((row) => row.kind === kind && row.code === language_code) ?? none;
      return { kind, fields, translated, out_of_date };
    });
    const sum = sumOf(kinds);
    return { language_code, ...sum, percent: percentOf(sum), kinds };
  });
  return { completeness, completeness_exact: more === undefined };
}
