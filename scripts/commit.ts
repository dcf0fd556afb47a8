import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Also what a label of a figure may be. */
const COMMIT = /^[\w.-]{1,64}$/;

/**
 * What is being built: `BARROW_COMMIT` where somebody says it, such as the build of the image, else what git says of
 * this folder, with `-dirty` behind it where files were changed. Empty where neither knows: a download has no history.
 */
export async function commitOf(root: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== '') return COMMIT.test(given) ? given.slice(0, 40) : '';
  const args = ['-C', root, 'describe', '--always', '--dirty', '--abbrev=10', '--exclude=*'];
  const told = await promisify(execFile)('git', args).catch(() => null);
  const word = told?.stdout.trim() ?? '';
  return COMMIT.test(word) ? word : '';
}
