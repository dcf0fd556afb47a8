import { useTranslations } from 'next-intl';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';

/**
 * Page links: first, last, the current one and its neighbors. `href` answers the address of a page. With `isOpen` the list
 * goes on behind its last page, nobody knows how far.
 */
export function Pager({
  page,
  pages,
  href,
  isOpen = false,
  label,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  isOpen?: boolean;
  label?: string;
}) {
  const t = useTranslations('ui');
  if (pages < 2) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav className="pager" aria-label={label ?? t('pages')}>
      {page > 1 ? (
        <Link href={href(page - 1)} rel="prev" aria-label={t('previous_page')}>
          <Icon name="chevronLeft" />
        </Link>
      ) : null}
      {shown.flatMap((n, index) => {
        const before = shown[index - 1];
        const link =
          n === page ? (
            <span key={n} aria-current="page">
              {n}
            </span>
          ) : (
            <Link key={n} href={href(n)} aria-label={t('page', { page: n })}>
              {n}
            </Link>
          );
        return before !== undefined && n - before > 1
          ? [
              <span key={`gap-${n}`} className="gap" aria-hidden="true">
                …
              </span>,
              link,
            ]
          : [link];
      })}
      {isOpen ? (
        <span className="gap" aria-hidden="true">
          …
        </span>
      ) : null}
      {page < pages ? (
        <Link href={href(page + 1)} rel="next" aria-label={t('next_page')}>
          <Icon name="chevronRight" />
        </Link>
      ) : null}
    </nav>
  );
}
