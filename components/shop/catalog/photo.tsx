import type { Image } from '#lib/media/output';

/**
 * A stored picture in the formats and widths it is kept in, with its blurred preview behind it. `sizes` says how wide it
 * is shown; `eager` is for what is seen before scrolling, `first` for the largest of those.
 */
export function Photo({
  image,
  sizes,
  alt = image.alt,
  eager = false,
  first = false,
}: {
  image: Image;
  sizes: string;
  /** Empty where the words beside it say the same. */
  alt?: string;
  eager?: boolean;
  first?: boolean;
}) {
  return (
    <picture>
      <source type="image/avif" srcSet={image.srcset_avif} sizes={sizes} />
      <img
        src={image.url}
        srcSet={image.srcset_webp}
        sizes={sizes}
        alt={alt}
        width={image.width}
        height={image.height}
        loading={eager || first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding="async"
        style={image.blur ? { backgroundImage: `url(${image.blur})`, backgroundSize: 'cover' } : undefined}
      />
    </picture>
  );
}

/** Widths of a card in the grid, as the browser needs to know them before the styles are there. */
export const CARD_SIZES = '(min-width: 76rem) 17rem, (min-width: 64rem) 22vw, (min-width: 48rem) 30vw, 46vw';
