import { useTranslations } from 'next-intl';
import { Link } from './link.tsx';

/** Where we are, from the outside in; the last crumb is this page and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href ? <Link href={href}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
