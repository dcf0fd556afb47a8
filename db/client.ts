import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Db = PostgresJsDatabase<Record<string, never>>;

export type DatabaseOptions = {
  url: string;
  /** Connections of this process, those of `transaction()` included. */
  max: number;
  /** False behind a transaction pooler, which cannot keep prepared statements. */
  prepare: boolean;
};

/**
 * Milliseconds. A query that waits longer is answered with 503, see `docs/architecture.md`. Poolers refuse connections
 * that bring settings of their own; behind one the same deadlines come from the role (`db/migrate.ts`).
 */
export const DEADLINES = {
  statement_timeout: 5000,
  lock_timeout: 2000,
  idle_in_transaction_session_timeout: 10_000,
};

/** One of the package's options is missing in its types. */
type ClientOptions = postgres.Options<Record<string, never>> & { max_pipeline?: number };

/**
 * Behind a transaction pooler one question at a time and connection. The `postgres` package sends the next one before the
 * answer to the last, and one with parameters in two parts without an end between them: the pooler gives the server
 * away after the first answer, and what belongs to the second reaches nobody. It waits for ever then. Not for `begin`,
 * which the package cannot send like this; in a transaction the server stays with its connection anyway.
 */
const ONE_AT_A_TIME: ClientOptions = { max_pipeline: 0 };

const connect = ({ url, max, prepare }: DatabaseOptions, more: ClientOptions = {}) =>
  postgres(url, {
    max,
    prepare,
    connect_timeout: 5,
    // A database that comes back is found again at once: nobody waits out a growing delay.
    backoff: () => 0.25,
    connection: { application_name: 'barrow', ...(prepare ? DEADLINES : {}) },
    onnotice: () => undefined,
    ...more,
  });

export type Database = {
  db: Db;
  /** Runs `work` in one transaction on one connection; see `makeTransactions`. */
  transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Calls `name(input jsonb)` of `db/functions` as one prepared statement, inside `db` when that is a transaction. */
  call: (db: Db, name: FunctionName, input: unknown) => Promise<unknown>;
  close: () => Promise<void>;
};

export type FunctionName =
  | 'amend_booking'
  | 'place_order'
  | 'place_booking'
  | 'move_booking'
  | 'reschedule_booking'
  | 'block_booking_days'
  | 'record_booking_payment'
  | 'move_order'
  | 'change_order'
  | 'record_payment'
  | 'claim_booking_payment'
  | 'claim_payment'
  | 'merge_customers'
  | 'erase_person'
  | 'forget_sign_ins'
  | 'settle_booking_payment'
  | 'settle_payment'
  | 'remind_unpaid'
  | 'adjust_stock'
  | 'set_production'
  | 'change_slot'
  | 'redeem_phone_code'
  | 'append_chat_message'
  | 'announce_unread_chats';

/**
 * Inside transactions every statement is prepared: drizzle leaves those without a name unprepared, and then each one
 * with a parameter is asked about first and sent second. Writes are few texts with plans by key; the lists outside
 * transactions stay as they are, their plans depend on the values. Where the pool forbids it (`prepare`), nothing changes.
 */
function preparingTransactions(client: postgres.Sql): postgres.Sql {
  const preparing = (tx: postgres.TransactionSql): postgres.TransactionSql =>
    new Proxy(tx, {
      get(target, name, receiver) {
        if (name !== 'unsafe') return Reflect.get(target, name, receiver);
        return (...[text, values, options]: Parameters<typeof tx.unsafe>) =>
          target.unsafe(text, values, { ...options, prepare: true });
      },
    });
  return new Proxy(client, {
    get(target, name, receiver) {
      if (name !== 'begin') return Reflect.get(target, name, receiver);
      return (work: (tx: postgres.TransactionSql) => unknown) => target.begin((tx) => work(preparing(tx)));
    },
  });
}

/**
 * The `postgres` package goes on after a transaction's connection was lost: the next statement runs on a new
 * connection, outside any transaction (porsager/postgres#1208). So each transaction gets a client of one connection
 * that remembers being closed, and refuses every further statement. Its own ROLLBACK must not be sent then either: it
 * is written to a socket that is gone, which ends the process or leaves the client deaf for ever.
 */
function makeTransactions(options: DatabaseOptions, lanes: number): Pick<Database, 'transaction' | 'close'> {
  type Lane = { client: postgres.Sql; closed: boolean };
  const all = new Set<Lane>();
  const open = (): Lane => {
    const lane: Lane = {
      closed: false,
      client: connect({ ...options, max: 1 }, { idle_timeout: 60, onclose: () => (lane.closed = true) }),
    };
    all.add(lane);
    return lane;
  };
  const free = Array.from({ length: lanes }, open);
  const waiting: ((lane: Lane) => void)[] = [];
  const take = () => {
    const lane = free.pop();
    return lane ? Promise.resolve(lane) : new Promise<Lane>((resolve) => waiting.push(resolve));
  };
  const give = (lane: Lane) => {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  /** A client that lost a connection in the middle is not used again. */
  const replace = (lane: Lane): Lane => {
    all.delete(lane);
    lane.client.end({ timeout: 0 }).catch(() => undefined);
    return open();
  };
  return {
    async transaction(work) {
      const lane = await take();
      let began = false;
      const isLost = () => began && lane.closed;
      try {
        const refuseWhenClosed = () => {
          if (isLost()) throw Object.assign(new Error('transaction lost'), { code: 'CONNECTION_CLOSED' });
        };
        const db: Db = drizzle(preparingTransactions(lane.client), {
          casing: 'snake_case',
          logger: { logQuery: refuseWhenClosed },
        });
        return await db.transaction(async (tx) => {
          lane.closed = false;
          began = true;
          try {
            const result = await work(tx);
            refuseWhenClosed();
            return result;
          } catch (error) {
            // The package has rejected by itself as the connection closed; who waits here makes it send no ROLLBACK.
            if (isLost()) return await new Promise<never>(() => undefined);
            throw error;
          }
        });
      } finally {
        give(isLost() ? replace(lane) : lane);
      }
    },
    async close() {
      await Promise.all([...all].map((lane) => lane.client.end({ timeout: 5 })));
    },
  };
}

/** Opens the pools of one process. Nothing connects before the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const lanes = options.max >= 4 ? 2 : 1;
  const max = Math.max(1, options.max - lanes);
  const client = connect({ ...options, max }, options.prepare ? {} : ONE_AT_A_TIME);
  const db: Db = drizzle(client, { casing: 'snake_case' });
  const transactions = makeTransactions(options, lanes);
  return {
    db,
    transaction: transactions.transaction,
    async call(on, name, input) {
      // drizzle leaves the client's serializers as identity, so JSON goes in as text.
      const json = JSON.stringify(input);
      const [row] =
        on === db
          ? await client.unsafe(`select ${name}($1::jsonb) as result`, [json], { prepare: options.prepare })
          : await on.execute(sql`select ${sql.raw(name)}(${json}::jsonb) as result`);
      return row?.result;
    },
    async close() {
      await Promise.all([client.end({ timeout: 5 }), transactions.close()]);
    },
  };
}
