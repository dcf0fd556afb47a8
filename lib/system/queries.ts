import 'server-only';

export { getHealth, type Health } from './queries/health.ts';
export { getMetrics } from './queries/metrics.ts';
export { getWatches, type Watch } from './queries/watches.ts';
