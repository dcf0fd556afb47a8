import type { Env } from '../env.ts';
import { createHub, type Hub } from '../realtime/hub.ts';
import { createReader } from '../realtime/reader.ts';
import type { Listener } from './listener.ts';

/** Every event notifies its number here; see `db/functions/append_event.sql`. */
const EVENTS_CHANNEL = 'barrow_events';
/** What ends the rights of somebody notifies whose they were; see the trigger `tell_of_end`. */
const ENDS_CHANNEL = 'barrow_ends';

/** The hub of this process, hearing over the connection that hears everything else. Costs nothing before the first stream. */
export function createLiveHub(listener: Listener, env: Env): Hub {
  return createHub({
    reader: createReader(listener.sql),
    limits: {
      all: env.STREAMS_MAX,
      // For load tests: all of them come from this machine.
      perAddress: env.RATE_LIMITS ? env.STREAMS_PER_ADDRESS : env.STREAMS_MAX,
      perSession: env.STREAMS_PER_SESSION,
    },
    listen({ event, ended, missed }) {
      let hasListened = false;
      const whenBack = () => {
        if (hasListened) missed();
        hasListened = true;
      };
      const heard = [listener.hear(EVENTS_CHANNEL, event, event), listener.hear(ENDS_CHANNEL, ended, whenBack)];
      return () => {
        for (const { stop } of heard) stop();
      };
    },
  });
}
