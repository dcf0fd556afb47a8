DROP INDEX "products_name_trigram";--> statement-breakpoint
DROP INDEX "customers_name_trigram";--> statement-breakpoint
DROP INDEX "orders_name_trigram";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "changes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "product_variants_sku_trigram" ON "product_variants" USING gin (lower(sku::text) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_name_folded" ON "products" USING gin (translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_name_folded" ON "customers" USING gin (translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_name_folded" ON "orders" USING gin (translate(regexp_replace(normalize(lower(customer_name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_email" ON "orders" USING btree (lower(customer_email) text_pattern_ops) WHERE customer_email is not null;