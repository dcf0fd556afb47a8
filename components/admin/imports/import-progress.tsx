'use client';

import { Button, ButtonLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { applyImportAction } from '#lib/imports/actions';
import type { ImportDto } from '#lib/imports/output';
import { percentOf } from '#lib/imports/rules';
import { figure } from '../figure.ts';
import { useAction } from '../use-action.ts';
import { useFollow } from '../use-follow.ts';
import { rowsText } from './words.ts';

/** A large file takes many minutes: as long as it does. */
const TO_THE_END = { everyMs: 1500, looks: Number.POSITIVE_INFINITY };

/** What comes next: apply, wait, or go and look. */
export function ImportProgress({ of, locale }: { of: ImportDto; locale: string }) {
  const isUnderWay = of.status === 'applying';
  useFollow(isUnderWay || of.status === 'checking', TO_THE_END);
  const { run, busy } = useAction(applyImportAction);
  const all = of.to_create + of.to_update + of.unchanged;
  const text = (count: number) => rowsText(count, figure(count, locale));

  if (isUnderWay) {
    const percent = percentOf({ done: of.done, failed: of.failed, of: all });
    return (
      <div className="import-bar">
        <p role="status">
          <strong>{percent}%</strong> {figure(of.done + of.failed, locale)} of {text(all)}
        </p>
        <progress max={100} value={percent} aria-label="Rows applied" />
        <p className="field-hint">It goes on in the background: you may leave this page.</p>
      </div>
    );
  }
  if (of.status === 'done') {
    return of.failed > 0 ? (
      <Notice tone="warn" title={`${text(of.done)} done, ${text(of.failed)} not`}>
        <p className="mb-3">
          Something changed in the shop since the check. Each of these rows was left as it was; none is half done.
        </p>
        {of.rows_kept_until === null ? null : (
          <Button variant="secondary" busy={busy} onClick={() => run({ id: of.id })}>
            Try these again
          </Button>
        )}
      </Notice>
    ) : (
      <Notice tone="good" title={`${text(of.done)} done`}>
        <p>
          <ButtonLink variant="link" href={`/admin/${of.kind}`}>
            Show {of.kind}
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  if (all === 0) {
    return (
      <Notice tone="bad" title="Nothing of this file can be imported">
        <p>Every row has something wrong. Mend them and choose the file again.</p>
      </Notice>
    );
  }
  if (of.to_create + of.to_update === 0) {
    return (
      <Notice tone="good" title="There is nothing to do">
        <p>{of.wrong > 0 ? 'All other rows say what is so already.' : 'The file says what is so already.'}</p>
      </Notice>
    );
  }
  if (of.rows_kept_until === null) {
    return <Notice tone="warn" title="This file was never applied, and its rows have been forgotten" />;
  }
  return (
    <div className="import-next">
      <Button busy={busy} onClick={() => run({ id: of.id })}>
        {`Import ${text(of.to_create + of.to_update)}`}
      </Button>
      <ButtonLink variant="quiet" href="/admin/imports">
        Choose another file
      </ButtonLink>
      {of.wrong > 0 ? <span>{text(of.wrong)} will be left out.</span> : null}
    </div>
  );
}
