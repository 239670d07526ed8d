CREATE TABLE "collected" (
	"card" bigint PRIMARY KEY NOT NULL,
	"ticket" integer NOT NULL,
	"channel" text NOT NULL,
	"line" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cards" DROP CONSTRAINT "cards_side";--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_card_cards_id_fk" FOREIGN KEY ("card") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_line_cards_id_fk" FOREIGN KEY ("line") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collected_by_line" ON "collected" USING btree ("line","ticket");--> statement-breakpoint
CREATE INDEX "collected_by_ticket" ON "collected" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "collected_by_channel" ON "collected" USING btree ("channel","line");--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_side" CHECK ("cards"."side" in ('triage', 'conversation', 'tech', 'collected'));