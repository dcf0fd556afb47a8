CREATE TABLE "booking_counters" (
	"day" date PRIMARY KEY NOT NULL,
	"last_value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_days" (
	"package_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"capacity" integer NOT NULL,
	"booked" integer DEFAULT 0 NOT NULL,
	"blocked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "booking_days_package_id_on_date_pk" PRIMARY KEY("package_id","on_date"),
	CONSTRAINT "booking_days_booked" CHECK (booked >= 0 and booked <= capacity)
);
--> statement-breakpoint
CREATE TABLE "booking_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"axis" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"note" varchar(500),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_events_axis" CHECK (axis in ('booking', 'payment', 'note')),
	CONSTRAINT "booking_events_actor" CHECK (actor_kind in ('visitor', 'customer', 'staff', 'system'))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_number" varchar(40) NOT NULL,
	"channel" text NOT NULL,
	"customer_id" uuid,
	"client_name" varchar(100) NOT NULL,
	"client_phone" varchar(16) NOT NULL,
	"client_email" varchar(254),
	"event_type" varchar(60) NOT NULL,
	"event_date" date NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"venue" varchar(300) DEFAULT '' NOT NULL,
	"guests" integer,
	"package_id" uuid,
	"theme_id" uuid,
	"package_name" varchar(200),
	"theme_name" varchar(200),
	"message" varchar(2000) DEFAULT '' NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"currency" char(3) NOT NULL,
	"quoted_minor" bigint,
	"deposit_minor" bigint,
	"quote_expires_at" timestamp (3) with time zone,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"internal_note" varchar(2000) DEFAULT '' NOT NULL,
	"reason" varchar(200),
	"locale" text,
	"link_version" integer DEFAULT 1 NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"placed_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_status_known" CHECK (status in ('requested', 'quoted', 'accepted', 'confirmed', 'completed', 'declined', 'expired', 'cancelled')),
	CONSTRAINT "bookings_channel_known" CHECK (channel in ('web', 'desk', 'api')),
	CONSTRAINT "bookings_client_name_present" CHECK (length(btrim(client_name)) > 0),
	CONSTRAINT "bookings_client_phone_e164" CHECK (client_phone ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "bookings_guests" CHECK (guests is null or guests >= 1),
	CONSTRAINT "bookings_amounts" CHECK (coalesce(quoted_minor, 0) >= 0 and paid_minor >= 0),
	CONSTRAINT "bookings_deposit" CHECK (deposit_minor is null or (deposit_minor >= 0 and deposit_minor <= quoted_minor))
);
--> statement-breakpoint
CREATE TABLE "package_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"package_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "package_images_at_most_five" CHECK (position between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "package_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"package_id" uuid NOT NULL,
	"label" varchar(200) NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "package_items_quantity" CHECK (quantity >= 1),
	CONSTRAINT "package_items_position" CHECK (position between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(200) NOT NULL,
	"slug" varchar(100) NOT NULL,
	"description" varchar(1000) DEFAULT '' NOT NULL,
	"price_minor" bigint,
	"price_kind" text DEFAULT 'fixed' NOT NULL,
	"duration_minutes" integer,
	"deposit_percent" smallint DEFAULT 0 NOT NULL,
	"max_guests" integer,
	"per_day_capacity" integer DEFAULT 1 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "packages_price_kind" CHECK (price_kind in ('fixed', 'from', 'on_request')),
	CONSTRAINT "packages_price" CHECK ((price_kind = 'on_request') = (price_minor is null) and coalesce(price_minor, 0) >= 0),
	CONSTRAINT "packages_slug_shape" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "packages_deposit" CHECK (deposit_percent between 0 and 100),
	CONSTRAINT "packages_duration" CHECK (duration_minutes is null or duration_minutes between 1 and 10080),
	CONSTRAINT "packages_guests" CHECK (max_guests is null or max_guests >= 1),
	CONSTRAINT "packages_capacity" CHECK (per_day_capacity >= 1)
);
--> statement-breakpoint
CREATE TABLE "theme_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "theme_images_at_most_twelve" CHECK (position between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar(200) NOT NULL,
	"slug" varchar(100) NOT NULL,
	"description" varchar(1000) DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "themes_slug_shape" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
ALTER TABLE "booking_days" ADD CONSTRAINT "booking_days_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_images" ADD CONSTRAINT "package_images_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_images" ADD CONSTRAINT "package_images_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "package_items" ADD CONSTRAINT "package_items_package_id_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."packages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_images" ADD CONSTRAINT "theme_images_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_images" ADD CONSTRAINT "theme_images_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_days_date" ON "booking_days" USING btree ("on_date");--> statement-breakpoint
CREATE INDEX "booking_events_booking" ON "booking_events" USING btree ("booking_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_number_key" ON "bookings" USING btree ("booking_number");--> statement-breakpoint
CREATE INDEX "bookings_list" ON "bookings" USING btree ("event_date","id");--> statement-breakpoint
CREATE INDEX "bookings_status" ON "bookings" USING btree ("status","event_date","id");--> statement-breakpoint
CREATE INDEX "bookings_newest" ON "bookings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "bookings_day" ON "bookings" USING btree ("package_id","event_date");--> statement-breakpoint
CREATE INDEX "bookings_customer" ON "bookings" USING btree ("customer_id","event_date");--> statement-breakpoint
CREATE INDEX "bookings_phone" ON "bookings" USING btree ("client_phone");--> statement-breakpoint
CREATE INDEX "bookings_quotes" ON "bookings" USING btree ("quote_expires_at") WHERE status = 'quoted';--> statement-breakpoint
CREATE UNIQUE INDEX "package_images_position_key" ON "package_images" USING btree ("package_id","position");--> statement-breakpoint
CREATE INDEX "package_images_media" ON "package_images" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "package_items_position_key" ON "package_items" USING btree ("package_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "packages_slug_key" ON "packages" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "packages_shown" ON "packages" USING btree ("display_order","id") WHERE active and archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "theme_images_position_key" ON "theme_images" USING btree ("theme_id","position");--> statement-breakpoint
CREATE INDEX "theme_images_media" ON "theme_images" USING btree ("media_id");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_slug_key" ON "themes" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "themes_shown" ON "themes" USING btree ("display_order","id") WHERE active and archived_at is null;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_booking" ON "payments" USING btree ("booking_id") WHERE booking_id is not null;