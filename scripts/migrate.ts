import { migrate } from '#db/migrate';
import { databaseUrl, env } from '#lib/env';

try {
  const direct = env().DATABASE_DIRECT_URL ?? databaseUrl();
  await migrate(direct, { isPooled: direct !== databaseUrl() });
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The database could not be brought up to date: ${reason}\n`);
  process.exitCode = 1;
}
