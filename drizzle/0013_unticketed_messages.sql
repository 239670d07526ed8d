CREATE TABLE "unticketed" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"channel" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"ask_at" timestamp (3) with time zone NOT NULL,
	"open_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"outcome" text,
	"decided_by" text,
	"ticket" integer,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "unticketed_status" CHECK ("unticketed"."status" in ('waiting', 'asked', 'opening', 'ended')),
	CONSTRAINT "unticketed_outcome" CHECK ("unticketed"."outcome" in ('ticket', 'answered', 'elsewhere', 'notRequest', 'deleted', 'unreadable', 'unwatched')),
	CONSTRAINT "unticketed_ended" CHECK (("unticketed"."status" = 'ended') = ("unticketed"."ended_at" is not null) and ("unticketed"."ended_at" is null) = ("unticketed"."outcome" is null)),
	CONSTRAINT "unticketed_ticket" CHECK (("unticketed"."outcome" = 'ticket') = ("unticketed"."ticket" is not null))
);
--> statement-breakpoint
CREATE TABLE "unticketed_messages" (
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"unticketed" bigint NOT NULL,
	"author" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unticketed_messages_channel_message_pk" PRIMARY KEY("channel","message")
);
--> statement-breakpoint
CREATE TABLE "watched_channels" (
	"channel" text PRIMARY KEY NOT NULL,
	"staff_wrote_at" timestamp (3) with time zone,
	"explained_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "tickets" DROP CONSTRAINT "tickets_source_how";--> statement-breakpoint
ALTER TABLE "staff_reports" ADD COLUMN "shown" text;--> statement-breakpoint
ALTER TABLE "unticketed_messages" ADD CONSTRAINT "unticketed_messages_unticketed_unticketed_id_fk" FOREIGN KEY ("unticketed") REFERENCES "public"."unticketed"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unticketed_open" ON "unticketed" USING btree ("channel") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "unticketed_due" ON "unticketed" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "unticketed_over" ON "unticketed" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "unticketed_messages_of" ON "unticketed_messages" USING btree ("unticketed","at");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_source_how" CHECK ("tickets"."source_how" in ('picked', 'mentioned', 'reacted', 'direct', 'posted', 'unanswered'));