import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { undoing } from './undo.ts';

const noting = () => {
  const said: string[] = [];
  return { said, step: (what: string) => async () => void said.push(what) };
};

test('what came last is undone first, and once', async () => {
  const { said, step } = noting();
  const undo = undoing();
  for (const what of ['folder', 'database', 'server']) undo.add(step(what));
  expect(undo.isUndoing()).toBe(false);
  await Promise.all([undo.now(), undo.now()]);
  expect(said).toEqual(['server', 'database', 'folder']);
  expect(undo.isUndoing()).toBe(true);
});

test('what is still being made is waited for, and undone', async () => {
  const { said, step } = noting();
  const undo = undoing();
  undo.add(step('folder'));
  const database = Promise.withResolvers<string>();
  const made = undo.made(database.promise, async (name) => void said.push(`stop ${name}`));
  const ended = undo.now();
  database.resolve('database');
  expect(await made).toBe('database');
  await ended;
  expect(said).toEqual(['stop database', 'folder']);
});

test('what could not be made needs no undoing', async () => {
  const undo = undoing();
  const made = undo.made(Promise.reject(new Error('no room')), () => Promise.reject(new Error('never')));
  await expect(made).rejects.toThrow('no room');
  await undo.now();
});

test('what comes too late is undone at once', async () => {
  const { said, step } = noting();
  const undo = undoing();
  await undo.now();
  undo.add(step('late'));
  expect(said).toEqual(['late']);
});

test('one step that fails does not keep the others, and is told', async () => {
  const { said, step } = noting();
  const undo = undoing();
  undo.add(step('folder'));
  undo.add(() => Promise.reject(new Error('busy')));
  undo.add(step('server'));
  await expect(undo.now()).rejects.toThrow('busy');
  expect(said).toEqual(['server', 'folder']);
});

test('a folder goes with all that is in it', async () => {
  const undo = undoing();
  const folder = await undo.folder('barrow-undo-');
  expect(existsSync(folder)).toBe(true);
  await undo.now();
  expect(existsSync(folder)).toBe(false);
});
