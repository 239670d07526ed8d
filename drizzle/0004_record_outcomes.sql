CREATE TABLE "clock_outcomes" (
	"ticket" integer NOT NULL,
	"clock" text NOT NULL,
	"cycle" integer NOT NULL,
	"kind" text NOT NULL,
	"account" text,
	"area" text,
	"plan" text,
	"manager" text,
	"severity" text NOT NULL,
	"intake" text NOT NULL,
	"assignee" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"target" bigint NOT NULL,
	"used" bigint NOT NULL,
	"waited" bigint NOT NULL,
	"cause" text,
	CONSTRAINT "clock_outcomes_ticket_clock_cycle_pk" PRIMARY KEY("ticket","clock","cycle"),
	CONSTRAINT "clock_outcomes_outcome" CHECK ("clock_outcomes"."outcome" in ('met', 'breached', 'cancelled')),
	CONSTRAINT "clock_outcomes_cause" CHECK (("clock_outcomes"."outcome" = 'breached') = ("clock_outcomes"."cause" is not null)),
	CONSTRAINT "clock_outcomes_times" CHECK ("clock_outcomes"."target" >= 0 and "clock_outcomes"."used" >= 0 and "clock_outcomes"."waited" >= 0)
);
--> statement-breakpoint
CREATE TABLE "due_moves" (
	"ticket" integer NOT NULL,
	"clock" text NOT NULL,
	"cycle" integer NOT NULL,
	"event" bigint NOT NULL,
	"before" timestamp (3) with time zone NOT NULL,
	"after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "due_moves_ticket_clock_cycle_event_pk" PRIMARY KEY("ticket","clock","cycle","event")
);
--> statement-breakpoint
ALTER TABLE "clock_outcomes" ADD CONSTRAINT "clock_outcomes_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_moves" ADD CONSTRAINT "due_moves_event_events_id_fk" FOREIGN KEY ("event") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_outcomes_by_due" ON "clock_outcomes" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "clock_outcomes_by_account" ON "clock_outcomes" USING btree ("account","due_at");