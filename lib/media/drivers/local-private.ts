import 'server-only';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissingFile } from '#lib/missing-file';
import type { PrivateStore } from '../private-store.ts';

const NAME = /^[0-9a-f-]{36}\.(?:webp|pdf)$/;

/**
 * Files in `<data folder>/private/`, beside the folder of pictures and out of reach of the file server, which serves
 * `<data folder>/media/` alone. Only the user of the server may read them.
 */
export function localPrivateStore(dataDir: string): PrivateStore {
  const root = join(dataDir, 'private');
  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('a private file has an id for its name');
    return join(root, name);
  };
  return {
    driver: 'local',
    async write(name, file) {
      const path = fileOf(name);
      await mkdir(root, { recursive: true, mode: 0o700 });
      // Whole or not there at all.
      const unfinished = join(root, `.${name}`);
      await writeFile(unfinished, file, { mode: 0o600 });
      await rename(unfinished, path);
      return name;
    },
    async read(name) {
      try {
        return await readFile(fileOf(name));
      } catch (error) {
        if (isMissingFile(error)) return null;
        throw error;
      }
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}
