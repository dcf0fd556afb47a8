'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Field, TextField } from '#components/ui/field';
import { useAddress } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { type ClaimErrors, PROOF_TYPES } from './claim-words.ts';
import { useClaim } from './use-claim.ts';

/** What came back from a form that was sent without script. */
export type ClaimAgain = { errors: ClaimErrors; reference: string };

/**
 * "I have paid", with a photo or PDF of it or without; or the proof alone, when the shop has been told already. A plain
 * form underneath: it is sent to a page of its own that leads back here.
 */
export function ClaimForm({
  page,
  again,
  kind,
}: {
  /** Of the order or booking: `/order/CRU-20260531-001`. */
  page: string;
  again: ClaimAgain | null;
  kind: 'claim' | 'proof';
}) {
  const t = useTranslations('paying');
  const address = useAddress();
  const { errors, progress, submit, clear } = useClaim(again?.errors ?? { form: null, reference: null, proof: null });
  const isSending = progress !== null;
  const isClaim = kind === 'claim';
  return (
    <details className="fold" open={again !== null}>
      {isClaim ? (
        <summary className="btn" data-variant="secondary">
          {t('i_have_paid')}
        </summary>
      ) : (
        <summary>{t('add_proof')}</summary>
      )}
      <form
        action={address(`${page}/paid`)}
        method="post"
        encType="multipart/form-data"
        onSubmit={submit}
        className="fold-body"
      >
        {errors.form ? <Notice tone="bad">{errors.form}</Notice> : null}
        {isClaim ? (
          <TextField
            name="reference"
            label={t('what_says')}
            optional
            hint={t('what_says_hint')}
            maxLength={100}
            defaultValue={again?.reference}
            error={errors.reference}
          />
        ) : null}
        <Field id="proof" label={t('proof')} optional={isClaim} hint={t('proof_hint')} error={errors.proof}>
          {(aria) => (
            <input
              {...aria}
              className="control control-file"
              type="file"
              name="proof"
              accept={PROOF_TYPES}
              required={!isClaim}
              onChange={clear}
            />
          )}
        </Field>
        {isSending ? (
          <progress className="claim-progress" max={1} value={progress} aria-label={t('sending_label')} />
        ) : null}
        <Button variant={isClaim ? 'primary' : 'secondary'} type="submit" busy={isSending}>
          {t(isSending ? 'sending' : isClaim ? 'tell_shop' : 'send_proof')}
        </Button>
      </form>
    </details>
  );
}
