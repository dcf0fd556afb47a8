import { contract, idParam } from '#lib/http/contract';
import { listJobsInput } from './input.ts';
import { jobOutput } from './output.ts';

const shown = { access: 'admin', tag: 'Operation' } as const;

const failed = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e9101',
  queue: 'notifications',
  job: 'tell-of-event',
  state: 'failed',
  attempts: 13,
  attempts_at_most: 13,
  error: 'DrizzleQueryError 42P01',
  input: {
    seq: 1207,
    topic: 'order.placed',
    entity_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e4001',
    payload: { order_number: 'KK-20260601-001' },
    at: '2026-06-01T08:00:00.000Z',
  },
  created_at: '2026-06-01T08:00:00.100Z',
  started_at: '2026-06-01T11:04:00.000Z',
  next_attempt_at: null,
  finished_at: '2026-06-01T11:04:00.050Z',
  can_retry: true,
};

export const listJobsApi = contract({
  ...shown,
  id: 'listJobs',
  method: 'GET',
  path: '/admin/jobs',
  summary: 'List background work',
  description:
    'What waits, runs, has failed for good or was done in the last three days, newest first. Of its input only ids and figures are shown.',
  query: listJobsInput,
  output: jobOutput,
  isList: true,
  example: { query: { queue: 'notifications', state: 'failed' }, data: [failed] },
});

export const retryJobApi = contract({
  ...shown,
  id: 'retryJob',
  method: 'POST',
  path: '/admin/jobs/{id}/retry',
  summary: 'Retry failed work',
  description:
    'Gives work that has failed for good one more try, within half a minute. Handlers come to the same when they run twice. `CONF_002` when it has not failed.',
  params: idParam,
  output: jobOutput,
  status: 202,
  errors: ['DB_002', 'CONF_002'],
  example: {
    params: { id: failed.id },
    data: {
      ...failed,
      state: 'retrying',
      attempts_at_most: 14,
      next_attempt_at: failed.created_at,
      finished_at: null,
      can_retry: false,
    },
  },
});
