import 'server-only';
import type { Db } from '#db/client';

/**
 * Builds a drizzle query once per database handle. Building and planning a wide query costs more than running it, so
 * the reads of the hot paths are built here and named: `prepared((db) => db.select(…).prepare('order_by_id'))`.
 */
export function prepared<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const built = new WeakMap<Db, Q>();
  return (db) => {
    let query = built.get(db);
    if (query === undefined) {
      query = build(db);
      built.set(db, query);
    }
    return query;
  };
}
