DROP INDEX "audit_log_entity";--> statement-breakpoint
DROP INDEX "audit_log_at";--> statement-breakpoint
DROP INDEX "orders_placed_at";--> statement-breakpoint
DROP INDEX "product_variants_price";--> statement-breakpoint
DROP INDEX "product_variants_low_stock";--> statement-breakpoint
DROP INDEX "products_featured";--> statement-breakpoint
DROP INDEX "products_category";--> statement-breakpoint
DROP INDEX "order_items_product";--> statement-breakpoint
DROP INDEX "orders_customer";--> statement-breakpoint
DROP INDEX "orders_payment_status";--> statement-breakpoint
DROP INDEX "payments_list";--> statement-breakpoint
DROP INDEX "stock_movements_variant";--> statement-breakpoint
CREATE INDEX "audit_log_list" ON "audit_log" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_of_entity" ON "audit_log" USING btree ("entity","entity_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_by_entity" ON "audit_log" USING btree ("entity","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_by_action" ON "audit_log" USING btree ("action","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_by_actor" ON "audit_log" USING btree ("actor_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE actor_id is not null;--> statement-breakpoint
CREATE INDEX "audit_log_by_kind" ON "audit_log" USING btree ("actor_kind","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_by_request" ON "audit_log" USING btree ("request_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "product_variants_sku_start" ON "product_variants" USING btree (lower("sku"::text) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "product_variants_stock" ON "product_variants" USING btree ("stock_quantity","product_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_desk_by_name" ON "products" USING btree ("name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_hidden" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE not active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_archived" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "customers_archived" ON "customers" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "customers_flagged" ON "customers" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE flags <> '{}' and archived_at is null;--> statement-breakpoint
CREATE INDEX "notifications_by_status" ON "notifications" USING btree ("status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_by_channel" ON "notifications" USING btree ("channel","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_recipient_trigram" ON "notifications" USING gin ("recipient" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "notifications_subject_trigram" ON "notifications" USING gin ("subject" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_list" ON "orders" USING btree ("placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"delivery_type","status","payment_status");--> statement-breakpoint
CREATE INDEX "orders_by_total" ON "orders" USING btree ("total_minor","id");--> statement-breakpoint
CREATE INDEX "orders_by_name" ON "orders" USING btree ("customer_name","id");--> statement-breakpoint
CREATE INDEX "stock_movements_by_reason" ON "stock_movements" USING btree ("reason","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_status" ON "webhook_deliveries" USING btree ("status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_deliveries_by_event" ON "webhook_deliveries" USING btree ("event","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_variants_price" ON "product_variants" USING btree ("price_minor","product_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "product_variants_low_stock" ON "product_variants" USING btree ("stock_quantity","product_id") WHERE stock_mode = 'tracked' and stock_quantity <= low_stock_threshold and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_featured" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE featured and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("category_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"active") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "order_items_product" ON "order_items" USING btree ("product_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("customer_id","placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_payment_status" ON "orders" USING btree ("payment_status","placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"status");--> statement-breakpoint
CREATE INDEX "payments_list" ON "payments" USING btree ("status","created_at","id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "stock_movements_variant" ON "stock_movements" USING btree ("variant_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);