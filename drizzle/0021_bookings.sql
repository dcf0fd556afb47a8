ALTER TABLE "notifications" ADD COLUMN "booking_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_name_folded" ON "bookings" USING gin (translate(regexp_replace(normalize(lower(client_name), NFKD), '[\u0300-\u036f]+', '', 'g'), 'łøđðıß', 'loddis') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "notifications_booking" ON "notifications" USING btree ("booking_id") WHERE booking_id is not null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_not_past" CHECK (event_date >= placed_on);