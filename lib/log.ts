import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { runtime } from './runtime.ts';

const level = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).catch('info');

const errorShape = z.object({
  name: z.string().catch('Error'),
  message: z.string().catch(''),
  stack: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  /** By this the framework's page for errors names it, also to whoever only sees that page. */
  digest: z.string().optional().catch(undefined),
  severity: z.string().optional().catch(undefined),
  constraint_name: z.string().optional().catch(undefined),
  table_name: z.string().optional().catch(undefined),
  column_name: z.string().optional().catch(undefined),
  routine: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

/**
 * An error as a log line may show it. The messages of the database and of drizzle repeat parameters, which are names,
 * phones and codes of people: of those only SQLSTATE, constraint and the stack's frames are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  const parsed = errorShape.safeParse(error);
  if (!parsed.success) return { name: typeof error };
  const { name, message, stack, code, digest, severity, cause, ...database } = parsed.data;
  const quotesParameters = severity !== undefined || name.startsWith('Drizzle') || message.startsWith('Failed query');
  return {
    name,
    code,
    digest,
    ...database,
    ...(quotesParameters ? {} : { message }),
    frames: stack.split('\n').flatMap((line) => (line.startsWith('    at ') ? [line.slice(7)] : [])),
    ...(cause === undefined || cause === null ? {} : { cause: describeError(cause) }),
  };
}

function makeLogger(): Logger {
  return pino({
    level: level.parse(process.env.LOG_LEVEL),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError },
  });
}

/** One JSON line per call: `log().error({ err, requestId }, 'what happened')`. Never pass personal data. */
export function log(): Logger {
  const shared = runtime();
  shared.log ??= makeLogger();
  return shared.log;
}
