import 'server-only';
import { DomainError } from '#lib/errors';
import type { PrivateStore } from '../private-store.ts';
import { accountOf, loadCloudinary, uploadTo } from './cloudinary-account.ts';

const FOLDER = 'barrow-private';
const KIND = { resource_type: 'raw', type: 'private' } as const;
const READ_TIMEOUT_MS = 5000;

/**
 * Private files at Cloudinary: kept byte for byte and without a public address. Every read is a download that our server
 * signs for itself. `url` is CLOUDINARY_URL.
 */
export function cloudinaryPrivateStore(url: string): PrivateStore {
  const account = accountOf(url);
  const publicIdOf = (path: string): string => path.split('/').slice(1).join('/');
  return {
    driver: 'cloudinary',
    async write(name, file) {
      await uploadTo(account, { ...KIND, folder: FOLDER }, name, file);
      return `${account.cloud_name}/${FOLDER}/${name}`;
    },
    async read(path) {
      const { utils } = await loadCloudinary();
      // Good for an hour, and seen by nobody but us.
      const address = utils.private_download_url(publicIdOf(path), '', { ...account, ...KIND });
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(READ_TIMEOUT_MS) });
        if (response.status === 404) return null;
        if (!response.ok) throw new Error(`Cloudinary answered ${response.status}`);
        return Buffer.from(await response.arrayBuffer());
      } catch (error) {
        throw new DomainError('DB_001', {}, { cause: error });
      }
    },
    async remove(path) {
      const cloudinary = await loadCloudinary();
      await cloudinary.uploader.destroy(publicIdOf(path), { ...account, ...KIND, invalidate: true });
    },
  };
}
