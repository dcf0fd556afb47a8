import 'server-only';

const TIMEOUT_MS = 30_000;

/** Loaded at the first use: most shops keep their files themselves. It reads `upload_prefix` when it is loaded. */
export const loadCloudinary = async () => (await import('cloudinary')).v2;

/**
 * CLOUDINARY_URL as the package takes it. Its `upload_prefix` parameter changes where requests go, which is also how tests
 * stand in for the service.
 */
export function accountOf(url: string) {
  const { hostname, username, password, searchParams } = new URL(url);
  return {
    cloud_name: hostname,
    api_key: decodeURIComponent(username),
    api_secret: decodeURIComponent(password),
    timeout: TIMEOUT_MS,
    ...(searchParams.has('upload_prefix') && {
      upload_prefix: searchParams.get('upload_prefix') ?? undefined,
    }),
  };
}

type Account = ReturnType<typeof accountOf>;
type Kind = { folder: string; resource_type: 'image' | 'raw'; type?: 'private' };

/** Hands one file over; throws with the reason when it is refused. */
export async function uploadTo(account: Account, kind: Kind, name: string, file: Buffer): Promise<void> {
  const cloudinary = await loadCloudinary();
  await new Promise<void>((resolve, reject) => {
    const options = { ...account, ...kind, public_id: name, overwrite: false };
    const upload = cloudinary.uploader.upload_stream(options, (error) =>
      error ? reject(new Error(`Cloudinary refused a file: ${error.message}`)) : resolve(),
    );
    upload.on('error', reject);
    upload.end(file);
  });
}
