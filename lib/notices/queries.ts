import 'server-only';

export { getOutboxEntry, listOutbox } from './queries/outbox.ts';
