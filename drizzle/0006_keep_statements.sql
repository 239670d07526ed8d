CREATE TABLE "statement_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"statement" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"by" text,
	"hash" text,
	CONSTRAINT "statement_log_what" CHECK ("statement_log"."what" in ('made', 'sent')),
	CONSTRAINT "statement_log_hash" CHECK (("statement_log"."what" = 'sent') = ("statement_log"."hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "statement_notices" (
	"statement" bigint NOT NULL,
	"contact" text NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"why" text,
	CONSTRAINT "statement_notices_statement_contact_pk" PRIMARY KEY("statement","contact")
);
--> statement-breakpoint
CREATE TABLE "statement_sentences" (
	"statement" bigint NOT NULL,
	"ticket" integer NOT NULL,
	"clock" text NOT NULL,
	"cycle" integer NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "statement_sentences_statement_ticket_clock_cycle_pk" PRIMARY KEY("statement","ticket","clock","cycle"),
	CONSTRAINT "statement_sentences_text" CHECK ("statement_sentences"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text,
	"sent_at" timestamp (3) with time zone,
	"sent_by" text,
	"content" text,
	"hash" text,
	CONSTRAINT "statements_period" CHECK ("statements"."from_at" < "statements"."to_at"),
	CONSTRAINT "statements_version" CHECK ("statements"."version" >= 1),
	CONSTRAINT "statements_sent" CHECK (num_nulls("statements"."sent_at", "statements"."sent_by", "statements"."content", "statements"."hash") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "statement_log" ADD CONSTRAINT "statement_log_statement_statements_id_fk" FOREIGN KEY ("statement") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_notices" ADD CONSTRAINT "statement_notices_statement_statements_id_fk" FOREIGN KEY ("statement") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_sentences" ADD CONSTRAINT "statement_sentences_statement_statements_id_fk" FOREIGN KEY ("statement") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statement_log_of" ON "statement_log" USING btree ("statement","id");--> statement-breakpoint
CREATE INDEX "statement_notices_pending" ON "statement_notices" USING btree ("not_before") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "statements_versions" ON "statements" USING btree ("account","from_at","to_at","version");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_draft" ON "statements" USING btree ("account","from_at","to_at") WHERE sent_at is null;