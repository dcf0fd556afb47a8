import { format } from 'node:util';
import { log } from '../log.ts';
import { requestScope } from './pass-on.ts';

/**
 * The framework and libraries print to the console, with whole errors in it. In production those become log lines of
 * ours, with the request's id and without what a database error quotes.
 */
export function logConsole(): void {
  const write =
    (level: 'error' | 'warn' | 'debug') =>
    (first: unknown, ...rest: unknown[]) => {
      const err = [first, ...rest].find((value) => value instanceof Error);
      const words =
        typeof first === 'string' ? format(first, ...rest.filter((value) => typeof value !== 'object')) : level;
      log()[level](
        { requestId: requestScope.getStore()?.requestId, ...(err === undefined ? {} : { err }) },
        words.trim(),
      );
    };
  console.error = write('error');
  console.warn = write('warn');
  console.info = write('debug');
  console.log = write('debug');
}
