'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { TextField } from '#components/ui/field';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { type FormState, formStart } from '#lib/http/form-state';
import { cancelOwnOrderAction } from '#lib/orders/storefront-actions';

/** The customer's own cancelling: unfolded first, so that one press does not do it. */
export function CancelForm({ orderNumber, hasPaid }: { orderNumber: string; hasPaid: boolean }) {
  const t = useTranslations('paying');
  const [{ result, values }, cancel] = useActionState<FormState<never>, FormData>(cancelOwnOrderAction, formStart());
  const refused = result && !result.ok ? result : null;
  return (
    <details className="fold" open={refused !== null}>
      <summary>{t('cancel_this')}</summary>
      <form action={cancel} className="fold-body">
        {refused ? <Notice tone="bad">{refused.code === 'ORD_002' ? t('begun_call') : refused.message}</Notice> : null}
        <p>
          {t(hasPaid ? 'cancel_paid' : 'cancel_unpaid')} {t('no_undo')}
        </p>
        <input type="hidden" name="order_number" value={orderNumber} />
        <TextField
          name="cancel_reason"
          label={t('why')}
          optional
          maxLength={200}
          defaultValue={values.cancel_reason}
          error={refused?.fields.cancel_reason?.[0]}
        />
        <SubmitButton variant="danger" pendingLabel={t('cancelling')}>
          {t('yes_cancel')}
        </SubmitButton>
      </form>
    </details>
  );
}
