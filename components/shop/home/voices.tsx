import { useTranslations } from 'next-intl';
import type { Testimonial } from '#lib/content/output';
import { Photo } from '../catalog/photo.tsx';

const STAR = 'M12 2.6l2.9 6.1 6.6.8-4.9 4.6 1.3 6.6L12 17.4l-5.9 3.300 1.300-6.600L2.500 9.500l6.600-.8z';

/** What customers said, the first one large. */
export function Voices({ testimonials }: { testimonials: readonly Testimonial[] }) {
  const t = useTranslations('home');
  return (
    <ul className="voices">
      {testimonials.map(({ id, name, message, rating, image }) => (
        <li key={id}>
          <figure>
            <div className="voice-stars" role="img" aria-label={t('stars', { rating })}>
              {Array.from({ length: rating }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: stars are alike
                <svg key={place} viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
                  <path d={STAR} />
                </svg>
              ))}
            </div>
            <blockquote>{message}</blockquote>
            <figcaption>
              {image ? <Photo image={image} alt={image.alt} sizes="3.5rem" /> : null}
              {name}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
