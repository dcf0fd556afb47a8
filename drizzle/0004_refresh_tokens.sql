DROP INDEX "auth_sessions_previous_hash";--> statement-breakpoint
ALTER TABLE "auth_sessions" DROP COLUMN "previous_hash";