'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '#components/ui/icons';

/** The menu of narrow screens: a disclosure that opens without script, and with it closes on Escape and on leaving. */
export function SiteMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('everywhere');
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes the menu
  useEffect(() => {
    details.current?.removeAttribute('open');
  }, [path]);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.removeAttribute('open');
    details.current.querySelector('summary')?.focus();
  }

  return (
    <details className="site-menu" ref={details} onKeyDown={closeOnEscape}>
      <summary className="icon-link" aria-label={t('menu')}>
        <span className="when-closed">
          <Icon name="menu" size={24} />
        </span>
        <span className="when-open">
          <Icon name="close" size={24} />
        </span>
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
