import 'server-only';
import sharp from 'sharp';
import type { MediaStore } from '../store.ts';
import { accountOf, loadCloudinary, uploadTo } from './cloudinary-account.ts';

const FOLDER = 'barrow';

/** Pictures at Cloudinary, which makes the sizes itself. `url` is CLOUDINARY_URL. */
export function cloudinaryStore(url: string): MediaStore {
  const account = accountOf(url);
  return {
    driver: 'cloudinary',
    async write(name, { renditions }) {
      const largest = renditions.findLast(({ format }) => format === 'webp');
      if (!largest) throw new Error('a picture without renditions');
      // PNG loses nothing on the way there; every size is made from it.
      const master = await sharp(largest.data).png().toBuffer();
      await uploadTo(account, { folder: FOLDER, resource_type: 'image' }, name, master);
      return `${account.cloud_name}/${FOLDER}/${name}`;
    },
    async remove(path) {
      const publicId = path.split('/').slice(1).join('/');
      const cloudinary = await loadCloudinary();
      await cloudinary.uploader.destroy(publicId, { ...account, invalidate: true });
    },
  };
}
