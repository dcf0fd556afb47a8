import { Link } from '#components/ui/link';
import type { Theme } from '#lib/events/theme-output';
import { Photo } from '../catalog/photo.tsx';

const SIZES = '(min-width: 76rem) 24rem, (min-width: 48rem) 31vw, 46vw';

/** Themes as windows one looks into; the name lies on the picture. */
export const ThemeWindows = ({
  themes,
  heading: Heading = 'h3',
}: {
  themes: readonly Theme[];
  heading?: 'h2' | 'h3';
}) => (
  <ul className="windows">
    {themes.map(({ id, slug, name, gallery_images: [image] }) => (
      <li key={id} className="window" data-none={image ? undefined : true}>
        {image ? <Photo image={image} alt="" sizes={SIZES} /> : null}
        <Heading>
          <Link href={`/themes/${slug}`}>{name}</Link>
        </Heading>
      </li>
    ))}
  </ul>
);
