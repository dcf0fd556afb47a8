import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import next from 'next';
import { type Env, EnvError, env } from '../env.ts';
import { log } from '../log.ts';
import { type Runtime, runtime } from '../runtime.ts';
import { logConsole } from './console.ts';
import { drain } from './drain.ts';
import { refusal } from './envelope.ts';
import { listenForExpiry } from './expiry.ts';
import { createFiles } from './files.ts';
import { createHandler } from './handler.ts';
import { createKeeper } from './keeper.ts';
import { createListener } from './listener.ts';
import { createLiveHub } from './live-hub.ts';
import { createMetrics } from './metrics.ts';
import { createPageStore } from './page-store.ts';
import { securityHeaders } from './policy.ts';
import { ensureSecret } from './secret.ts';

/** Exit code for what starting again cannot mend; the supervisor gives up at once. */
const CANNOT_START = 78;
/** As long as a proxy in front may take to notice that this process goes. */
const STEP_ASIDE_MS = 1000;

function refuseToStart(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(CANNOT_START);
}

/** How limiters of several processes add up; not even loaded without a Redis. */
async function sharingOf({ UPSTASH_REDIS_REST_URL }: Env, secret: string): Promise<Runtime['shareHits']> {
  if (UPSTASH_REDIS_REST_URL === undefined) return null;
  const [{ upstash }, { shareHits }] = await Promise.all([import('../kv/upstash.ts'), import('../kv/shared-hits.ts')]);
  const redis = upstash();
  return redis && ((name) => shareHits(redis, name, secret));
}

async function start(): Promise<void> {
  const isDev = process.env.NODE_ENV === 'development';
  const settings = env();
  const dir = resolve(import.meta.dirname, '../..');
  const dataDir = resolve(dir, settings.DATA_DIR);
  // Before the framework starts: middleware copies the environment into its sandbox.
  const secret = settings.AUTH_SECRET ?? (await ensureSecret(dataDir));
  process.env.AUTH_SECRET = secret;
  process.env.NEXTAUTH_SECRET = secret;
  process.env.NEXTAUTH_URL = settings.APP_URL;
  process.env.APP_URL = settings.APP_URL;
  if (!isDev) logConsole();

  const security = securityHeaders(settings);
  const keeper = createKeeper();
  const directUrl = settings.DATABASE_DIRECT_URL;
  const listener = directUrl === undefined ? null : createListener(directUrl);
  const hub = listener && createLiveHub(listener, settings);
  const { meter, metrics } = createMetrics(keeper, hub);
  const shared = runtime();
  shared.hub = hub;
  shared.metrics = metrics;
  shared.shareHits = await sharingOf(settings, secret);
  if (!isDev) {
    shared.keeper = keeper;
    shared.pages = createPageStore(keeper, security);
  }

  const distDir = process.env.NEXT_DIST_DIR ?? '.next';
  const files = createFiles(
    [
      { prefix: '/_next/static/', path: join(dir, distDir, 'static'), isMedia: false },
      { prefix: '/fonts/', path: join(dir, 'public', 'fonts'), isMedia: false },
      { prefix: '/reference/', path: join(dir, 'public', 'reference'), isMedia: false },
      { prefix: '/media/', path: join(dataDir, 'media'), isMedia: true },
    ],
    security,
  );

  const server = createServer({ requestTimeout: 120_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 });
  const framework = next({
    dev: isDev,
    dir,
    hostname: settings.HOST,
    port: settings.PORT,
    ...(isDev ? { httpServer: server } : {}),
  });
  await framework.prepare();
  // The framework logs such exceptions and goes on; ours is crash-only, the supervisor starts a clean process.
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (err) => {
    log().fatal({ err }, 'unexpected exception; ending this process');
    process.exit(1);
  });

  const handle = framework.getRequestHandler();
  const app = async (...[request, response]: Parameters<typeof handle>) => handle(request, response);
  server.on('request', createHandler({ env: settings, keeper, files, app, security, isDev, meter, hub }));
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return socket.destroy();
    const common = ['X-Request-Id', randomUUID(), ...security, 'Connection', 'close'];
    const { headers, body } = refusal({ headers: {} }, 'REQ_001', common);
    const lines: string[] = [];
    for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
    socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  });
  server.on('error', (error) => {
    if ('code' in error && error.code === 'EADDRINUSE') {
      refuseToStart(`Port ${settings.PORT} is taken. Set PORT to a free one, for example PORT=${settings.PORT + 1}.`);
    }
    if ('code' in error && (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')) {
      refuseToStart(`This machine does not let us listen on ${settings.HOST}:${settings.PORT}. Set HOST and PORT.`);
    }
    throw error;
  });

  if (listener && !isDev) listenForExpiry(listener, keeper);
  if (!settings.RATE_LIMITS) log().warn('RATE_LIMITS is off: for load tests only');

  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    const last = async () => {
      await listener?.stop();
      if (isDev) await framework.close();
    };
    drain(server, last, settings.TRUSTED_PROXIES > 0 ? STEP_ASIDE_MS : 0).then(
      () => process.exit(0),
      (err: unknown) => {
        log().error({ err }, 'the server did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // The supervisor is gone without a word: nothing would ever end this process otherwise.
  process.on('disconnect', end);

  server.listen(settings.PORT, settings.HOST, () => {
    log().debug({ host: settings.HOST, port: settings.PORT }, 'listening');
    process.send?.({ type: 'ready' });
  });
}

start().catch((error: unknown) => {
  if (error instanceof EnvError) refuseToStart(error.message);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
