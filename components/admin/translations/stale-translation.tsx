'use client';

import { z } from 'zod';
import { FailureNotice } from '#components/admin/failure-notice';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { Time } from '#components/ui/time';
import { ACTOR_KINDS } from '#db/enums';
import type { ActionFailure } from '#lib/http/action';
import { ACTOR } from '../orders/words.ts';

const stale = z.object({
  rows: z.array(
    z.object({
      content_type: z.string(),
      object_id: z.string(),
      field_name: z.string(),
      updated_at: z.string().nullable(),
    }),
  ),
  change: z
    .object({ at: z.string(), by: z.object({ kind: z.enum(ACTOR_KINDS), name: z.string().nullable() }) })
    .nullable(),
});
export type StaleRow = z.output<typeof stale>['rows'][number];

/** A refusal of the translations of something. Where somebody else was faster it says who, and what was typed stays. */
export function StaleTranslation({
  failure,
  shop,
  labelOf,
  takeTheirs,
  keepMine,
}: {
  failure: ActionFailure | null;
  shop: { locale: string; timeZone: string };
  labelOf: (row: StaleRow) => string;
  takeTheirs: () => void;
  keepMine: (rows: StaleRow[]) => void;
}) {
  const told = failure?.code === 'REQ_002' ? stale.safeParse(failure.details).data : undefined;
  if (!told) return <FailureNotice failure={failure} onReload={takeTheirs} />;
  const fields = new Intl.ListFormat('en').format(told.rows.map(labelOf));
  return (
    <Notice tone="bad" title="Somebody translated this while you were writing">
      <p>
        {told.change ? (
          <>
            <strong>{told.change.by.name ?? ACTOR[told.change.by.kind]}</strong>,{' '}
            <Time at={told.change.at} {...shop} format="short" />: {fields}.{' '}
          </>
        ) : (
          `${fields}. `
        )}
        What you typed is still here, and not saved.
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button size="sm" onClick={() => keepMine(told.rows)}>
          Save mine over it
        </Button>
        <Button size="sm" variant="secondary" onClick={takeTheirs}>
          Show theirs
        </Button>
      </div>
    </Notice>
  );
}
