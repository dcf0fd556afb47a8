/** What the desk and the API call the states of a piece of work. Pure. */
export const JOB_STATES = ['waiting', 'retrying', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** `open`: whatever is not over, and what has failed and waits for a person. */
export const JOB_FILTERS = [...JOB_STATES, 'open', 'all'] as const;
export type JobFilter = (typeof JOB_FILTERS)[number];

/** As the queue itself spells them. */
export const STORED_STATE: Record<JobState, string> = {
  waiting: 'created',
  retrying: 'retry',
  running: 'active',
  done: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};

const BY_STORED = new Map(JOB_STATES.map((state) => [STORED_STATE[state], state]));

/** A state this version does not know counts as waiting: nobody can have done it. */
export const stateOf = (stored: string): JobState => BY_STORED.get(stored) ?? 'waiting';

/** The stored states that a filter lets through; null = all. */
export function storedStates(filter: JobFilter | undefined): string[] | null {
  if (filter === undefined || filter === 'all') return null;
  if (filter === 'open') return ['created', 'retry', 'active', 'failed'];
  return [STORED_STATE[filter]];
}
