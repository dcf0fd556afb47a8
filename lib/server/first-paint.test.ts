import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { paintFirst } from './first-paint.ts';

const script = (name: string) => `<script src="/_next/static/chunks/${name}.js" async=""></script>`;
const PAGE = [
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>',
  `${script('one')}${script('two')}<script src="/_next/static/chunks/old.js" noModule=""></script></head>`,
  `<body><p>Bread</p><script id="_R_">start()</script>${script('main')}${script('one')}`,
  '<script>self.__next_f.push([1,"a"])</script></body></html>',
].join('');

type Picture = { complete: boolean; onload?: () => void; onerror?: () => void };

/** A window that only remembers: what was asked to be told, and the scripts that were put into the document. */
function windowOf(html: string, picture: Picture | null = null) {
  const listeners = new Map<string, Set<() => void>>();
  const loaded: string[] = [];
  const timers: (() => void)[] = [];
  runInNewContext(/<script>(\(\(sources[\s\S]*?)<\/script>/.exec(html)?.[1] ?? '', {
    addEventListener: (name: string, run: () => void) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(run));
    },
    removeEventListener: (name: string, run: () => void) => listeners.get(name)?.delete(run),
    requestAnimationFrame: (run: () => void) => run(),
    setTimeout: (run: () => void, ms = 0) => {
      if (ms > 0) timers.push(run);
      else run();
      return timers.length;
    },
    clearTimeout: () => undefined,
    document: {
      createElement: () => ({}),
      querySelector: () => picture,
      head: { append: ({ src }: { src: string }) => loaded.push(src) },
    },
  });
  const happen = (name: string) => {
    for (const run of listeners.get(name) ?? []) run();
  };
  return { happen, loaded, runTimers: () => timers.map((run) => run()) };
}

it('takes the scripts of the framework out of the page and nothing else', () => {
  const late = paintFirst(PAGE);
  expect(late).not.toContain('async=""');
  expect(late).not.toContain('as="script"');
  for (const part of [
    '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
    '<script src="/_next/static/chunks/old.js" noModule=""></script></head>',
    '<p>Bread</p><script id="_R_">start()</script>',
    '<script>self.__next_f.push([1,"a"])</script></body></html>',
  ]) {
    expect(late).toContain(part);
  }
});

it('puts the data of a page into one script', () => {
  const steps = [
    '(self.__next_f=self.__next_f||[]).push([0])',
    'self.__next_f.push([1,"a"])',
    'self.__next_f.push([1,"b"])',
  ];
  const html = `<script type="application/ld+json">[{}])</script>${steps.map((step) => `<script>${step}</script>`).join('')}`;
  expect(paintFirst(html)).toBe(`<script type="application/ld+json">[{}])</script><script>${steps.join(';')}</script>`);
});

it('changes nothing the second time', () => {
  const late = paintFirst(PAGE);
  expect(paintFirst(late)).toBe(late);
});

it.each([
  '<p>no script at all</p>',
  '<script src="/_next/static/chunks/a.js" async="" nonce="n"></script>',
  '<script src="https://elsewhere.example/a.js" async=""></script>',
  '<script src="/_next/static/chunks/a.js"></script>',
  '<script>"<script src=\\"/_next/static/chunks/a.js\\" async=\\"\\">"</script>',
])('leaves alone what it does not know: %s', (html) => {
  expect(paintFirst(html)).toBe(html);
});

it.each(['DOMContentLoaded', 'pointerdown', 'touchstart', 'keydown', 'focusin'])(
  'asks for each script once, at %s',
  (first) => {
    const { happen, loaded, runTimers } = windowOf(paintFirst(PAGE));
    expect(loaded).toEqual([]);
    happen(first);
    const all = ['one', 'two', 'main'].map((name) => `/_next/static/chunks/${name}.js`);
    expect(loaded).toEqual(all);
    for (const later of ['DOMContentLoaded', 'keydown']) happen(later);
    runTimers();
    expect(loaded).toEqual(all);
  },
);

it.each(['onload', 'onerror'] as const)('waits for the picture, until its %s', (end) => {
  const picture: Picture = { complete: false };
  const { happen, loaded } = windowOf(paintFirst(PAGE), picture);
  happen('DOMContentLoaded');
  expect(loaded).toEqual([]);
  picture[end]?.();
  expect(loaded).toHaveLength(3);
});

it('waits for no picture that hangs', () => {
  const { happen, loaded, runTimers } = windowOf(paintFirst(PAGE), { complete: false });
  happen('DOMContentLoaded');
  runTimers();
  expect(loaded).toHaveLength(3);
});
