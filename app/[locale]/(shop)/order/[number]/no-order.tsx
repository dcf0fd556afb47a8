import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export function NoOrder() {
  const t = useTranslations('order');
  return (
    <EmptyState
      art="empty-orders"
      heading="h1"
      title={t('link_title')}
      action={<ButtonLink href="/track">{t('look_up')}</ButtonLink>}
    >
      {t('link_text')}
    </EmptyState>
  );
}
