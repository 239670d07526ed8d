CREATE INDEX "offers_settled" ON "offers" USING btree ("settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "cards_first_posts" ON "cards" USING btree ("not_before","id") WHERE ref is null and wanted > shown and gone_at is null;--> statement-breakpoint
CREATE INDEX "cards_unposted" ON "cards" USING btree ("id") WHERE side <> 'conversation' and ref is null and why is not null;--> statement-breakpoint
CREATE INDEX "cards_direct" ON "cards" USING btree ((case when place->>'kind' = 'person' and ref_channel is not null then not_before end));--> statement-breakpoint
CREATE INDEX "inbox_parked" ON "inbox" USING btree ("id") WHERE parked is not null;--> statement-breakpoint
CREATE INDEX "inbox_done" ON "inbox" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "inbox_direct" ON "inbox" USING btree ("received_at") WHERE happening->'message'->>'direct' = 'true';--> statement-breakpoint
CREATE INDEX "outbox_direct" ON "outbox" USING btree ((case when target->>'kind' = 'person' and ref is not null then created_at end));--> statement-breakpoint
CREATE INDEX "requests_by_time" ON "requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tickets_open_by_account" ON "tickets" USING btree ("account","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_requester" ON "tickets" USING btree ("requester_user","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_assignee" ON "tickets" USING btree ("assignee","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_direct" ON "tickets" USING btree ("requester_user",(status = 'resolved'),"number" DESC NULLS FIRST) WHERE conversation->>'kind' = 'person';--> statement-breakpoint
CREATE INDEX "tickets_by_source_message" ON "tickets" USING btree ("source_channel","source_message") WHERE source_message is not null;