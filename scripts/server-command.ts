import { join } from 'node:path';

const HEAP_MB = 320;
/** As many as fit into that heap beside the shop; for each one more it grows. */
const STREAMS_INSIDE = 4000;
const STREAM_MB = 0.04;

/**
 * How the server is started everywhere: by `npm start`, tests and the bench. V8 lets its heap grow with the memory of
 * the machine before it cleans up; a shop lives well in a tenth of that, as long as it does not keep more streams open.
 * The young part of the heap is three times its semi-space, and filled to its end before it is looked at: half of V8's
 * size leaves 20 MiB to the machine. NODE_OPTIONS with a limit of its own wins.
 */
export function serverCommand(root: string, environment: NodeJS.ProcessEnv = process.env): string[] {
  const options = environment.NODE_OPTIONS ?? '';
  const streams = Number(environment.STREAMS_MAX ?? STREAMS_INSIDE);
  const more = Number.isFinite(streams) ? Math.max(0, streams - STREAMS_INSIDE) : 0;
  const limits = [`--max-old-space-size=${HEAP_MB + Math.ceil(more * STREAM_MB)}`, '--max-semi-space-size=8'];
  const ours = limits.filter((limit) => !options.includes(limit.split('=', 1)[0] ?? limit));
  return [...ours, join(root, 'lib', 'server', 'main.ts')];
}

/**
 * What it is started with besides. What is compiled once is kept beside the build: from the second start on neither the
 * types are taken out of our server's files again, for which Node loads a compiler of its own, nor is the framework parsed.
 * glibc gives each thread that compresses an arena, and none of them back: with two it is 6 % less memory after minutes of many visitors.
 */
export function serverEnvironment(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const beside = join(root, environment.NEXT_DIST_DIR ?? '.next', 'cache', 'compile');
  return { NODE_COMPILE_CACHE: beside, MALLOC_ARENA_MAX: '2', ...environment };
}
