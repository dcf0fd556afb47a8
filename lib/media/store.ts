import 'server-only';
import { env } from '#lib/env';
import { cloudinaryStore } from './drivers/cloudinary.ts';
import { localStore } from './drivers/local.ts';
import type { RenderedPicture } from './picture.ts';

/** The port of pictures: where they are kept is one driver's business. */
export type MediaStore = {
  driver: 'local' | 'cloudinary';
  /** Keeps all renditions under a name that is never used twice; answers `media.path`. */
  write: (name: string, picture: RenderedPicture) => Promise<string>;
  /** Forgets what `write` kept; nothing happens when it is gone already. */
  remove: (path: string) => Promise<void>;
};

/** The store new pictures go to: Cloudinary when it is configured, else the data folder. */
export function mediaStore(): MediaStore {
  const { CLOUDINARY_URL } = env();
  return CLOUDINARY_URL === undefined ? localStore(env().DATA_DIR) : cloudinaryStore(CLOUDINARY_URL);
}

/** The store an older picture is in, null when it is no longer configured. */
export function storeOf(driver: MediaStore['driver']): MediaStore | null {
  const { CLOUDINARY_URL, DATA_DIR } = env();
  if (driver === 'local') return localStore(DATA_DIR);
  return CLOUDINARY_URL === undefined ? null : cloudinaryStore(CLOUDINARY_URL);
}
