import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { commandOf, isAlive } from './processes.ts';

/** Something only the person at the keyboard can mend; the message is the one sentence they get. */
export class CannotStart extends Error {}

const OLDEST_POSTGRES = 150_000;

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

export async function checkDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new CannotStart(
      `The folder ${dataDir} cannot be written; give this user the right to it, or set DATA_DIR to another folder.`,
    );
  }
}

export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => {
      const code = codeOf(error);
      if (code === 'EADDRINUSE') {
        reject(
          new CannotStart(
            `Port ${port} is taken; stop what uses it, or set PORT to a free one, for example PORT=${port + 1}.`,
          ),
        );
      } else if (code === 'EACCES') {
        reject(new CannotStart(`This user may not listen on port ${port}; set PORT to 1024 or higher.`));
      } else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        reject(new CannotStart(`HOST ${host} is not an address of this machine; use 127.0.0.1, or 0.0.0.0 for all.`));
      } else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Waits up to 30 s for a database that is still starting, as it does in a compose file; wrong sign-ins fail at once. */
export async function checkDatabase(
  url: string,
  say: (sentence: string) => void,
  name = 'DATABASE_URL',
): Promise<void> {
  const { host, pathname } = new URL(url);
  const until = Date.now() + 30_000;
  for (let hasSaid = false; ; hasSaid = true) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => undefined });
    try {
      const [row] = await sql`select current_setting('server_version_num')::int as version`;
      if (Number(row?.version) >= OLDEST_POSTGRES) return;
      throw new CannotStart(`The database behind ${name} is older than PostgreSQL 15; upgrade it, or unset ${name}.`);
    } catch (error) {
      if (error instanceof CannotStart) throw error;
      const code = codeOf(error);
      if (code === '28P01' || code === '28000') {
        throw new CannotStart(`The database at ${host} refuses the user or password in ${name}; correct them.`);
      }
      if (code === '3D000') {
        throw new CannotStart(
          `The database ${pathname.slice(1)} does not exist at ${host}; create it, or correct ${name}.`,
        );
      }
      if (code === 'ENOTFOUND' || Date.now() > until) {
        throw new CannotStart(`No PostgreSQL answers at ${host}; start it, or correct or unset ${name}.`);
      }
      if (!hasSaid) say(`Waiting for the database at ${host} …`);
    } finally {
      await sql.end({ timeout: 0 });
    }
    await sleep(1000);
  }
}

/** One start per data folder with a database in it. Returns what gives the folder back. */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'running');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
    // A container that was killed begins again under the very number its predecessor left there.
    if (pid !== process.pid && isAlive(pid) && (await commandOf(pid)).includes('scripts/')) {
      throw new CannotStart(
        `Barrow already runs in ${dataDir} (process ${pid}); stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new CannotStart(`Another start is using ${dataDir}; wait for it, or set DATA_DIR to another folder.`);
}
