import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

export default function NotFound() {
  const t = useTranslations('shell');
  return (
    <EmptyState
      art="not-found"
      heading="h1"
      title={t('nothing_title')}
      action={<ButtonLink href="/products">{t('nothing_action')}</ButtonLink>}
    >
      {t('nothing_text')}
    </EmptyState>
  );
}
