import { expect, it } from 'vitest';
import { renditionWidths, toImage } from './urls.ts';

it.each([
  [100, [100]],
  [240, [240]],
  [500, [240, 480, 500]],
  [1200, [240, 480, 800, 1200]],
  [4000, [240, 480, 800, 1200]],
])('a picture %d wide is kept in %o', (width, widths) => expect(renditionWidths(width)).toEqual(widths));

const picture = { id: 'a', path: 'a', width: 1200, height: 900, alt: 'Rye', blurDataUrl: null };

it('derives addresses from the row alone', () => {
  expect(toImage({ ...picture, driver: 'local' })).toMatchObject({
    url: '/media/a/1200.webp',
    srcset_avif: '/media/a/240.avif 240w, /media/a/480.avif 480w, /media/a/800.avif 800w, /media/a/1200.avif 1200w',
    width: 1200,
    height: 900,
  });
  expect(toImage({ ...picture, driver: 'cloudinary', path: 'demo/barrow/a', width: 300, height: 200 })).toMatchObject({
    url: 'https://res.cloudinary.com/demo/image/upload/c_limit,f_webp,q_auto,w_300/barrow/a.webp',
    width: 300,
  });
});
