import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import type { ShellShop } from '#lib/look/shell';

/** A strip above everything while the whole shop is closed, or soon will be. */
export function ShopNotice({ closure }: { closure: ShellShop['closure'] }) {
  const t = useTranslations('shell');
  if (!closure) return null;
  return (
    <aside className="shop-notice" aria-label={t('notice')}>
      <p className="wrap">
        <Icon name="calendar" size={20} />
        <span>
          <strong>{closure.text}.</strong> {closure.message}
        </span>
      </p>
    </aside>
  );
}
