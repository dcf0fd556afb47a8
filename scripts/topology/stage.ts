import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#scripts/free-port';
import { startCluster } from '#scripts/postgres';
import { undoing } from '#scripts/undo';
import { until } from '#tests/support/wait';
import { missingProgram, type Running, run, UNPRIVILEGED, untilOpen } from './processes.ts';
import { DEPLOY, fillTemplate, readCompose, serviceOf } from './settings.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REST_FRONT = join(ROOT, 'node_modules/@humanwhocodes/upstash-redis-server/dist/server.js');
const STARTS_MS = 60_000;
const APPS = ['app-1', 'app-2', 'app-3'];
const WORKERS = ['worker-1', 'worker-2'];

export type Instance = {
  name: string;
  url: string;
  start: () => Promise<void>;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  output: () => string;
};

export type Topology = {
  /** nginx, as customers see the shop. */
  url: string;
  /** Past nginx, one each. */
  apps: Instance[];
  /** PostgreSQL itself. */
  directUrl: string;
  admin: { username: string; password: string };
  redis: { url: string; token: string; kill: () => Promise<void>; start: () => Promise<void> };
  pooler: { kill: () => Promise<void>; start: () => Promise<void> };
  /** Of both sites, by `nginx -t`. */
  nginxVerdicts: string[];
  /** Milliseconds until three instances that began at once on an empty database were all ready. */
  startMs: number;
  end: () => Promise<void>;
};

/**
 * What compose.scale.yaml describes, on this machine: its settings, with addresses of the loopback. All of it ends with
 * this process, also by a signal.
 */
export async function setTopology(say: (sentence: string) => void): Promise<Topology> {
  const missing = missingProgram(['nginx', 'pgbouncer', 'redis-server', 'openssl']);
  if (missing !== null)
    throw new Error(`${missing} is not installed: apt-get install nginx pgbouncer redis-server openssl`);
  const undo = undoing();
  try {
    const folder = await undo.folder('barrow-topology-');
    await chmod(folder, 0o755);
    const [publicPort, poolerPort, redisPort, restPort, ...ports] = await freePorts(4 + APPS.length);
    const admin = { username: 'admin', password: 'correct horse battery' };
    const token = randomBytes(24).toString('hex');

    say('PostgreSQL …');
    const cluster = await undo.made(
      startCluster({ dataDir: folder, settings: { max_connections: '100' }, say }),
      async ({ stop, remove }) => {
        await stop();
        await remove();
      },
    );
    const direct = new URL(cluster.url);

    const given = {
      APP_URL: `http://localhost:${publicPort}`,
      POSTGRES_PASSWORD: direct.password,
      AUTH_SECRET: randomBytes(48).toString('base64url'),
      REDIS_REST_TOKEN: token,
      ADMIN_PASSWORD: admin.password,
      // We are the first of two proxies: each of our customers comes from an address of their own.
      TRUSTED_PROXIES: '2',
      SHOP_NAME: 'localhost',
      LOG_LEVEL: 'warn',
    };
    const services = await readCompose('compose.scale.yaml', given);
    const here = (text: string): string => {
      const places: [string, number][] = [
        ['pgbouncer:6432', Number(poolerPort)],
        ['postgres:5432', Number(direct.port)],
        ['redis-rest:8080', Number(restPort)],
        ['redis:6379', Number(redisPort)],
        ...ports.map((port, index): [string, number] => [`172.30.7.${11 + index}:3000`, port]),
      ];
      return places.reduce((changed, [place, port]) => changed.replaceAll(place, `127.0.0.1:${port}`), text);
    };
    const environmentOf = (name: string) =>
      Object.fromEntries(
        Object.entries(serviceOf(services, name).environment).map(([key, value]) => [key, here(value)]),
      );

    say('PgBouncer, Redis and its REST front …');
    const poolerFile = await poolerSettings(folder, { direct, port: Number(poolerPort) });
    const pooler = restartable('PgBouncer', Number(poolerPort), () =>
      run('pgbouncer', [poolerFile], { cwd: folder, ...UNPRIVILEGED }),
    );
    const [, ...redisOptions] = serviceOf(services, 'redis').command ?? [];
    const redis = restartable('Redis', Number(redisPort), () =>
      run('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder, ...redisOptions]),
    );
    const rest = restartable('the REST front', Number(restPort), () =>
      run(process.execPath, [REST_FRONT], { env: { ...environmentOf('redis-rest'), PORT: String(restPort) } }),
    );
    for (const part of [pooler, redis, rest]) {
      undo.add(part.kill);
      await part.start();
    }

    say('Three instances at once, on an empty database …');
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const instance = (name: string, index: number): Instance => {
      const port = Number(ports[index]);
      const url = `http://127.0.0.1:${port}`;
      let running: Running | null = null;
      return {
        name,
        url,
        output: () => running?.output() ?? '',
        async start() {
          const env = { ...environmentOf(name), PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir };
          const started = run(process.execPath, ['scripts/start.ts'], {
            cwd: ROOT,
            env: { ...env, NODE_ENV: 'production' },
          });
          running = started;
          await untilReady(name, `${url}/api/health/ready`, started);
        },
        stop: async (signal) => running?.end(signal),
      };
    };
    const apps = APPS.map(instance);
    const began = Date.now();
    undo.add(() => Promise.all(apps.map((app) => app.stop())));
    await Promise.all(apps.map((app) => app.start()));
    const startMs = Date.now() - began;

    say('Two workers, nginx …');
    for (const name of WORKERS) {
      const env = { ...environmentOf(name), DATA_DIR: dataDir, NODE_ENV: 'production' };
      const worker = run(process.execPath, ['--conditions=react-server', 'scripts/worker.ts'], { cwd: ROOT, env });
      undo.add(() => worker.end());
      await until(`${name} works`, 20_000, () => worker.output().includes('Background work is being done'));
    }
    const variables = {
      ...environmentOf('nginx'),
      SHOP_LISTEN: `127.0.0.1:${publicPort}`,
      SHOP_TLS_LISTEN: `127.0.0.1:${await freePort()}`,
      SHOP_INCLUDES: join(DEPLOY, 'nginx'),
      SHOP_CERTIFICATES: folder,
    };
    const nginxVerdicts = await judgeSites(folder, variables);
    const nginx = run('nginx', ['-c', join(folder, 'shop.conf'), '-g', 'daemon off;']);
    undo.add(() => nginx.end());
    await untilOpen(nginx, 'nginx', Number(publicPort));

    return {
      url: given.APP_URL,
      apps,
      directUrl: cluster.url,
      admin,
      redis: { url: `http://127.0.0.1:${restPort}`, token, kill: redis.kill, start: redis.start },
      pooler,
      nginxVerdicts,
      startMs,
      end: undo.now,
    };
  } catch (error) {
    await undo.now();
    throw error;
  }
}

async function untilReady(name: string, health: string, started: Running): Promise<void> {
  const isReady = () =>
    fetch(health).then(
      (response) => response.ok,
      () => false,
    );
  try {
    await until(`${name} is ready`, STARTS_MS, () => {
      if (started.child.exitCode !== null) throw new Error(`${name} ended`);
      return isReady();
    });
  } catch (error) {
    throw new Error(started.output().slice(-2000), { cause: error });
  }
}

const freePorts = (count: number) => Promise.all(Array.from({ length: count }, () => freePort()));

function restartable(name: string, port: number, launch: () => Running) {
  let running: Running | null = null;
  return {
    async start() {
      running = launch();
      await untilOpen(running, name, port);
    },
    kill: async () => running?.end('SIGKILL'),
  };
}

async function poolerSettings(folder: string, { direct, port }: { direct: URL; port: number }): Promise<string> {
  const users = join(folder, 'users.txt');
  await writeFile(users, `"${direct.username}" "${direct.password}"\n`);
  const file = join(folder, 'pgbouncer.ini');
  const text = await fillTemplate('pgbouncer.ini.template', {
    POSTGRES_HOST: direct.hostname,
    POSTGRES_PORT: direct.port,
    PGBOUNCER_ADDRESS: '127.0.0.1',
    PGBOUNCER_PORT: String(port),
    PGBOUNCER_USERS: users,
  });
  await writeFile(file, text);
  return file;
}

/** Writes both sites as they would run, with a certificate of our own, and asks nginx what it thinks of them. */
async function judgeSites(folder: string, variables: Record<string, string>): Promise<string[]> {
  const certificate = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-newkey', 'rsa:2048', '-nodes'];
  await run('openssl', ['req', '-x509', ...subject, ...certificate]).ended;
  const verdicts: string[] = [];
  for (const site of ['shop', 'shop-tls']) {
    const text = await fillTemplate(`nginx/${site}.conf.template`, variables);
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const whole = `worker_processes 2; pid ${folder}/${site}.pid; error_log ${folder}/nginx.log warn;
events { worker_connections 4096; }
http { access_log off; ${paths.join(' ')} ${text} }`;
    const file = join(folder, `${site}.conf`);
    await writeFile(file, whole);
    const test = run('nginx', ['-t', '-c', file]);
    await test.ended;
    verdicts.push(test.child.exitCode === 0 ? `${site}: in order` : `${site}: ${test.output()}`);
  }
  return verdicts;
}
