ALTER TABLE "watches" DROP CONSTRAINT "watches_name";--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "risk_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_name" CHECK (name in ('stock', 'jobs', 'events', 'messages', 'disk', 'certificate', 'backup'));