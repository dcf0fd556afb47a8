import { Link } from '#components/ui/link';
import type { Category } from '#lib/catalog/output';
import { Photo } from '../catalog/photo.tsx';

const SIZES = '(min-width: 64rem) 18rem, (min-width: 40rem) 30vw, 46vw';

/** The shelves of the shop with a picture each; every look hangs them its own way. */
export function CategoryTiles({ categories }: { categories: readonly Category[] }) {
  return (
    <ul className="shelves">
      {categories.slice(0, 8).map(({ id, slug, name, description, image }) => (
        <li key={id} className="shelf-tile">
          {image ? <Photo image={image} alt="" sizes={SIZES} /> : null}
          <h3>
            <Link href={`/categories/${slug}`}>{name}</Link>
          </h3>
          {description ? <p>{description}</p> : null}
        </li>
      ))}
    </ul>
  );
}
