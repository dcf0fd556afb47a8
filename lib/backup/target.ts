import { readMigrations } from '#db/migrate';
import { BackupError } from './format.ts';
import type { Session } from './session.ts';
import { listTables } from './tables.ts';

/** Names of connections that a running shop holds. */
const OF_A_SHOP = ['barrow', 'barrow-jobs'];

async function isOurs(session: Session): Promise<boolean> {
  const [there] = await session.rows<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!there?.there) return false;
  const [first] = await session.rows<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at, id limit 1',
  );
  return first?.hash === readMigrations()[0]?.hash;
}

async function describeShop(session: Session): Promise<string | null> {
  const [shop] = await session.rows<{ name: string; orders: string; customers: string; products: string }>(
    `select value ->> 'name' as name, (select count(*) from orders)::text as orders,
       (select count(*) from customers)::text as customers, (select count(*) from products)::text as products
     from settings where key = 'shop'`,
  );
  if (!shop) return null;
  return `${shop.name} with ${shop.orders} orders, ${shop.customers} customers and ${shop.products} products`;
}

/** Throws BackupError while a shop is running on this database: what it takes in meanwhile would be lost. */
export async function requireQuiet(session: Session): Promise<void> {
  const running = await session.rows(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and application_name = any ($1::text[]) limit 1`,
    [OF_A_SHOP],
  );
  if (running.length > 0) throw new BackupError('A shop is running on this database; stop it first.');
}

/**
 * Throws BackupError unless a shop can be loaded here: the database is empty, holds a Barrow without a shop, or one that
 * may be replaced; nothing of somebody else's is in it, and no shop is running on it.
 */
export async function requireRoom(session: Session, replace: boolean): Promise<void> {
  await requireQuiet(session);
  const tables = await listTables(session);
  if (tables.length === 0) return;
  if (!(await isOurs(session))) {
    const names = tables.map(({ name }) => name);
    const some = names.slice(0, 3).join(', ');
    throw new BackupError(
      `This database holds tables that are not Barrow's (${some}${names.length > 3 ? ' and more' : ''}); use one of its own.`,
    );
  }
  const shop = await describeShop(session);
  if (shop !== null && !replace) {
    throw new BackupError(
      `This database already holds ${shop}. Use an empty one, or npm run restore with --replace, which removes all of it.`,
    );
  }
}
