import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';

/**
 * Two rows that mean the same, and two rows of one product that say different things of it: the first counts, the others
 * are wrong. In the database, so that a file of any length needs no more memory. What repeats is found first and kept
 * (`materialized`): nothing is known of rows written a moment ago, and joined the other way round it would be sought anew
 * for each of them.
 */
export async function markRepeats(ctx: Context, importId: string): Promise<void> {
  await ctx.db.execute(sql`
    with twice as materialized (
      select row_number, first from (
        select row_number, min(row_number) over (partition by match_key) as first
        from import_rows where import_id = ${importId}::uuid and match_key is not null
      ) seen where first < row_number
    )
    update import_rows r set plan = 'wrong', errors = r.errors || jsonb_build_array(jsonb_build_object(
      'field', '', 'code', 'CONF_001', 'message', 'This is in row ' || twice.first || ' already.'))
    from twice where r.import_id = ${importId}::uuid and r.row_number = twice.row_number`);
  await ctx.db.execute(sql`
    with other as materialized (
      select row_number, jsonb_agg(jsonb_build_object('field', key, 'code', 'VAL_002',
        'message', 'Row ' || first || ' says something else of this product.')) as errors
      from (
        select g.row_number, said.key, said.value,
          min(g.row_number) over same as first, first_value(said.value) over (same order by g.row_number) as first_value
        from (
          select row_number, group_key, group_values, count(*) over (partition by group_key) as size
          from import_rows
          where import_id = ${importId}::uuid and group_key is not null and plan <> 'wrong'
        ) g, jsonb_each_text(g.group_values) said
        where g.size > 1
        window same as (partition by g.group_key, said.key)
      ) told
      where value <> first_value
      group by row_number
    )
    update import_rows r set plan = 'wrong', errors = r.errors || other.errors
    from other where r.import_id = ${importId}::uuid and r.row_number = other.row_number`);
}
