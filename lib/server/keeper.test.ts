import { describe, expect, it } from 'vitest';
import { createKeeper, type KeeperOptions } from './keeper.ts';

const page = (key: string, tags: string[], startedAt: number, body = 'x'.repeat(2000)) => ({
  key,
  tags,
  startedAt,
  body,
  contentType: 'text/html',
});

function keeperAt(options: KeeperOptions = {}) {
  const clock = { now: 1_000_000 };
  const compress = async (body: Buffer, encoding: string) => Buffer.from(`${encoding}:${body.length}`);
  return { clock, keeper: createKeeper({ now: () => clock.now, compress, ...options }) };
}

describe('keeper', () => {
  it('answers what it was given and counts', () => {
    const { keeper } = keeperAt();
    expect(keeper.get('/a', undefined)).toBeNull();
    keeper.put(page('/a', ['catalog'], keeper.sequence()));
    expect(keeper.get('/a', undefined)?.variant.body.length).toBe(2000);
    expect(keeper.counters).toMatchObject({ hits: 1, misses: 1, stored: 1 });
  });

  it('forgets by tag, at once, and only that tag', () => {
    const { keeper } = keeperAt();
    keeper.put(page('/a', ['catalog', 'stock'], 0));
    keeper.put(page('/b', ['content'], 0));
    keeper.expire(['stock']);
    expect(keeper.get('/a', undefined)).toBeNull();
    expect(keeper.get('/b', undefined)).not.toBeNull();
    expect(keeper.getStale('/a')).not.toBeNull();
  });

  it('gives up what holds for a shorter time of its own, and never keeps longer than it would', () => {
    const { keeper, clock } = keeperAt({ maxAgeSeconds: 300 });
    keeper.put({ ...page('/a', [], 0), until: new Date(clock.now + 20_000) });
    keeper.put({ ...page('/b', [], 0), until: new Date(clock.now + 900_000) });
    const fresh = () => ['/a', '/b'].map((key) => keeper.get(key, undefined) !== null);
    clock.now += 20_000;
    expect(fresh()).toEqual([true, true]);
    clock.now += 1;
    expect(fresh()).toEqual([false, true]);
    clock.now += 280_000;
    expect(fresh()).toEqual([false, false]);
    expect(keeper.getStale('/a')).not.toBeNull();
  });

  it.each([
    { name: 'its own tag', expire: ['stock'], isStored: false },
    { name: 'another tag', expire: ['content'], isStored: true },
    { name: 'everything', expire: null, isStored: false },
  ])('refuses what began before $name expired', ({ expire, isStored }) => {
    const { keeper } = keeperAt();
    const startedAt = keeper.sequence();
    if (expire === null) keeper.expireAll();
    else keeper.expire(expire);
    expect(keeper.put(page('/a', ['catalog', 'stock'], startedAt)) !== null).toBe(isStored);
    expect(keeper.put(page('/a', ['catalog', 'stock'], keeper.sequence()))).not.toBeNull();
  });

  it('has what it refused as a last resort, never in place of something fresh', () => {
    const { keeper } = keeperAt();
    keeper.expire(['stock']);
    expect(keeper.put(page('/a', ['stock'], 0, 'old'))).toBeNull();
    expect(keeper.get('/a', undefined)).toBeNull();
    expect(keeper.getStale('/a')?.variant.body.toString()).toBe('old');
    keeper.put(page('/a', ['stock'], keeper.sequence(), 'new'));
    expect(keeper.put(page('/a', ['stock'], 0, 'old'))).toBeNull();
    expect(keeper.get('/a', undefined)?.variant.body.toString()).toBe('new');
  });

  it('keeps nothing longer than its age', () => {
    const { keeper, clock } = keeperAt({ maxAgeSeconds: 300 });
    keeper.put(page('/a', [], 0));
    clock.now += 300_000;
    expect(keeper.get('/a', undefined)).not.toBeNull();
    clock.now += 1;
    expect(keeper.get('/a', undefined)).toBeNull();
  });

  it('stays within its bytes and drops what was not asked for longest', () => {
    const { keeper } = keeperAt({ maxBytes: 40_000 });
    for (const key of ['/a', '/b', '/c']) keeper.put(page(key, ['t'], 0));
    keeper.get('/a', undefined);
    for (let at = 0; at < 11; at += 1) keeper.put(page(`/n${at}`, ['t'], 0));
    expect(keeper.size().bytes).toBeLessThanOrEqual(40_000);
    expect(keeper.get('/b', undefined)).toBeNull();
    expect(keeper.get('/a', undefined)).not.toBeNull();
    expect(keeper.put(page('/huge', ['t'], 0, 'y'.repeat(30_000)))).toBeNull();
  });

  it('weighs nothing once everything was replaced or dropped', () => {
    const { keeper } = keeperAt({ maxBytes: 10_000_000 });
    for (let at = 0; at < 50; at += 1) keeper.put(page('/a', ['t'], 0));
    expect(keeper.size()).toEqual({ entries: 1, bytes: 2000 + 1024 });
  });

  it('compresses at the first repeat and serves what is ready', async () => {
    const { keeper } = keeperAt();
    const kept = keeper.put(page('/a', [], 0));
    expect(keeper.get('/a', 'gzip, br')?.variant.head).not.toContain('Content-Encoding');
    await kept?.compression;
    expect(keeper.get('/a', 'gzip, br')?.variant.body.toString()).toBe('br:2000');
    expect(keeper.get('/a', 'gzip')?.variant.body.toString()).toBe('gzip:2000');
    expect(keeper.get('/a', undefined)?.variant.body.length).toBe(2000);
  });

  it('has the small body for whoever waits, and nothing to wait for afterwards', async () => {
    const { keeper } = keeperAt();
    keeper.put(page('/a', [], 0));
    const [first, second] = [keeper.get('/a', 'gzip, br'), keeper.get('/a', 'gzip')];
    if (first === null || second === null) throw new Error('nothing kept');
    expect((await keeper.whenCompressed(first, 'gzip, br'))?.variant.body.toString()).toBe('br:2000');
    expect((await keeper.whenCompressed(second, 'gzip'))?.variant.body.toString()).toBe('gzip:2000');
    const ready = keeper.get('/a', 'br');
    expect(ready && keeper.whenCompressed(ready, 'br')).toBeNull();
    const plain = keeper.get('/a', undefined);
    expect(plain && keeper.whenCompressed(plain, undefined)).toBeNull();
  });

  it('leaves small and packed bodies alone', async () => {
    const { keeper } = keeperAt();
    const small = keeper.put(page('/a', [], 0, 'tiny'));
    keeper.get('/a', 'br');
    expect(small?.compression).toBeNull();
  });
});
