DROP INDEX "tickets_by_requester";--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("next_due","number") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "tickets_with_tech" ON "tickets" USING btree ("next_due","number") WHERE tech is not null and tech->>'end' is null;--> statement-breakpoint
CREATE INDEX "tickets_asked_for_another" ON "tickets" USING btree ("requester_user",(coalesce(requester_account, account, '')),"number") WHERE requester_account is not null and account is distinct from requester_account;--> statement-breakpoint
CREATE INDEX "tickets_unassigned" ON "tickets" USING btree ("number") WHERE assignee is null;