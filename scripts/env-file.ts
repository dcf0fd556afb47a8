import { chmod, chown, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';

/** The text of `.env` with `url` for the database. Lines that named another stay as comments: the way back is to swap them. */
export function withDatabase(old: string, url: string): string {
  const kept = old
    .replaceAll(/^([ \t]*(?:export[ \t]+)?DATABASE_(?:DIRECT_)?URL[ \t]*=)/gm, '# $1')
    .replace(/\n?$/, '\n');
  return `${kept.trimStart()}DATABASE_URL=${url}\n`;
}

/** Writes it wholly or not at all. Who owned the file and could read it does so afterwards; a new one is for us alone. */
export async function writeDatabase(path: string, url: string): Promise<void> {
  // A link stays one: many deployments keep the file elsewhere.
  const file = await realpath(path).catch(() => path);
  const before = await stat(file).catch(() => null);
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, withDatabase(before === null ? '' : await readFile(file, 'utf8'), url), { mode: 0o600 });
  await chmod(unfinished, before === null ? 0o600 : before.mode & 0o777);
  if (before !== null && before.uid !== process.getuid?.()) await chown(unfinished, before.uid, before.gid);
  await rename(unfinished, file);
}
