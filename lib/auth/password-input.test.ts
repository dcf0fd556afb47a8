import { expect, it } from 'vitest';
import { newPasswordInput } from './password-input.ts';

it.each(['baseball', 'iloveyou', 'QWERTYUIOP', 'trustno1', 'sunshine', 'parola12', '12345678'])(
  'refuses what everybody tries: %s',
  (password) => {
    expect(newPasswordInput.safeParse(password).success).toBe(false);
  },
);

it.each(['correct horse battery', 'three loaves of rye', 'pâine-și-sare', 'x'.repeat(72), 'Mh7%kd2!'])(
  'takes any other of eight letters and more: %s',
  (password) => {
    expect(newPasswordInput.safeParse(password).success).toBe(true);
  },
);

it.each(['', 'short', 'x'.repeat(73)])('refuses what is too short or too long: %s', (password) => {
  expect(newPasswordInput.safeParse(password).success).toBe(false);
});
