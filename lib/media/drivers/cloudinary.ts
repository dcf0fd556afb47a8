import 'server-only';
import sharp from 'sharp';
import type { MediaStore } from '../store.ts';

const FOLDER = 'barrow';
const TIMEOUT_MS = 30_000;

/** Loaded at the first use: most shops keep their pictures themselves. It reads `upload_prefix` when it is loaded. */
const load = async () => (await import('cloudinary')).v2;

/**
 * Pictures at Cloudinary, which makes the sizes itself. `url` is CLOUDINARY_URL; its `upload_prefix` parameter changes
 * where uploads go, which is also how tests stand in for the service.
 */
export function cloudinaryStore(url: string): MediaStore {
  const { hostname, username, password, searchParams } = new URL(url);
  const account = {
    cloud_name: hostname,
    api_key: decodeURIComponent(username),
    api_secret: decodeURIComponent(password),
    timeout: TIMEOUT_MS,
    ...(searchParams.has('upload_prefix') && {
      upload_prefix: searchParams.get('upload_prefix') ?? undefined,
    }),
  };
  return {
    driver: 'cloudinary',
    async write(name, { renditions }) {
      const largest = renditions.findLast(({ format }) => format === 'webp');
      if (!largest) throw new Error('a picture without renditions');
      // PNG loses nothing on the way there; every size is made from it.
      const master = await sharp(largest.data).png().toBuffer();
      const cloudinary = await load();
      await new Promise<void>((resolve, reject) => {
        const options = {
          ...account,
          public_id: name,
          folder: FOLDER,
          resource_type: 'image' as const,
          overwrite: false,
        };
        const upload = cloudinary.uploader.upload_stream(options, (error) =>
          error ? reject(new Error(`Cloudinary refused a picture: ${error.message}`)) : resolve(),
        );
        upload.on('error', reject);
        upload.end(master);
      });
      return `${hostname}/${FOLDER}/${name}`;
    },
    async remove(path) {
      const publicId = path.split('/').slice(1).join('/');
      const cloudinary = await load();
      await cloudinary.uploader.destroy(publicId, { ...account, invalidate: true });
    },
  };
}
