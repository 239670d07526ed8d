CREATE TABLE "report_times" (
	"person" text NOT NULL,
	"report" text NOT NULL,
	"period" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_times_person_report_pk" PRIMARY KEY("person","report"),
	CONSTRAINT "report_times_report" CHECK ("report_times"."report" in ('weekly', 'statements'))
);
--> statement-breakpoint
CREATE TABLE "staff_reports" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"person" text NOT NULL,
	"about" jsonb NOT NULL,
	"status" text NOT NULL,
	"by_mail" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease" text,
	"leased_until" timestamp (3) with time zone,
	"handed_over" jsonb,
	"ref" jsonb,
	"why" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "staff_reports_status" CHECK ("staff_reports"."status" in ('pending', 'sent', 'failed', 'unknown', 'cancelled')),
	CONSTRAINT "staff_reports_settled" CHECK (("staff_reports"."status" = 'pending') = ("staff_reports"."settled_at" is null)),
	CONSTRAINT "staff_reports_lease" CHECK (("staff_reports"."lease" is null) = ("staff_reports"."leased_until" is null))
);
--> statement-breakpoint
CREATE INDEX "report_times_due" ON "report_times" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_reports_once" ON "staff_reports" USING btree ("subject","person");--> statement-breakpoint
CREATE INDEX "staff_reports_pending" ON "staff_reports" USING btree ("not_before","id") WHERE status = 'pending';