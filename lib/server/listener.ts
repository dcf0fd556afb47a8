import postgres from 'postgres';
import { log } from '../log.ts';

export type Listener = {
  /** For reading what a notice was about, past any pooler. */
  sql: postgres.Sql;
  /** Calls `heard` for every notice, and `whenBack` each time it listens (again): what was said meanwhile is lost. */
  hear: (channel: string, heard: (payload: string) => void, whenBack: () => void) => { stop: () => void };
  stop: () => Promise<void>;
};

/** All that this process hears from the others comes over one connection, whatever it is about. */
export function createListener(url: string): Listener {
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    connect_timeout: 5,
    keep_alive: 10,
    backoff: (retries) => Math.min(0.2 * retries, 2),
    connection: { application_name: 'barrow-listener', statement_timeout: 5000 },
    onnotice: () => undefined,
  });
  let isStopped = false;

  return {
    sql,
    hear(channel, heard, whenBack) {
      let retry: NodeJS.Timeout | undefined;
      let isOver = false;
      let unlisten: (() => Promise<void>) | null = null;
      function listen(): void {
        sql
          .listen(channel, heard, whenBack)
          .then(async (listening) => {
            unlisten = listening.unlisten;
            if (isOver) await unlisten();
          })
          .catch((err: unknown) => {
            if (isStopped || isOver) return;
            log().warn({ err, channel }, 'the connection that hears what has changed is away; trying again');
            retry = setTimeout(listen, 1000);
          });
      }
      listen();
      return {
        stop() {
          isOver = true;
          clearTimeout(retry);
          // A connection that is away has forgotten it already.
          unlisten?.().catch(() => undefined);
        },
      };
    },
    async stop() {
      isStopped = true;
      await sql.end({ timeout: 1 });
    },
  };
}
