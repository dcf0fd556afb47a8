'use client';

import { usePathname } from 'next/navigation';
import { type MouseEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { Link } from '#components/ui/link';

/** A link that knows whether the page, or one beneath it, is the current one. */
export function NavLink({
  href,
  className,
  title,
  onClick,
  children,
}: {
  href: string;
  className?: string;
  title?: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  children: ReactNode;
}) {
  const path = usePathname();
  const isHome = href === '/admin/dashboard' && path === '/admin';
  const isHere = isHome || path === href || path.startsWith(`${href}/`);
  const ref = useRef<HTMLAnchorElement>(null);
  // There are more links than a low window is high: the one that says where one is must not be among the hidden.
  useEffect(() => {
    if (isHere) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <Link
      ref={ref}
      className={className}
      href={href}
      title={title}
      onClick={onClick}
      aria-current={isHere ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}
