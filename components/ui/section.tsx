import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';

/** The width of the page. */
export const Wrap = ({ children, className = '' }: { children: ReactNode; className?: string }) => (
  <div className={`wrap ${className}`}>{children}</div>
);

/** One part of a storefront page: heading left, a way to more of it right. `plate` sets it on the dark band. */
export function Section({
  title,
  id,
  more,
  plate,
  children,
}: {
  title?: ReactNode;
  id?: string;
  more?: { href: string; label: string };
  plate?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={plate ? 'section plate' : 'section'} id={id}>
      <div className="wrap">
        {title ? (
          <div className="section-head">
            <h2>{title}</h2>
            {more ? (
              <Link className="section-more" href={more.href}>
                {more.label}
                <Icon name="arrowRight" size={18} />
              </Link>
            ) : null}
          </div>
        ) : null}
        {children}
      </div>
    </section>
  );
}

/** The opening of the home page; each look dresses it its own way. `picture` is an img or picture element. */
export function Hero({
  eyebrow,
  title,
  lead,
  actions,
  picture,
  caption,
  children,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  picture?: ReactNode;
  caption?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="hero">
      <div className="wrap hero-inner">
        <div className="hero-text">
          {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
          <h1 className="hero-title">{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
          {actions ? <div className="hero-actions">{actions}</div> : null}
          {children}
        </div>
        {picture ? (
          <figure className="hero-picture">
            {picture}
            {caption ? <figcaption>{caption}</figcaption> : null}
          </figure>
        ) : null}
      </div>
    </section>
  );
}
