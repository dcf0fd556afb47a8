import 'server-only';

export { watchPromises } from './commands/watch.ts';
