import type { Image } from './output.ts';

/** Where the renditions of a picture are. Pure: pages, API and seeds derive the same addresses from the row alone. */

/** Pixels. A picture gets each of these that is narrower than itself, and its own width up to the last. */
export const RENDITION_WIDTHS = [240, 480, 800, 1200] as const;
const WIDEST = 1200;

export type PictureFormat = 'avif' | 'webp';

export type StoredPicture = {
  id: string;
  driver: 'local' | 'cloudinary';
  path: string;
  width: number;
  height: number;
  alt: string;
  blurDataUrl: string | null;
};

/** The widths in which a picture that was `width` pixels wide is kept, ascending. */
export function renditionWidths(width: number): number[] {
  const largest = Math.min(width, WIDEST);
  return [...RENDITION_WIDTHS.filter((step) => step < largest), largest];
}

export const renditionName = (width: number, format: PictureFormat): string => `${width}.${format}`;

/** The address of one rendition. `path` is the folder of a local picture, `cloud/public-id` of one at Cloudinary. */
export function renditionUrl(
  picture: Pick<StoredPicture, 'driver' | 'path'>,
  width: number,
  format: PictureFormat,
): string {
  if (picture.driver === 'local') return `/media/${picture.path}/${renditionName(width, format)}`;
  const [cloud = '', ...publicId] = picture.path.split('/');
  return `https://res.cloudinary.com/${cloud}/image/upload/c_limit,f_${format},q_auto,w_${width}/${publicId.join('/')}.${format}`;
}

const srcset = (picture: StoredPicture, format: PictureFormat): string =>
  renditionWidths(picture.width)
    .map((width) => `${renditionUrl(picture, width, format)} ${width}w`)
    .join(', ');

/** A media row as pages and the API show it; `width` and `height` are those of the largest rendition. */
export function toImage(picture: StoredPicture): Image {
  const largest = Math.min(picture.width, WIDEST);
  return {
    id: picture.id,
    url: renditionUrl(picture, largest, 'webp'),
    alt: picture.alt,
    width: largest,
    height: Math.max(1, Math.round((picture.height * largest) / picture.width)),
    srcset_avif: srcset(picture, 'avif'),
    srcset_webp: srcset(picture, 'webp'),
    blur: picture.blurDataUrl,
  };
}
