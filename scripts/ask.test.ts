import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openTerminal } from './ask.ts';

/** A terminal that writes down, in one row, what is shown and when its echo is switched. */
function terminal() {
  const seen: string[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => seen.push(isRaw ? '<echo off>' : '<echo on>'),
  });
  const output = new PassThrough().on('data', (chunk: Buffer) => seen.push(chunk.toString()));
  return { input, seen, opened: openTerminal(input, output) };
}

test('what is typed is not shown, from before the first question to after the last', async () => {
  const { input, seen, opened } = terminal();
  const first = opened.ask('Passphrase: ');
  input.write('seven loaves ăș\r');
  expect(await first).toBe('seven loaves ăș');
  const second = opened.ask('Once more: ');
  input.write('two fishes\r');
  expect(await second).toBe('two fishes');
  opened.close();
  expect(seen).toEqual(['<echo off>', 'Passphrase: ', '\n', 'Once more: ', '\n', '<echo on>']);
});

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('%s ends it with a sentence', async (_, key) => {
  const { input, opened } = terminal();
  const answer = opened.ask('Passphrase: ');
  input.write(key);
  await expect(answer).rejects.toThrow('Stopped. Nothing was changed.');
});
