'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { useCopy } from '../../ui/use-copy.ts';

/** Puts `text` on the clipboard; not there where the browser has none to offer. `name` is what is copied. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const t = useTranslations('paying');
  const { isOffered, isCopied, copy } = useCopy(text);
  if (!isOffered) return null;
  return (
    <button className="copy" type="button" onClick={copy} data-copied={isCopied}>
      <Icon name={isCopied ? 'check' : 'copy'} size={16} />
      <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
      <span className="visually-hidden"> {name}</span>
    </button>
  );
}
