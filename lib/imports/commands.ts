import 'server-only';

/** The door of this module for writers. */

export { applyImport } from './commands/apply-import.ts';
export { checkImport } from './commands/check-import.ts';
export { listOpenImports, runImport } from './commands/run-import.ts';
export { sweepImports } from './commands/sweep.ts';
