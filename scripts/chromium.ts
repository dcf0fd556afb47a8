import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Chromium without a window comes first. The whole one opens a window of its own beside each page, with processes that
 * draw it, and on a busy machine it stops drawing a page now and then: what waits for the next frame waits for ever.
 */
const SHELL = ['chromium-headless-shell', 'chrome-headless-shell'];
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function command(names: readonly string[]): string | null {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.trim() !== '') return found.stdout.trim();
  }
  return null;
}

const whole = () => command(WHOLE) ?? PLACES.find((place) => existsSync(place)) ?? null;

function install(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}

/** The browser of the tests: the one named, the one installed, or one the system's package manager brings. */
export function findChromium(say: (sentence: string) => void): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const shell = command(SHELL);
  if (shell !== null) return shell;
  const canInstall = process.getuid?.() === 0 && command(['apt-get']) !== null;
  if (!canInstall) return whole();
  say('Installing Chromium for the browser tests …');
  spawnSync('apt-get', ['update'], { stdio: 'inherit' });
  // Not every distribution has the one without a window.
  if (install(['chromium-headless-shell', 'fonts-liberation'])) return command(SHELL);
  if (whole() === null) install(['chromium', 'fonts-liberation']);
  return whole();
}

/** The same for what cannot do without. */
export function requireChromium(say: (sentence: string) => void): string {
  const found = findChromium(say);
  if (found === null) throw new Error('Chromium is needed: install it, or set CHROMIUM_PATH to one');
  return found;
}
