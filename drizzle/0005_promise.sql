CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"channel" text NOT NULL,
	"audience" text NOT NULL,
	"recipient" varchar(254) NOT NULL,
	"subject" varchar(200),
	"body" text NOT NULL,
	"locale" text,
	"order_id" uuid,
	"status" text DEFAULT 'queued' NOT NULL,
	"dedupe_key" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" varchar(500),
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_channel" CHECK (channel in ('email', 'sms')),
	CONSTRAINT "notifications_audience" CHECK (audience in ('customer', 'staff')),
	CONSTRAINT "notifications_status" CHECK (status in ('queued', 'sending', 'sent', 'captured', 'failed')),
	CONSTRAINT "notifications_body_length" CHECK (length(body) <= 20000)
);
--> statement-breakpoint
CREATE TABLE "promise_rules" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "promise_rules_one" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "slots" DROP CONSTRAINT "slots_orders";--> statement-breakpoint
ALTER TABLE "slots" DROP CONSTRAINT "slots_load";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "load_points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "zone_id" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "override_reason" varchar(200);--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "allowance_orders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "allowance_load" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "has_own_capacity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "production_plans" ADD COLUMN "is_override" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_dedupe_key" ON "notifications" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notifications_list" ON "notifications" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_order" ON "notifications" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "notifications_open" ON "notifications" USING btree ("created_at") WHERE status in ('queued', 'sending');--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_zone_id_delivery_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."delivery_zones"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_slot_day" ON "orders" USING btree ("slot_starts_at") WHERE slot_starts_at is not null;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_load" CHECK (load_points >= 0);--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_allowance" CHECK (allowance_orders >= 0 and allowance_load >= 0);--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_orders" CHECK (booked_orders >= 0 and (capacity_orders is null or booked_orders <= capacity_orders + allowance_orders));--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_load" CHECK (booked_load >= 0 and (capacity_load is null or booked_load <= capacity_load + allowance_load));