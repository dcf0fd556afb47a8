import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EnvError, parseEnv } from '../lib/env.ts';
import { ensureSecret } from '../lib/server/secret.ts';
import { prepareLooks } from './fonts.ts';
import { startCluster } from './postgres.ts';
import { prepareReference } from './reference.ts';
import { CannotStart, checkDataDir, checkPort, lockDataDir } from './start-checks.ts';

const ROOT = join(import.meta.dirname, '..');
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const undo: (() => Promise<void>)[] = [];
let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const step of undo.toReversed()) await step();
  process.exit(code);
}

function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [...args], { cwd: ROOT, env, stdio: 'inherit', detached: true });
  const ended = new Promise<number>((done) => {
    child.on('close', (code) => done(code ?? 1));
  });
  return { child, ended };
}

/** The same server and database as `npm start`, with the framework compiling as files change. */
async function dev(): Promise<void> {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const settings = parseEnv(process.env);
  const dataDir = resolve(ROOT, settings.DATA_DIR);
  await checkDataDir(dataDir);
  await checkPort(settings.PORT, settings.HOST);
  undo.push(await lockDataDir(dataDir));
  let url = settings.DATABASE_URL;
  if (url === undefined) {
    const cluster = await startCluster({ dataDir, say });
    undo.push(cluster.stop);
    url = cluster.url;
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'development',
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    AUTH_SECRET: settings.AUTH_SECRET ?? (await ensureSecret(dataDir)),
  };
  await prepareLooks(ROOT);
  await prepareReference(ROOT);
  for (const script of ['migrate', 'seed']) {
    const code = await run(['--conditions=react-server', `scripts/${script}.ts`], env).ended;
    if (code !== 0) throw new CannotStart(`scripts/${script}.ts failed; the line above says why.`);
  }
  const { child, ended } = run(['lib/server/main.ts'], env);
  undo.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  say(`Developing at ${settings.APP_URL} (Ctrl-C stops everything).`);
  await ended;
  await stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('disconnect', () => void stop(1));

dev().catch(async (error: unknown) => {
  const isPlain = error instanceof EnvError || error instanceof CannotStart;
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  await stop(1);
});
