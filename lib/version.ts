import journal from '../drizzle/meta/_journal.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };

/** What runs here: the version, the newest migration it knows, and what it was built from. */
export type Version = { app: string; schema: string; commit: string | null };

export const KNOWN_MIGRATIONS = journal.entries.length;

/** The name of the migration that was made at this moment; null when this version does not know it. */
export const migrationMadeAt = (moment: number): string | null =>
  journal.entries.find(({ when }) => when === moment)?.tag ?? null;

export const version: Version = {
  app: manifest.version,
  schema: journal.entries.at(-1)?.tag ?? '',
  // Written into the build (scripts/build.ts): where the shop runs there is no repository to ask.
  commit: process.env.BARROW_COMMIT || null,
};

/** The number in front of a migration's name. */
const numberOf = (migration: string): string => migration.split('_')[0] ?? migration;

/** `Barrow 0.1.0, schema 0027, commit 4f2a91c`. */
export const versionWords = ({ app, schema, commit }: Version): string =>
  [`Barrow ${app}`, `schema ${numberOf(schema)}`, ...(commit === null ? [] : [`commit ${commit}`])].join(', ');
