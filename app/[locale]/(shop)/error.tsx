'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function ShopError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('everywhere');
  return (
    <EmptyState
      art="error"
      heading="h1"
      title={t('failed_title')}
      action={<Button onClick={reset}>{t('try_again')}</Button>}
    >
      {t('failed_text')}
    </EmptyState>
  );
}
