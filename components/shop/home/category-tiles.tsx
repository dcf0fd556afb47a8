import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import type { Category } from '#lib/catalog/output';
import { Photo } from '../catalog/photo.tsx';

const SIZES = '(min-width: 64rem) 18rem, (min-width: 40rem) 30vw, 46vw';

const MOST = 8;

/** The shelves of the shop with a picture each; every look hangs them its own way. An odd number gets a tile for all. */
export function CategoryTiles({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations('home');
  const shown = categories.slice(0, MOST);
  return (
    <ul className="shelves">
      {shown.map(({ id, slug, name, description, image }) => (
        <li key={id} className="shelf-tile">
          {image ? <Photo image={image} alt="" sizes={SIZES} /> : null}
          <h3>
            <Link href={`/categories/${slug}`}>{name.replaceAll(' · ', '\u00a0· ')}</Link>
          </h3>
          {description ? <p>{description}</p> : null}
        </li>
      ))}
      {shown.length % 2 === 1 ? (
        <li className="shelf-tile shelf-all">
          <Icon name="grid" size={28} />
          <h3>
            <Link href="/products">{t('everything')}</Link>
          </h3>
        </li>
      ) : null}
    </ul>
  );
}
