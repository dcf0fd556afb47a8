import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// Whatever reaches the error console is a defect: a missing key, an unhandled state, a swallowed failure.
let errors: MockInstance;

beforeEach(() => {
  errors = vi.spyOn(globalThis.console, 'error');
});

afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '));
  errors.mockRestore();
  expect(calls, 'console.error was called').toEqual([]);
});
