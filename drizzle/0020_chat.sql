CREATE TABLE "chat_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"chat_session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sender_type" text NOT NULL,
	"sender_id" uuid,
	"message" varchar(4000) NOT NULL,
	"client_id" varchar(64) NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_messages_sender" CHECK (sender_type in ('visitor', 'staff', 'bot')),
	CONSTRAINT "chat_messages_present" CHECK (length(btrim(message)) > 0)
);
--> statement-breakpoint
CREATE TABLE "chat_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_hash" text NOT NULL,
	"user_id" uuid,
	"customer_id" uuid,
	"cart_id" uuid,
	"visitor_name" varchar(100) DEFAULT '' NOT NULL,
	"visitor_email" varchar(254),
	"locale" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"assigned_to" uuid,
	"last_message_at" timestamp (3) with time zone,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"unread_staff" integer DEFAULT 0 NOT NULL,
	"unread_visitor" integer DEFAULT 0 NOT NULL,
	"mailed_seq" integer DEFAULT 0 NOT NULL,
	"alarmed_seq" integer DEFAULT 0 NOT NULL,
	"link_version" integer DEFAULT 1 NOT NULL,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_sessions_status_known" CHECK (status in ('open', 'waiting', 'resolved', 'blocked')),
	CONSTRAINT "chat_sessions_unread_counts" CHECK (unread_staff >= 0 and unread_visitor >= 0)
);
--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_chat_session_id_chat_sessions_id_fk" FOREIGN KEY ("chat_session_id") REFERENCES "public"."chat_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_sessions" ADD CONSTRAINT "chat_sessions_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_seq_key" ON "chat_messages" USING btree ("chat_session_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_client_key" ON "chat_messages" USING btree ("chat_session_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_sessions_session_key" ON "chat_sessions" USING btree ("session_hash");--> statement-breakpoint
CREATE INDEX "chat_sessions_list" ON "chat_sessions" USING btree ("last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "chat_sessions_status" ON "chat_sessions" USING btree ("status","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "chat_sessions_assigned" ON "chat_sessions" USING btree ("assigned_to","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX "chat_sessions_customer" ON "chat_sessions" USING btree ("customer_id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "chat_sessions_user" ON "chat_sessions" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "chat_sessions_cart" ON "chat_sessions" USING btree ("cart_id") WHERE cart_id is not null;--> statement-breakpoint
CREATE INDEX "chat_sessions_name_trigram" ON "chat_sessions" USING gin ("visitor_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "chat_sessions_email_trigram" ON "chat_sessions" USING gin ("visitor_email" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "chat_sessions_unread" ON "chat_sessions" USING btree ("last_message_at") WHERE unread_staff > 0 or unread_visitor > 0;