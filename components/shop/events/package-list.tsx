import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { Package } from '#lib/events/package-output';
import { Photo } from '../catalog/photo.tsx';
import { factsOf } from './package-facts.ts';
import { PackagePrice } from './package-price.tsx';

const ROW_SIZES = '(min-width: 76rem) 40rem, (min-width: 56rem) 52vw, 100vw';
const CARD_SIZES = '(min-width: 76rem) 24rem, (min-width: 48rem) 31vw, 92vw';
/** Lines of what is included that fit on the face of a package. */
const LINES = 4;

type Props = { packages: readonly Package[]; locale: string };

/** Packages one under the other, each as wide as the page: picture and words change sides. */
export function PackageRows({ packages, locale }: Props) {
  const t = useTranslations('events');
  return (
    <ul className="offers">
      {packages.map((one, place) => (
        <li key={one.id} className="offer">
          <OfferPicture one={one} sizes={ROW_SIZES} first={place === 0} />
          <div className="offer-text">
            <h2>
              <Link href={`/packages/${one.slug}`}>{one.name}</Link>
            </h2>
            <p className="offer-price">
              <PackagePrice one={one} locale={locale} />
            </p>
            {one.description ? <p className="offer-lead">{one.description}</p> : null}
            <Included one={one} />
            <Facts facts={factsOf(one, t)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The same side by side, for a look in passing. */
export function PackageCards({ packages, locale }: Props) {
  const t = useTranslations('events');
  return (
    <ul className="offer-cards">
      {packages.map((one) => (
        <li key={one.id} className="offer-card">
          <OfferPicture one={one} sizes={CARD_SIZES} />
          <h3>
            <Link href={`/packages/${one.slug}`}>{one.name}</Link>
          </h3>
          <p className="offer-price">
            <PackagePrice one={one} locale={locale} />
          </p>
          <Facts facts={factsOf(one, t).slice(0, 2)} />
        </li>
      ))}
    </ul>
  );
}

function OfferPicture({ one, sizes, first = false }: { one: Package; sizes: string; first?: boolean }) {
  const [image] = one.images;
  if (!image) return <div className="offer-picture" data-none="true" />;
  return (
    <div className="offer-picture">
      <Photo image={image} alt="" sizes={sizes} first={first} />
    </div>
  );
}

function Included({ one: { included_items: lines } }: { one: Package }) {
  const t = useTranslations('events');
  if (lines.length === 0) return null;
  const more = lines.length - LINES;
  return (
    <ul className="included">
      {lines.slice(0, more === 1 ? LINES + 1 : LINES).map((line) => (
        <IncludedLine key={line} line={line} />
      ))}
      {more > 1 ? <li className="included-more">{t('and_more', { count: more })}</li> : null}
    </ul>
  );
}

export const IncludedLine = ({ line }: { line: string }) => (
  <li>
    <Icon name="check" size={18} />
    <span>{line}</span>
  </li>
);

export const Facts = ({ facts }: { facts: readonly string[] }) =>
  facts.length === 0 ? null : (
    <ul className="offer-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
