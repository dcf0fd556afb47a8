import { Icon } from '#components/ui/icons';
import type { Image } from '#lib/media/output';

/** The face of a product in a list. The name stands beside it, so it says nothing of its own. */
export function Thumb({ image }: { image: Image | undefined }) {
  return (
    <span className="thumb">
      {image ? (
        <img src={image.url} srcSet={image.srcset_webp} sizes="44px" alt="" width={44} height={44} loading="lazy" />
      ) : (
        <Icon name="image" size={18} />
      )}
    </span>
  );
}
