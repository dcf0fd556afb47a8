CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- unaccent() itself is not immutable, so generated columns use a configuration that carries the dictionary.
CREATE TEXT SEARCH CONFIGURATION barrow (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION barrow
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
