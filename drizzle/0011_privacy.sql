ALTER TABLE "testimonials" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_customers_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "testimonials_customer" ON "testimonials" USING btree ("customer_id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "customers_merged_into" ON "customers" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "notifications_recipient" ON "notifications" USING btree (lower("recipient"));--> statement-breakpoint
CREATE INDEX "payments_proof" ON "payments" USING btree ("proof_media_id") WHERE proof_media_id is not null;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_anonymised" CHECK (anonymised_at is null or (email is null and phone is null and notes is null));