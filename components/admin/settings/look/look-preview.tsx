import type { Look } from '#lib/look/tokens';
import type { Image } from '#lib/media/output';
import { Photo } from '../../../shop/catalog/photo.tsx';

export type PreviewShop = {
  name: string;
  tagline: string;
  picture: Image | null;
  products: readonly { id: string; name: string; price: string; image: Image | null }[];
};

/** The home page in small, made of the same tokens; a picture of it, nothing in it can be pressed. */
export function LookPreview({ look, shop }: { look: Look; shop: PreviewShop }) {
  return (
    <div className="look-preview" data-look={look} inert>
      <p className="look-bar">
        <b>{shop.name}</b>
        <span>Open until 18:00</span>
      </p>
      <div className="look-hero">
        <div>
          <p className="look-title">{shop.tagline || shop.name}</p>
          <p className="look-buttons">
            <span className="btn" data-variant="primary">
              See what there is
            </span>
            <span className="btn" data-variant="secondary">
              Visit us
            </span>
          </p>
        </div>
        {shop.picture ? <Photo image={shop.picture} alt="" sizes="20rem" /> : null}
      </div>
      <ul className="look-goods">
        {shop.products.map(({ id, name, price, image }) => (
          <li key={id}>
            {image ? <Photo image={image} alt="" sizes="12rem" /> : null}
            <b>{name}</b>
            <span>{price}</span>
          </li>
        ))}
      </ul>
      <p className="look-plate">What people say</p>
    </div>
  );
}
