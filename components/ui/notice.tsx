import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

const icons: Record<string, IconName> = { info: 'info', good: 'check', warn: 'alert', bad: 'alert' };

/** Something the reader should know, in the page. A `bad` notice is announced at once; give it an id to link to. */
export function Notice({
  tone = 'info',
  title,
  id,
  children,
}: {
  tone?: 'info' | 'good' | 'warn' | 'bad';
  title?: ReactNode;
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div className="notice" data-tone={tone} id={id} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icons[tone] ?? 'info'} />
      <div>
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** The errors of a form at its top, each a link to its field. */
export function ErrorSummary({
  title,
  errors,
}: {
  title?: ReactNode;
  errors: readonly { id: string; text: string }[];
}) {
  const t = useTranslations('ui');
  if (errors.length === 0) return null;
  return (
    <Notice tone="bad" title={title ?? t('look_again')}>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
