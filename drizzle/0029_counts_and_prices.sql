CREATE TABLE "category_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"category_id" uuid NOT NULL,
	"products" integer NOT NULL,
	"on_sale" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "product_variants_price";--> statement-breakpoint
DROP INDEX "products_listed";--> statement-breakpoint
DROP INDEX "products_featured";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "price_minor" bigint;--> statement-breakpoint
CREATE INDEX "category_counts_category" ON "category_counts" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "products_by_price" ON "products" USING btree ("price_minor","id","active") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_listed" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"price_minor") WHERE active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_featured" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"active") WHERE featured and archived_at is null;