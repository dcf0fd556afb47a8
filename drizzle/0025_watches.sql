CREATE TABLE "watches" (
	"name" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp (3) with time zone,
	"calm_since" timestamp (3) with time zone,
	CONSTRAINT "watches_name" CHECK (name in ('stock', 'jobs', 'events', 'messages', 'disk', 'certificate'))
);
