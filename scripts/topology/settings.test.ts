import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseEnv, SETTING_NAMES } from '#lib/env';
import { LARGEST_IMPORT } from '#lib/imports/input';
import { DEPLOY, fillTemplate, interpolate, readCompose, serviceOf } from './settings.ts';

const ROOT = join(DEPLOY, '..');
const read = (path: string) => readFile(join(ROOT, path), 'utf8');
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const GIVEN = {
  APP_URL: 'https://shop.example.com',
  SHOP_NAME: 'shop.example.com',
  POSTGRES_PASSWORD: 'p4ssw0rd',
  AUTH_SECRET: 'k'.repeat(20) + 'q'.repeat(20),
  REDIS_REST_TOKEN: 't0ken',
};
const FILES = ['compose.yaml', 'compose.scale.yaml'];
/** What an instance cannot do without, or does wrong without. */
const NEEDED = ['APP_URL', 'DATABASE_URL', 'AUTH_SECRET', 'TRUSTED_PROXIES', 'SHOP_PRESET'];
const SCALED = [...NEEDED, 'DATABASE_DIRECT_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'WORKER'];

/** As it stands in a compose file. */
const variable = (inside: string) => `\${${inside}}`;

describe('interpolate', () => {
  it('reads variables as compose does', () => {
    const text = [variable('A'), variable('B:-other'), variable('A:-other'), variable('C:-'), '$$D'].join(' ');
    expect(interpolate(text, { A: 'a' })).toBe('a other a  $D');
    expect(() => interpolate(variable('A:?say it'), {})).toThrow('A is not set: say it');
  });
});

describe.each(FILES)('%s', (name) => {
  it('gives the app only settings it knows, all that it needs, and values it takes', async () => {
    const services = await readCompose(name, GIVEN);
    const apps = Object.keys(services).filter((service) => /^(app|worker)/.test(service));
    expect(apps.length).toBeGreaterThan(0);
    for (const app of apps) {
      const { environment } = serviceOf(services, app);
      expect(Object.keys(environment).filter((key) => !SETTING_NAMES.includes(key))).toEqual([]);
      expect(Object.keys(environment)).toEqual(expect.arrayContaining(name.includes('scale') ? SCALED : NEEDED));
      expect(parseEnv(environment)).toMatchObject({ APP_URL: GIVEN.APP_URL, TRUSTED_PROXIES: 1, isSecure: true });
    }
  });

  it('asks for what it needs, has no secret of its own, and publishes nginx alone', async () => {
    await expect(readCompose(name, { ...GIVEN, POSTGRES_PASSWORD: '' })).rejects.toThrow(
      'POSTGRES_PASSWORD is not set',
    );
    const services = await readCompose(name, GIVEN);
    const published = Object.keys(services).filter((service) => 'ports' in serviceOf(services, service));
    expect(published).toEqual(['nginx']);
  });

  it('asks only for variables that deploy/.env.example or the app itself names', async () => {
    const text = (await read(`deploy/${name}`)).replace(/^\s*#.*$/gm, '');
    const asked = [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, variable]) => variable ?? '');
    const example = await read('deploy/.env.example');
    const places = ['CERTIFICATES', 'ACME'];
    const unknown = asked.filter(
      (variable) =>
        !example.includes(`${variable}=`) && !SETTING_NAMES.includes(variable) && !places.includes(variable),
    );
    expect(unknown).toEqual([]);
  });
});

it('every setting is explained in .env.example', async () => {
  const example = await read('.env.example');
  const own = ['NODE_ENV'];
  expect(SETTING_NAMES.filter((name) => !own.includes(name) && !example.includes(`#${name}=`))).toEqual([]);
});

it('images have the versions that package.json pins', async () => {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(await read('package.json')));
  const files = [await read('deploy/Dockerfile'), await read('deploy/compose.scale.yaml')];
  for (const text of files) {
    const versions = [...text.matchAll(/FROM node:([\d.]+)-/g)].map(([, version]) => version);
    expect(versions).toEqual([dependencies.node]);
  }
  const front = '@humanwhocodes/upstash-redis-server';
  expect(files[1]).toContain(`${front}@${devDependencies[front]}`);
});

it('nginx lets through what the app takes, and holds no event back', async () => {
  const rules = await read('deploy/nginx/shop.inc');
  const most = Number(/client_max_body_size (\d+)m;/.exec(rules)?.[1]);
  expect(most * 1024 * 1024).toBeGreaterThan(LARGEST_IMPORT);
  expect(rules).toMatch(/events\$ \{[^}]*proxy_buffering off;/);
  expect(rules).toMatch(/^proxy_next_upstream error timeout;$/m);
});

it('templates leave no variable open', async () => {
  const services = await readCompose('compose.scale.yaml', GIVEN);
  const variables = { ...serviceOf(services, 'nginx').environment, ...serviceOf(services, 'pgbouncer').environment };
  for (const name of ['nginx/shop.conf.template', 'nginx/shop-tls.conf.template', 'pgbouncer.ini.template']) {
    expect(await fillTemplate(name, variables)).not.toContain('${');
  }
});

it('programs are not sent on to https but refused, in the envelope', async () => {
  const { environment } = serviceOf(await readCompose('compose.scale.yaml', GIVEN), 'nginx');
  const site = await fillTemplate('nginx/shop-tls.conf.template', environment);
  const [plain = ''] = site.split(' ssl ');
  const answer = /location \/api\/ \{\s+default_type application\/json;\s+return (\d+) '(.*)';\s+\}/.exec(plain);
  expect(answer?.[1]).toBe('400');
  expect(JSON.parse(answer?.[2] ?? '')).toMatchObject({ success: false, error: { code: 'REQ_001' } });
});

it('the workflow runs what everybody runs', async () => {
  const workflow = z.looseObject({ jobs: z.record(z.string(), z.looseObject({ steps: z.array(z.looseObject({})) })) });
  const { jobs } = workflow.parse(parse(await read('.github/workflows/test.yaml')));
  expect(Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run))).toContain('npm test');
});
