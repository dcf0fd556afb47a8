import type { Who } from '#tests/integration/access/who';

/** The event stream. */
export const endpoints: Record<string, Who> = {
  streamEvents: 'anyone',
};

export const actions: Record<string, Who> = {};
