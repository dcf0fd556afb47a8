DROP INDEX "payments_list";--> statement-breakpoint
CREATE INDEX "payments_list" ON "payments" USING btree ("status","created_at","id");