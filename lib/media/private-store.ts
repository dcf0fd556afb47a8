import 'server-only';
import { env } from '#lib/env';
import { cloudinaryPrivateStore } from './drivers/cloudinary-private.ts';
import { localPrivateStore } from './drivers/local-private.ts';

/** The port of private files: whole files under names that are never used twice. */
export type PrivateStore = {
  driver: 'local' | 'cloudinary';
  /** Keeps the file; answers `media.path`. */
  write: (name: string, file: Buffer) => Promise<string>;
  /** Null when it is not there. Throws DB_001 when the store does not answer. */
  read: (path: string) => Promise<Buffer | null>;
  /** Nothing happens when it is gone already. */
  remove: (path: string) => Promise<void>;
};

/** The store new private files go to: where the pictures go, so that several servers find them. */
export function privateStore(): PrivateStore {
  const { CLOUDINARY_URL, DATA_DIR } = env();
  return CLOUDINARY_URL === undefined ? localPrivateStore(DATA_DIR) : cloudinaryPrivateStore(CLOUDINARY_URL);
}

/** The store an older file is in, null when it is no longer configured. */
export function privateStoreOf(driver: PrivateStore['driver']): PrivateStore | null {
  const { CLOUDINARY_URL, DATA_DIR } = env();
  if (driver === 'local') return localPrivateStore(DATA_DIR);
  return CLOUDINARY_URL === undefined ? null : cloudinaryPrivateStore(CLOUDINARY_URL);
}
