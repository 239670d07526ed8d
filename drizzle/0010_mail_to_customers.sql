CREATE TABLE "mail_failures" (
	"contact" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"ticket" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"mails" integer NOT NULL,
	"failing_since" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_keys" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_keys_one" CHECK ("mail_keys"."id" = 1),
	CONSTRAINT "mail_keys_length" CHECK (octet_length("mail_keys"."key") = 32)
);
--> statement-breakpoint
CREATE TABLE "mail_threads" (
	"ticket" integer NOT NULL,
	"contact" text NOT NULL,
	"first_id" text NOT NULL,
	"last_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_threads_ticket_contact_pk" PRIMARY KEY("ticket","contact")
);
--> statement-breakpoint
ALTER TABLE "mail_failures" ADD CONSTRAINT "mail_failures_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_threads" ADD CONSTRAINT "mail_threads_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;