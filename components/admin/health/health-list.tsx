import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { Line } from './lines.ts';
import { VERDICT } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** One line each: what it is, how it is in a word, what is known, what to do. */
export function HealthList({ lines, shop }: { lines: readonly Line[]; shop: Shop }) {
  return (
    <ul className="health">
      {lines.map(({ name, verdict, fact, at, advice, href }) => (
        <li key={name} data-verdict={verdict}>
          <h3>{name}</h3>
          <Status tone={VERDICT[verdict].tone}>{VERDICT[verdict].label}</Status>
          <div>
            <p>
              {fact} {at ? <Time at={at} {...shop} format="short" /> : null}
            </p>
            {advice ? <p className="advice">{advice}</p> : null}
            {href ? (
              <Link className="health-link" href={href.to}>
                {href.label}
              </Link>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
