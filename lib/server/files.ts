import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { createKeeper, type Hit, type Kept, type Variant } from './keeper.ts';

/** Our own table: the type never depends on what the machine or an upload says. Anything else is not served. */
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
const MEDIA_TYPES = new Set(['.avif', '.webp', '.jpg', '.png']);
const PACKED = new Set(['.woff2', '.avif', '.webp', '.jpg', '.png', '.ico']);
const SAFE_PATH = /^(?:\/[A-Za-z0-9_~@()[\]-][A-Za-z0-9._~@()[\]-]*)+$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';
export const LARGEST_REMEMBERED = 2 * 1024 * 1024;
const STORED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

export type Folder = { prefix: string; path: string; isMedia: boolean };

export type FileAnswer =
  | { kind: 'kept'; kept: Kept; variant: Variant }
  | { kind: 'large'; path: string; headers: string[] };

/**
 * Serves folders whose file names change with their content, so that every browser and proxy may keep them for a year.
 * Names that begin with a dot, leave the folder or have a type we do not know do not exist.
 */
export function createFiles(folders: readonly Folder[], headers: readonly string[]) {
  const keeper = createKeeper({ maxBytes: 24 * 1024 * 1024, maxAgeSeconds: 86_400 });

  function locate(pathname: string): { path: string; root: string; extension: string } | null {
    const folder = folders.find(({ prefix }) => pathname.startsWith(prefix));
    if (folder === undefined) return null;
    const rest = decodeURIComponent(pathname.slice(folder.prefix.length - 1));
    const extension = extname(rest);
    if (!SAFE_PATH.test(rest) || TYPES[extension] === undefined) return null;
    if (folder.isMedia && !MEDIA_TYPES.has(extension)) return null;
    return { path: join(folder.path, rest), root: folder.path, extension };
  }

  /** Browsers ask for such a file once: it is the first answer that has to be small. */
  async function get(pathname: string, acceptEncoding: string | undefined): Promise<Hit | null> {
    const hit = keeper.get(pathname, acceptEncoding);
    return hit && ((await keeper.whenCompressed(hit, acceptEncoding)) ?? hit);
  }

  return {
    owns: (pathname: string) => folders.some(({ prefix }) => pathname.startsWith(prefix)),

    /** Null when there is no such file. */
    async find(pathname: string, acceptEncoding: string | undefined): Promise<FileAnswer | null> {
      const hit = await get(pathname, acceptEncoding);
      if (hit !== null) return { kind: 'kept', ...hit };
      const found = locate(pathname);
      if (found === null) return null;
      const { path, root, extension } = found;
      const info = await stat(path).catch(missing);
      if (info === null || !info.isFile()) return null;
      // A link that leaves the folder is not followed.
      if (!(await realpath(path)).startsWith((await realpath(root)) + sep)) return null;
      const contentType = TYPES[extension] ?? 'application/octet-stream';
      const own = ['Vary', 'Accept-Encoding', ...headers];
      if (info.size > LARGEST_REMEMBERED) {
        const { file, size, encoding } = await smallest(path, info.size, acceptEncoding);
        const about = ['Content-Type', contentType, 'Content-Length', String(size), ...encoding];
        return { kind: 'large', path: file, headers: [...about, 'Cache-Control', IMMUTABLE, ...own] };
      }
      const kept = keeper.put({
        key: pathname,
        body: await readFile(path),
        contentType,
        tags: [],
        startedAt: keeper.sequence(),
        cacheControl: IMMUTABLE,
        isCompressible: !PACKED.has(extension),
        headers: own,
      });
      const fresh = kept === null ? null : await get(pathname, acceptEncoding);
      return fresh === null ? null : { kind: 'kept', ...fresh };
    },
  };
}

/** Too large to be packed for each visitor: the build may have put a packed form beside it. */
async function smallest(path: string, size: number, acceptEncoding: string | undefined) {
  for (const [name, extension] of STORED) {
    if (PACKED.has(extname(path)) || !acceptEncoding?.includes(name)) continue;
    const info = await stat(path + extension).catch(missing);
    if (info !== null) return { file: path + extension, size: info.size, encoding: ['Content-Encoding', name] };
  }
  return { file: path, size, encoding: [] };
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))) {
    return null;
  }
  throw error;
}

export type Files = ReturnType<typeof createFiles>;
