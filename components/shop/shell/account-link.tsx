'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { SIGNED_IN_COOKIE } from '#lib/look/shell';
import { readCookie } from '../../ui/readable-cookie.ts';

/** The way to one's account. Pages are shared by everybody: that somebody is signed in shows only in the browser. */
export function AccountLink({ look }: { look: 'icon' | 'words' }) {
  const t = useTranslations('everywhere');
  const [isIn, setIn] = useState(false);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: signing in and out lead to another page
  useEffect(() => {
    const look = () => setIn(readCookie(SIGNED_IN_COOKIE) === '1');
    look();
    window.addEventListener('pageshow', look);
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('pageshow', look);
      window.removeEventListener('focus', look);
    };
  }, [path]);

  const words = t(isIn ? 'your_account' : 'sign_in');
  if (look === 'words') return <Link href="/account">{words}</Link>;
  return (
    <Link className="icon-link" href="/account" title={words} data-signed-in={isIn}>
      <Icon name="user" size={24} />
      <span className="visually-hidden">{words}</span>
    </Link>
  );
}
