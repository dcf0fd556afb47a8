'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The number stands in the log beside the failure and the id of the request. */
export default function ShopError({ error, reset }: Props) {
  const t = useTranslations('everywhere');
  return (
    <EmptyState
      art="error"
      heading="h1"
      title={t('failed_title')}
      action={<Button onClick={reset}>{t('try_again')}</Button>}
    >
      {t('failed_text')}
      {error.digest ? ` ${t('failed_number', { number: error.digest })}` : null}
    </EmptyState>
  );
}
