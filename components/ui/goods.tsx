import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { Link } from './link.tsx';

/** A grid of cards; two in a row on a phone. */
export const Goods = ({ children }: { children: ReactNode }) => <ul className="goods">{children}</ul>;

/**
 * A card whose whole face is one link. `picture` fills 4:5; `price` is a `<Price>`; `promise` the loudest fact
 * after it ("Earliest Saturday 10:00"), `null` shows `promiseNone` quietly. `add` is a separate button.
 */
export function GoodCard({
  href,
  name,
  picture,
  price,
  promise,
  promiseNone,
  badges,
  add,
  heading: Heading = 'h3',
}: {
  href: string;
  name: string;
  picture: ReactNode;
  price: ReactNode;
  promise?: ReactNode;
  promiseNone?: string;
  badges?: ReactNode;
  add?: ReactNode;
  heading?: 'h2' | 'h3';
}) {
  return (
    <li className="good">
      <div className="good-picture">
        {picture}
        {badges ? <div className="good-badges">{badges}</div> : null}
        {add ? <div className="good-add">{add}</div> : null}
      </div>
      <div className="good-text">
        <Heading className="good-name">
          <Link href={href}>{name}</Link>
        </Heading>
        <p className="good-price">{price}</p>
        <PromiseLine when={promise} none={promiseNone} />
      </div>
    </li>
  );
}

function PromiseLine({ when, none }: { when?: ReactNode; none?: string }) {
  if (when) {
    return (
      <p className="promise">
        <Icon name="clock" size={16} />
        <span>{when}</span>
      </p>
    );
  }
  return none ? (
    <p className="promise" data-none="true">
      {none}
    </p>
  ) : null;
}

/** Links to the categories in one row that scrolls sideways on a phone. */
export function Shelf({
  label,
  links,
}: {
  label: string;
  links: readonly { href: string; label: string; current?: boolean }[];
}) {
  return (
    <nav className="shelf" aria-label={label}>
      {links.map(({ href, label: text, current }) => (
        <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
