import type { Look } from '#lib/look/tokens';

/** The letter on each look's icon: the first of the shop the look was made for. */
export const ICON_LETTERS: Record<Look, string> = { florist: 'F', bakery: 'C', beauty: 'B', farm: 'P', events: 'L' };

/** Pixels: a favicon, Apple's home screen, the web manifest. */
export const ICON_SIZES = [48, 180, 192, 512] as const;

/** The app icon of a shop; one of another name gets the same icon without its letter. */
export function iconUrl({ look, name }: { look: Look; name: string }, size: (typeof ICON_SIZES)[number]): string {
  const isOwn = name.toUpperCase().startsWith(ICON_LETTERS[look]);
  return `/icons/${look}${isOwn ? '' : '-plain'}-${size}.png`;
}
