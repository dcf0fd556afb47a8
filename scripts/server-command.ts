import { join } from 'node:path';

/**
 * How the server is started everywhere: by `npm start`, tests and the bench. V8 lets its heap grow with the memory of
 * the machine before it cleans up; a shop lives well in a tenth of that. NODE_OPTIONS with a limit of its own wins.
 */
export function serverCommand(root: string, environment: NodeJS.ProcessEnv = process.env): string[] {
  const isLimited = environment.NODE_OPTIONS?.includes('max-old-space-size') ?? false;
  return [...(isLimited ? [] : ['--max-old-space-size=320']), join(root, 'lib', 'server', 'main.ts')];
}
