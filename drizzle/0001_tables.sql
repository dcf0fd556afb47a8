CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_actor_kind" CHECK (actor_kind in ('visitor', 'customer', 'staff', 'system'))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(100) NOT NULL,
	"prefix" varchar(16) NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"created_by" uuid,
	"last_used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"customer_id" uuid,
	"phone" varchar(16),
	"name" varchar(100),
	"kind" text NOT NULL,
	"refresh_hash" text,
	"family_id" uuid,
	"previous_hash" text,
	"user_agent" varchar(300),
	"ip_hash" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_sessions_kind" CHECK (kind in ('staff', 'customer', 'api'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" varchar(255) NOT NULL,
	"request_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "phone_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone" varchar(16) NOT NULL,
	"channel" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"purpose" text NOT NULL,
	"ip_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_verifications_channel" CHECK (channel in ('sms', 'email', 'call_back')),
	CONSTRAINT "phone_verifications_attempts" CHECK (attempts between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"hits" integer NOT NULL,
	"resets_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" "citext",
	"email" "citext",
	"name" varchar(100) NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"locale" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"last_login_at" timestamp (3) with time zone,
	"password_changed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_role" CHECK (role in ('admin', 'staff', 'customer')),
	CONSTRAINT "users_has_a_name_to_sign_in" CHECK (username is not null or email is not null),
	CONSTRAINT "users_username_length" CHECK (username is null or length(username::text) between 1 and 100),
	CONSTRAINT "users_email_length" CHECK (email is null or length(email::text) <= 254)
);
--> statement-breakpoint
CREATE TABLE "cart_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"on_date" date,
	"quantity" integer NOT NULL,
	"note" varchar(200) DEFAULT '' NOT NULL,
	"unit_price_seen_minor" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_items_line_key" UNIQUE NULLS NOT DISTINCT("cart_id","variant_id","on_date","note"),
	CONSTRAINT "cart_items_quantity" CHECK (quantity between 1 and 9999),
	CONSTRAINT "cart_items_price" CHECK (unit_price_seen_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_hash" text NOT NULL,
	"customer_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"last_active_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(100) NOT NULL,
	"slug" varchar(120) NOT NULL,
	"description" varchar(500),
	"display_order" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"is_built_in" boolean DEFAULT false NOT NULL,
	"media_id" uuid,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "categories_name_present" CHECK (length(btrim(name)) > 0),
	CONSTRAINT "categories_built_in_stays" CHECK (not (is_built_in and archived_at is not null))
);
--> statement-breakpoint
CREATE TABLE "product_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_images_at_most_five" CHECK (position between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "product_variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" "citext",
	"title" varchar(100) DEFAULT '' NOT NULL,
	"price_minor" bigint NOT NULL,
	"stock_mode" text DEFAULT 'tracked' NOT NULL,
	"stock_quantity" integer DEFAULT 0 NOT NULL,
	"low_stock_threshold" integer,
	"load_points" integer DEFAULT 1 NOT NULL,
	"net_quantity" integer,
	"net_unit" text,
	"position" smallint DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_variants_stock_mode" CHECK (stock_mode in ('tracked', 'unlimited', 'per_date')),
	CONSTRAINT "product_variants_stock_not_negative" CHECK (stock_quantity >= 0),
	CONSTRAINT "product_variants_price_not_negative" CHECK (price_minor >= 0),
	CONSTRAINT "product_variants_load" CHECK (load_points between 0 and 1000),
	CONSTRAINT "product_variants_low_stock_threshold" CHECK (low_stock_threshold is null or low_stock_threshold >= 0),
	CONSTRAINT "product_variants_net" CHECK ((net_quantity is null) = (net_unit is null) and (net_quantity is null or net_quantity > 0) and (net_unit is null or net_unit in ('g', 'ml', 'piece')))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(200) NOT NULL,
	"slug" varchar(220) NOT NULL,
	"description" varchar(1000),
	"details" text,
	"category_id" uuid NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"featured" boolean DEFAULT false NOT NULL,
	"lead_time_minutes" integer DEFAULT 0 NOT NULL,
	"available_weekdays" smallint[],
	"available_from" date,
	"available_until" date,
	"max_per_order" integer,
	"allergens" text[] DEFAULT '{}' NOT NULL,
	"ingredients" varchar(2000),
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('barrow', name), 'A') || setweight(to_tsvector('barrow', coalesce(description, '')), 'B') || setweight(to_tsvector('barrow', coalesce(ingredients, '')), 'C')) STORED,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_name_present" CHECK (length(btrim(name)) > 0),
	CONSTRAINT "products_details_length" CHECK (details is null or length(details) <= 20000),
	CONSTRAINT "products_lead_time" CHECK (lead_time_minutes between 0 and 525600),
	CONSTRAINT "products_weekdays" CHECK (available_weekdays is null or available_weekdays <@ array[1,2,3,4,5,6,7]::smallint[]),
	CONSTRAINT "products_season" CHECK (available_from is null or available_until is null or available_from <= available_until),
	CONSTRAINT "products_max_per_order" CHECK (max_per_order is null or max_per_order >= 1),
	CONSTRAINT "products_allergens_known" CHECK (allergens <@ array['gluten', 'crustaceans', 'eggs', 'fish', 'peanuts', 'soybeans', 'milk', 'nuts', 'celery', 'mustard', 'sesame', 'sulphites', 'lupin', 'molluscs']::text[])
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"driver" text NOT NULL,
	"path" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"blur_data_url" text,
	"alt" varchar(200) DEFAULT '' NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_driver" CHECK (driver in ('local', 'cloudinary')),
	CONSTRAINT "media_size" CHECK (bytes > 0 and ((mime like 'image/%' and bytes <= 8388608) or (mime = 'application/pdf' and bytes <= 10485760)))
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" varchar(100) NOT NULL,
	"title" varchar(200) NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"display_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_slug_shape" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "pages_body_length" CHECK (length(body) <= 100000)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "testimonials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(100) NOT NULL,
	"message" varchar(1000) NOT NULL,
	"media_id" uuid,
	"rating" smallint NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "testimonials_status" CHECK (status in ('pending', 'published', 'hidden')),
	CONSTRAINT "testimonials_rating" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"content_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"language_code" varchar(5) NOT NULL,
	"field_name" text NOT NULL,
	"translated_text" text NOT NULL,
	"source_hash" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('barrow', translated_text)) STORED,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"label" varchar(50),
	"recipient_name" varchar(100),
	"street" varchar(200) NOT NULL,
	"city" varchar(100) NOT NULL,
	"postal_code" varchar(12),
	"country" char(2) NOT NULL,
	"notes" varchar(200),
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"name" varchar(100) NOT NULL,
	"email" "citext",
	"phone" varchar(16),
	"phone_verified_at" timestamp (3) with time zone,
	"notes" varchar(2000),
	"tags" text[] DEFAULT '{}' NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"locale" text,
	"marketing_opt_in_at" timestamp (3) with time zone,
	"anonymised_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_name_present" CHECK (length(btrim(name)) > 0),
	CONSTRAINT "customers_phone_e164" CHECK (phone is null or phone ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "customers_email_length" CHECK (email is null or length(email::text) <= 254),
	CONSTRAINT "customers_flags_known" CHECK (flags <@ array['call_back', 'prepay_only', 'blocked']::text[])
);
--> statement-breakpoint
CREATE TABLE "domain_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "domain_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"topic" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_cursors" (
	"consumer" text PRIMARY KEY NOT NULL,
	"last_xid" "xid8" NOT NULL,
	"last_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_figures" (
	"day" date PRIMARY KEY NOT NULL,
	"pending" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"processing" integer DEFAULT 0 NOT NULL,
	"ready" integer DEFAULT 0 NOT NULL,
	"completed" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"pending_payments" integer DEFAULT 0 NOT NULL,
	"sold_minor" bigint DEFAULT 0 NOT NULL,
	"revenue_minor" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_counters" (
	"day" date PRIMARY KEY NOT NULL,
	"last_value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"axis" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"note" varchar(500),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_events_axis" CHECK (axis in ('order', 'payment', 'note')),
	CONSTRAINT "order_events_actor" CHECK (actor_kind in ('visitor', 'customer', 'staff', 'system'))
);
--> statement-breakpoint
CREATE TABLE "order_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"product_id" uuid,
	"variant_id" uuid,
	"product_name" varchar(200) NOT NULL,
	"variant_title" varchar(100) DEFAULT '' NOT NULL,
	"sku" varchar(100),
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"line_total_minor" bigint NOT NULL,
	"on_date" date,
	"note" varchar(200) DEFAULT '' NOT NULL,
	"allergens" text[] DEFAULT '{}' NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_items_quantity" CHECK (quantity >= 1),
	CONSTRAINT "order_items_price" CHECK (unit_price_minor >= 0),
	CONSTRAINT "order_items_line_total" CHECK (line_total_minor = quantity * unit_price_minor)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_number" varchar(40) NOT NULL,
	"channel" text NOT NULL,
	"customer_id" uuid,
	"customer_name" varchar(100) NOT NULL,
	"customer_phone" varchar(16) NOT NULL,
	"customer_email" varchar(254),
	"status" text DEFAULT 'pending' NOT NULL,
	"payment_status" text DEFAULT 'unpaid' NOT NULL,
	"payment_method" text NOT NULL,
	"delivery_type" text NOT NULL,
	"slot_id" uuid,
	"location_id" uuid,
	"slot_starts_at" timestamp (3) with time zone,
	"slot_ends_at" timestamp (3) with time zone,
	"preferred_time" varchar(100),
	"delivery_address" jsonb,
	"special_instructions" varchar(500),
	"gift" jsonb,
	"currency" char(3) NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"delivery_minor" bigint DEFAULT 0 NOT NULL,
	"adjustment_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"payment_due_at" timestamp (3) with time zone,
	"verified_at" timestamp (3) with time zone,
	"link_version" integer DEFAULT 1 NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cancel_reason" varchar(200),
	"placed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"placed_on" date NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"ready_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_status_known" CHECK (status in ('pending', 'confirmed', 'processing', 'ready', 'completed', 'cancelled')),
	CONSTRAINT "orders_payment_status_known" CHECK (payment_status in ('unpaid', 'submitted', 'partially_paid', 'paid', 'partially_refunded', 'refunded')),
	CONSTRAINT "orders_payment_method_known" CHECK (payment_method in ('cash', 'bank_transfer', 'card_terminal', 'other')),
	CONSTRAINT "orders_delivery_type_known" CHECK (delivery_type in ('pickup', 'delivery')),
	CONSTRAINT "orders_channel_known" CHECK (channel in ('web', 'desk', 'api')),
	CONSTRAINT "orders_customer_name_present" CHECK (length(btrim(customer_name)) > 0),
	CONSTRAINT "orders_customer_phone_e164" CHECK (customer_phone ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "orders_amounts" CHECK (subtotal_minor >= 0 and delivery_minor >= 0 and total_minor >= 0 and paid_minor >= 0),
	CONSTRAINT "orders_total" CHECK (total_minor = subtotal_minor + delivery_minor + adjustment_minor),
	CONSTRAINT "orders_delivery_needs_address" CHECK (delivery_type <> 'delivery' or (delivery_address is not null and length(btrim(coalesce(delivery_address->>'street', ''))) > 0 and length(btrim(coalesce(delivery_address->>'city', ''))) > 0)),
	CONSTRAINT "orders_address_notes" CHECK (length(coalesce(delivery_address->>'notes', '')) <= 200),
	CONSTRAINT "orders_gift_card" CHECK (length(coalesce(gift->>'card_text', '')) <= 300)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid,
	"booking_id" uuid,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"status" text NOT NULL,
	"reference" varchar(100),
	"proof_media_id" uuid,
	"recorded_by" uuid,
	"confirmed_by" uuid,
	"note" varchar(200),
	"booked_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_kind" CHECK (kind in ('charge', 'refund')),
	CONSTRAINT "payments_method" CHECK (method in ('cash', 'bank_transfer', 'card_terminal', 'other')),
	CONSTRAINT "payments_status" CHECK (status in ('submitted', 'confirmed', 'rejected')),
	CONSTRAINT "payments_amount" CHECK (amount_minor > 0),
	CONSTRAINT "payments_booked" CHECK ((status = 'confirmed') = (booked_on is not null)),
	CONSTRAINT "payments_one_subject" CHECK ((order_id is null) <> (booking_id is null))
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid,
	"purpose" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"public_message" varchar(300),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closures_order" CHECK (starts_at < ends_at),
	CONSTRAINT "closures_purpose" CHECK (purpose is null or purpose in ('pickup', 'delivery', 'chat'))
);
--> statement-breakpoint
CREATE TABLE "delivery_fees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"zone_id" uuid NOT NULL,
	"from_subtotal_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_fees_amounts" CHECK (from_subtotal_minor >= 0 and fee_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "delivery_zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"name" varchar(100) NOT NULL,
	"postal_rules" jsonb NOT NULL,
	"min_order_minor" bigint DEFAULT 0 NOT NULL,
	"extra_lead_minutes" integer DEFAULT 0 NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_zones_amounts" CHECK (min_order_minor >= 0 and extra_lead_minutes >= 0)
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(100) NOT NULL,
	"kind" text DEFAULT 'shop' NOT NULL,
	"street" varchar(200) NOT NULL,
	"city" varchar(100) NOT NULL,
	"postal_code" varchar(12),
	"lat" double precision,
	"lng" double precision,
	"instructions" varchar(500),
	"active" boolean DEFAULT true NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_kind" CHECK (kind in ('shop', 'pickup_point', 'market'))
);
--> statement-breakpoint
CREATE TABLE "opening_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"weekday" smallint NOT NULL,
	"starts" time NOT NULL,
	"ends" time NOT NULL,
	"slot_minutes" integer NOT NULL,
	"capacity_orders" integer,
	"capacity_load" integer,
	"cutoff" jsonb NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "opening_rules_purpose" CHECK (purpose in ('pickup', 'delivery', 'chat')),
	CONSTRAINT "opening_rules_weekday" CHECK (weekday between 1 and 7),
	CONSTRAINT "opening_rules_order" CHECK (starts < ends),
	CONSTRAINT "opening_rules_slot" CHECK (slot_minutes between 5 and 1440),
	CONSTRAINT "opening_rules_capacity" CHECK (coalesce(capacity_orders, 0) >= 0 and coalesce(capacity_load, 0) >= 0),
	CONSTRAINT "opening_rules_valid" CHECK (valid_from is null or valid_to is null or valid_from <= valid_to)
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"location_id" uuid NOT NULL,
	"method" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"cutoff_at" timestamp (3) with time zone NOT NULL,
	"capacity_orders" integer,
	"capacity_load" integer,
	"booked_orders" integer DEFAULT 0 NOT NULL,
	"booked_load" integer DEFAULT 0 NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "slots_method" CHECK (method in ('pickup', 'delivery')),
	CONSTRAINT "slots_order" CHECK (starts_at < ends_at),
	CONSTRAINT "slots_orders" CHECK (booked_orders >= 0 and (capacity_orders is null or booked_orders <= capacity_orders)),
	CONSTRAINT "slots_load" CHECK (booked_load >= 0 and (capacity_load is null or booked_load <= capacity_load))
);
--> statement-breakpoint
CREATE TABLE "production_patterns" (
	"variant_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"planned" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "production_patterns_variant_id_weekday_pk" PRIMARY KEY("variant_id","weekday"),
	CONSTRAINT "production_patterns_weekday" CHECK (weekday between 1 and 7),
	CONSTRAINT "production_patterns_planned" CHECK (planned >= 0)
);
--> statement-breakpoint
CREATE TABLE "production_plans" (
	"variant_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"planned" integer NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "production_plans_variant_id_on_date_pk" PRIMARY KEY("variant_id","on_date"),
	CONSTRAINT "production_plans_sold" CHECK (sold between 0 and planned)
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"variant_id" uuid NOT NULL,
	"on_date" date,
	"delta" integer NOT NULL,
	"reason" text NOT NULL,
	"order_id" uuid,
	"note" varchar(200),
	"user_id" uuid,
	"balance_after" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_reason" CHECK (reason in ('receive', 'sale', 'cancel', 'count', 'waste', 'correction')),
	CONSTRAINT "stock_movements_not_zero" CHECK (delta <> 0),
	CONSTRAINT "stock_movements_balance" CHECK (balance_after >= 0)
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_variant_id_product_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."product_variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_variants" ADD CONSTRAINT "product_variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_variant_id_product_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."product_variants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_proof_media_id_media_id_fk" FOREIGN KEY ("proof_media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_fees" ADD CONSTRAINT "delivery_fees_zone_id_delivery_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."delivery_zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_zones" ADD CONSTRAINT "delivery_zones_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_rules" ADD CONSTRAINT "opening_rules_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "production_patterns" ADD CONSTRAINT "production_patterns_variant_id_product_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."product_variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "production_plans" ADD CONSTRAINT "production_plans_variant_id_product_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."product_variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_variant_id_product_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."product_variants"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity","entity_id","at");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_refresh_hash_key" ON "auth_sessions" USING btree ("refresh_hash");--> statement-breakpoint
CREATE INDEX "auth_sessions_previous_hash" ON "auth_sessions" USING btree ("previous_hash") WHERE previous_hash is not null;--> statement-breakpoint
CREATE INDEX "auth_sessions_family" ON "auth_sessions" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_customer" ON "auth_sessions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_expires_at" ON "auth_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_at" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "phone_verifications_phone" ON "phone_verifications" USING btree ("phone","created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_resets_at" ON "rate_limits" USING btree ("resets_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_key" ON "users" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "cart_items_variant" ON "cart_items" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_session_key" ON "carts" USING btree ("session_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_per_customer" ON "carts" USING btree ("customer_id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "carts_expires_at" ON "carts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_name_key" ON "categories" USING btree (lower("name")) WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug_key" ON "categories" USING btree ("slug") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "categories_one_built_in" ON "categories" USING btree ("is_built_in") WHERE is_built_in;--> statement-breakpoint
CREATE UNIQUE INDEX "product_images_position_key" ON "product_images" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "product_images_media" ON "product_images" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_variants_sku_key" ON "product_variants" USING btree ("sku");--> statement-breakpoint
CREATE INDEX "product_variants_product" ON "product_variants" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "product_variants_price" ON "product_variants" USING btree ("price_minor") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "product_variants_low_stock" ON "product_variants" USING btree ("stock_quantity") WHERE stock_mode = 'tracked' and low_stock_threshold is not null and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug_key" ON "products" USING btree ("slug") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_search" ON "products" USING gin ("search");--> statement-breakpoint
CREATE INDEX "products_name_trigram" ON "products" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_listed" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_featured" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE featured and active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("category_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING btree ("name","id") WHERE active and archived_at is null;--> statement-breakpoint
CREATE INDEX "products_desk" ON "products" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "products_category_fk" ON "products" USING btree ("category_id");--> statement-breakpoint
CREATE UNIQUE INDEX "media_path_key" ON "media" USING btree ("driver","path");--> statement-breakpoint
CREATE INDEX "media_sha256" ON "media" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_slug_key" ON "pages" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "testimonials_published" ON "testimonials" USING btree ("display_order") WHERE status = 'published' and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "translations_field_key" ON "translations" USING btree ("content_type","object_id","language_code","field_name");--> statement-breakpoint
CREATE INDEX "translations_search" ON "translations" USING gin ("search");--> statement-breakpoint
CREATE INDEX "addresses_customer" ON "addresses" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_one_default" ON "addresses" USING btree ("customer_id") WHERE is_default;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_user_key" ON "customers" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_key" ON "customers" USING btree ("email") WHERE email is not null and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_verified_phone_key" ON "customers" USING btree ("phone") WHERE phone_verified_at is not null and archived_at is null;--> statement-breakpoint
CREATE INDEX "customers_phone" ON "customers" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "customers_name_trigram" ON "customers" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_list" ON "customers" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "domain_events_order" ON "domain_events" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "domain_events_at" ON "domain_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "order_events_order" ON "order_events" USING btree ("order_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_items_position_key" ON "order_items" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "order_items_product" ON "order_items" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "order_items_variant" ON "order_items" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number_key" ON "orders" USING btree ("order_number");--> statement-breakpoint
CREATE INDEX "orders_due" ON "orders" USING btree ("slot_starts_at","placed_at") WHERE status in ('pending', 'confirmed', 'processing', 'ready');--> statement-breakpoint
CREATE INDEX "orders_phone" ON "orders" USING btree ("customer_phone","placed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_customer" ON "orders" USING btree ("customer_id","placed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("status","placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_payment_status" ON "orders" USING btree ("payment_status","placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_placed_at" ON "orders" USING btree ("placed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_slot" ON "orders" USING btree ("slot_id") WHERE slot_id is not null;--> statement-breakpoint
CREATE INDEX "orders_name_trigram" ON "orders" USING gin ("customer_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "orders_payment_due" ON "orders" USING btree ("payment_due_at") WHERE payment_due_at is not null and status = 'pending';--> statement-breakpoint
CREATE INDEX "payments_order" ON "payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payments_submitted" ON "payments" USING btree ("created_at") WHERE status = 'submitted';--> statement-breakpoint
CREATE INDEX "closures_span" ON "closures" USING btree ("starts_at","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_fees_step_key" ON "delivery_fees" USING btree ("zone_id","from_subtotal_minor");--> statement-breakpoint
CREATE INDEX "delivery_zones_active" ON "delivery_zones" USING btree ("priority") WHERE active and archived_at is null;--> statement-breakpoint
CREATE INDEX "opening_rules_location" ON "opening_rules" USING btree ("location_id","purpose","weekday");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_start_key" ON "slots" USING btree ("location_id","method","starts_at");--> statement-breakpoint
CREATE INDEX "slots_starts_at" ON "slots" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "production_plans_day" ON "production_plans" USING btree ("on_date");--> statement-breakpoint
CREATE INDEX "stock_movements_variant" ON "stock_movements" USING btree ("variant_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "stock_movements_order" ON "stock_movements" USING btree ("order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "stock_movements_list" ON "stock_movements" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);