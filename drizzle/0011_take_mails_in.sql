CREATE TABLE "mail_parts" (
	"mail" bigint NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "mail_parts_mail_place_pk" PRIMARY KEY("mail","place")
);
--> statement-breakpoint
CREATE TABLE "mail_senders" (
	"address" text PRIMARY KEY NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"muted_at" timestamp (3) with time zone,
	"muted_by" text
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL,
	"size" integer NOT NULL,
	"sent_to" text NOT NULL,
	"became" text,
	"why" text,
	"message_id" text,
	"sender" text,
	"sender_name" text,
	"subject" text,
	"ticket" integer,
	"account" text,
	"contact" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "mails_key_unique" UNIQUE("key"),
	CONSTRAINT "mails_state" CHECK ("mails"."state" in ('arriving', 'received', 'waiting', 'done', 'setAside')),
	CONSTRAINT "mails_source" CHECK ("mails"."source" in ('imap', 'http')),
	CONSTRAINT "mails_lease" CHECK (("mails"."lease" is null) = ("mails"."leased_until" is null))
);
--> statement-breakpoint
ALTER TABLE "mail_parts" ADD CONSTRAINT "mail_parts_mail_mails_id_fk" FOREIGN KEY ("mail") REFERENCES "public"."mails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_received" ON "mails" USING btree ("not_before","id") WHERE state = 'received';--> statement-breakpoint
CREATE INDEX "mails_arriving" ON "mails" USING btree ("stored_at") WHERE state = 'arriving';--> statement-breakpoint
CREATE INDEX "mails_for_staff" ON "mails" USING btree ("state","id") WHERE state in ('waiting', 'setAside');--> statement-breakpoint
CREATE INDEX "mails_by_sender" ON "mails" USING btree ("sender","stored_at");--> statement-breakpoint
CREATE INDEX "mails_by_ticket" ON "mails" USING btree ("ticket");