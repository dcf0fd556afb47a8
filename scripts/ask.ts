import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { BackupError } from '../lib/backup/format.ts';

export type Terminal = { ask: (question: string) => Promise<string>; close: () => void };

/**
 * Asks at the terminal for what is not to be seen. The echo ends here and not with a question: what is pasted arrives as
 * soon as there is something to read, and would be shown. Ctrl-C and Ctrl-D throw a BackupError.
 */
export function openTerminal(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Terminal {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  return {
    async ask(question) {
      output.write(question);
      try {
        return await lines.question('');
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError')
          throw new BackupError('Stopped. Nothing was changed.');
        throw error;
      } finally {
        output.write('\n');
      }
    },
    close: () => lines.close(),
  };
}
