DROP INDEX "products_name_folded";--> statement-breakpoint
DROP INDEX "customers_name_folded";--> statement-breakpoint
DROP INDEX "bookings_name_folded";--> statement-breakpoint
DROP INDEX "orders_name_folded";--> statement-breakpoint
CREATE INDEX "products_name_folded" ON "products" USING gin ((case when octet_length(name) = length(name) then lower(name) else translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_name_folded" ON "customers" USING gin ((case when octet_length(name) = length(name) then lower(name) else translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "bookings_name_folded" ON "bookings" USING gin ((case when octet_length(client_name) = length(client_name) then lower(client_name) else translate(regexp_replace(normalize(lower(client_name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') end) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_name_folded" ON "orders" USING gin ((case when octet_length(customer_name) = length(customer_name) then lower(customer_name) else translate(regexp_replace(normalize(lower(customer_name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') end) gin_trgm_ops);