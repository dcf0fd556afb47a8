import 'server-only';

export { getOutboxEntry, listOutbox } from './queries/outbox.ts';
export { sampleValues } from './queries/sample.ts';
export { noticeServices } from './queries/services.ts';
