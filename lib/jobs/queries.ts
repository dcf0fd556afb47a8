import 'server-only';

export { type EventLag, getEventLag } from './queries/lag.ts';
export { getJob, listJobs } from './queries/list.ts';
export { getQueueFigures, type QueueFigures } from './queries/queues.ts';
