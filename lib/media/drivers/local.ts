import 'server-only';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaStore } from '../store.ts';
import { renditionName } from '../urls.ts';

/** Pictures in `<data folder>/media/<name>/`, served by our own server under `/media/`. */
export function localStore(dataDir: string): MediaStore {
  const root = join(dataDir, 'media');
  return {
    driver: 'local',
    async write(name, { renditions }) {
      // Complete or not there at all: the folder gets its name when every file is in it.
      const unfinished = join(root, `.${name}`);
      await mkdir(unfinished, { recursive: true });
      await Promise.all(
        renditions.map(({ width, format, data }) => writeFile(join(unfinished, renditionName(width, format)), data)),
      );
      await rename(unfinished, join(root, name));
      return name;
    },
    async remove(path) {
      await rm(join(root, path), { recursive: true, force: true });
    },
  };
}
