import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stylesheets } from '#lib/look/css';
import { FONTS, fontFile, fontSource, SUBSETS } from '#lib/look/fonts';

/**
 * Puts the fonts of all looks into `public/fonts` and writes `fonts.css` and `looks.css` from the tokens.
 * Runs before `next dev` and `next build`; copies half a megabyte and takes a few milliseconds.
 */
export async function prepareLooks(root: string): Promise<number> {
  const packages = createRequire(join(root, 'package.json'));
  const folder = join(root, 'public', 'fonts');
  await mkdir(folder, { recursive: true });
  const wanted = FONTS.flatMap((font) =>
    SUBSETS.map((subset) => ({ name: fontFile(font, subset), source: fontSource(font, subset) })),
  );
  const names = new Set(wanted.map(({ name }) => name));
  const stale = (await readdir(folder)).filter((name) => !names.has(name));
  await Promise.all([
    ...stale.map((name) => rm(join(folder, name))),
    ...wanted.map(({ name, source }) => copyFile(packages.resolve(source), join(folder, name))),
  ]);
  const sheets = Object.entries(stylesheets());
  await Promise.all(sheets.map(([name, text]) => writeFile(join(root, 'app', 'styles', name), text)));
  return wanted.length;
}

if (import.meta.main) {
  const count = await prepareLooks(join(import.meta.dirname, '..'));
  process.stdout.write(`${count} font files in public/fonts\n`);
}
