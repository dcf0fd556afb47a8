// Plain JavaScript for whatever Node.js the machine has: installs what is missing, then hands over to the pinned one.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = [20, 9];
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const INSTALLED = join(ROOT, 'node_modules', '.barrow-lock');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function isInstalled(hash, needs) {
  if (!existsSync(PINNED) || needs.some((name) => !existsSync(join(ROOT, 'node_modules', name)))) return false;
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, 'utf8').trim() === hash;
  // Installed by hand: npm's own record lists the same packages as the lockfile, or something is missing.
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.dev || entry.peer || present[path]?.version === entry.version,
  );
}

function install(withTests) {
  process.stdout.write('Installing dependencies (once, and after updates) …\n');
  const npm = process.env.npm_execpath;
  // Versions and checksums of the lockfile, which stays as it is. `npm ci` would refuse a lockfile that does not list the
  // binaries of every other platform, which npm itself leaves out when a registry does not carry them.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withTests ? ['--include=dev'] : []),
  ];
  const options = { cwd: ROOT, stdio: 'inherit' };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.error !== undefined) fail(`npm could not be run (${done.error.message}). Install npm and try again.`);
  if (done.signal !== null) process.exit(1);
  if (done.status !== 0) fail('The dependencies could not be installed. Is the npm registry reachable?');
}

/** Runs `script` with the pinned Node.js once everything it imports is there; ends as it ends. */
export function bootstrap(script, { nodeArgs = [], needs = [], withTests = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    fail(`Node.js ${process.versions.node} is too old; install ${OLDEST.join('.')} or newer from https://nodejs.org.`);
  }
  const hash = lockHash();
  if (!isInstalled(hash, needs)) {
    install(withTests);
    if (!existsSync(PINNED))
      fail('The pinned Node.js is missing after the install. Remove node_modules and try again.');
  }
  if (!existsSync(INSTALLED)) {
    try {
      writeFileSync(INSTALLED, `${hash}\n`);
    } catch {
      // A read-only install works as well; it is only compared more slowly.
    }
  } else if (readFileSync(INSTALLED, 'utf8').trim() !== hash) writeFileSync(INSTALLED, `${hash}\n`);

  const child = spawn(PINNED, [...nodeArgs, join(ROOT, script), ...process.argv.slice(2)], {
    cwd: ROOT,
    // The channel tells the child when this process is gone without a word.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(PINNED)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
  });
  // Ctrl-C reaches the child as well, through the terminal; hearing it twice does no harm, ending before it would.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes SIGTERM to a shell between us, which ends without telling. Whoever starts us without npm may well leave.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
  if (process.env.npm_lifecycle_event !== undefined) setInterval(orphaned, 250).unref();
  child.on('error', (error) => fail(`The pinned Node.js cannot be run on this machine (${error.message}).`));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}
