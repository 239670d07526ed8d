CREATE TABLE "customer_use" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"account" text,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"files" integer NOT NULL,
	"bytes" bigint NOT NULL,
	"refused_until" timestamp (3) with time zone,
	CONSTRAINT "customer_use_what" CHECK ("customer_use"."what" in ('tickets', 'messages'))
);
--> statement-breakpoint
CREATE INDEX "customer_use_by_person" ON "customer_use" USING btree ("person","what","at") WHERE refused_until is null;--> statement-breakpoint
CREATE INDEX "customer_use_by_account" ON "customer_use" USING btree ("account","what","at") WHERE refused_until is null;--> statement-breakpoint
CREATE INDEX "customer_use_files_by_person" ON "customer_use" USING btree ("person","at") WHERE files > 0 and account is null;--> statement-breakpoint
CREATE INDEX "customer_use_files_by_account" ON "customer_use" USING btree ("account","at") WHERE files > 0;--> statement-breakpoint
CREATE INDEX "customer_use_refused" ON "customer_use" USING btree ("person","what","refused_until") WHERE refused_until is not null;--> statement-breakpoint
CREATE INDEX "customer_use_at" ON "customer_use" USING btree ("at");