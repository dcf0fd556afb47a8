import { format } from 'node:util';
import { log } from '../log.ts';
import type { RequestScope } from '../runtime.ts';
import { requestScope } from './pass-on.ts';

/**
 * A form from another website, or with fields of the framework's own that were tampered with: it throws as it reads them,
 * before anything of ours is asked, and knows no other answer than 500.
 */
export function whyUnread({ name, message }: Error): RequestScope['unread'] {
  if (message.startsWith('Invalid Server Actions request')) return 'AUTH_005';
  // The second: of a field that leads to one which is not there.
  return name === 'SyntaxError' || message === 'Connection closed.' ? 'REQ_001' : undefined;
}

/**
 * The framework and libraries print to the console, with whole errors in it. In production those become log lines of
 * ours, with the request's id and without what a database error quotes.
 */
export function logConsole(): void {
  const write =
    (level: 'error' | 'warn' | 'debug') =>
    (first: unknown, ...rest: unknown[]) => {
      const err = [first, ...rest].find((value) => value instanceof Error);
      const scope = requestScope.getStore();
      if (scope && err instanceof Error) scope.unread ??= whyUnread(err);
      const words =
        typeof first === 'string' ? format(first, ...rest.filter((value) => typeof value !== 'object')) : level;
      log()[level]({ requestId: scope?.requestId, ...(err === undefined ? {} : { err }) }, words.trim());
    };
  console.error = write('error');
  console.warn = write('warn');
  console.info = write('debug');
  console.log = write('debug');
}
