import { useTranslations } from 'next-intl';
import { ViewTransition } from 'react';
import type { Image } from '#lib/media/output';
import { Photo } from '../catalog/photo.tsx';
import { GalleryThumbs } from './gallery-thumbs.tsx';

const SIZES = '(min-width: 76rem) 36rem, (min-width: 56rem) 48vw, 100vw';

/** Pictures one swipes through; the row scrolls and snaps by itself, the thumbnails are links into it. */
export function Gallery({ images, name, slug }: { images: readonly Image[]; name: string; slug: string }) {
  const t = useTranslations('product');
  if (images.length === 0) return <div className="gallery" data-none="true" />;
  const isOne = images.length === 1;
  return (
    <div className="gallery">
      <ul
        className="gallery-track"
        aria-label={t('pictures_of', { name })}
        // A row that scrolls must be within reach of the keyboard.
        tabIndex={isOne ? undefined : 0}
      >
        {images.map((image, place) => (
          <li key={image.id} id={`picture-${place + 1}`}>
            {place === 0 ? (
              <ViewTransition name={`picture-${slug}`} share="picture" default="none">
                <Photo image={image} alt={image.alt || name} sizes={SIZES} first />
              </ViewTransition>
            ) : (
              <Photo image={image} alt={image.alt || name} sizes={SIZES} />
            )}
          </li>
        ))}
      </ul>
      {isOne ? null : (
        <GalleryThumbs>
          {images.map((image, place) => (
            <a
              key={image.id}
              href={`#picture-${place + 1}`}
              aria-label={t('picture', { place: place + 1, count: images.length })}
            >
              <Photo image={image} alt="" sizes="4.5rem" />
            </a>
          ))}
        </GalleryThumbs>
      )}
    </div>
  );
}
