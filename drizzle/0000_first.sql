CREATE SEQUENCE "public"."ticket_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"person" text,
	"by" text,
	"account" text,
	"address" text,
	"desk_version" integer,
	CONSTRAINT "access_log_what" CHECK ("access_log"."what" in ('linkMade', 'signedIn', 'linkRefused', 'identityRefused', 'signedOut', 'signedOutEverywhere', 'invited', 'remembered', 'withdrawn', 'managesGiven', 'managesTaken', 'seesAllGiven', 'seesAllTaken', 'leftDesk', 'deskSaved', 'deskRestored', 'deskImported', 'deskExported'))
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"user" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"known_as" text NOT NULL,
	"name" text NOT NULL,
	"how" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"manages_access" boolean DEFAULT false NOT NULL,
	"sees_all" boolean DEFAULT true NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "contacts_how" CHECK ("contacts"."how" in ('invited', 'remembered'))
);
--> statement-breakpoint
CREATE TABLE "oidc_attempts" (
	"hash" text PRIMARY KEY NOT NULL,
	"browser" text NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"invited_by" text
);
--> statement-breakpoint
CREATE TABLE "web_presence" (
	"ticket" integer NOT NULL,
	"person" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"typed_at" timestamp (3) with time zone,
	CONSTRAINT "web_presence_ticket_person_pk" PRIMARY KEY("ticket","person")
);
--> statement-breakpoint
CREATE TABLE "web_sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_note_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"note" bigint NOT NULL,
	"account" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "account_note_log_what" CHECK ("account_note_log"."what" in ('written', 'edited', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "account_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"account" text NOT NULL,
	"text" text NOT NULL,
	"author" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "account_notes_text" CHECK (("account_notes"."deleted_at" is null) = ("account_notes"."text" <> ''))
);
--> statement-breakpoint
CREATE TABLE "area_files" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "area_files_size" CHECK (octet_length("area_files"."bytes") <= 10485760)
);
--> statement-breakpoint
CREATE TABLE "area_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"thread" text,
	"card" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"announced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "web_answers" (
	"person" text NOT NULL,
	"key" text NOT NULL,
	"card" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "web_answers_person_key_pk" PRIMARY KEY("person","key")
);
--> statement-breakpoint
CREATE TABLE "collected" (
	"card" bigint PRIMARY KEY NOT NULL,
	"ticket" integer NOT NULL,
	"channel" text NOT NULL,
	"collected_card" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_use" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"account" text,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"files" integer NOT NULL,
	"bytes" bigint NOT NULL,
	"refused_until" timestamp (3) with time zone,
	CONSTRAINT "customer_use_what" CHECK ("customer_use"."what" in ('tickets', 'messages', 'files', 'transcripts', 'lookups'))
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ticket" integer NOT NULL,
	"side" text NOT NULL,
	"place" jsonb NOT NULL,
	"wanted" integer NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	"ref" jsonb,
	"ref_channel" text,
	"ref_message" text,
	"generation" integer DEFAULT 1 NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease" text,
	"gone_at" timestamp (3) with time zone,
	"why" text,
	CONSTRAINT "cards_side" CHECK ("cards"."side" in ('triage', 'conversation', 'tech', 'collected')),
	CONSTRAINT "cards_versions" CHECK ("cards"."shown" <= "cards"."wanted"),
	CONSTRAINT "cards_lease" CHECK (("cards"."lease" is null) = ("cards"."leased_until" is null))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"ticket" integer NOT NULL,
	"target" jsonb NOT NULL,
	"message" jsonb NOT NULL,
	"lane" text NOT NULL,
	"urgency" integer NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease" text,
	"digest" text,
	"handed_over" jsonb,
	"ref" jsonb,
	"why" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_key_unique" UNIQUE("key"),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('pending', 'sent', 'failed', 'unknown', 'cancelled')),
	CONSTRAINT "outbox_settled" CHECK (("outbox"."status" = 'pending') = ("outbox"."settled_at" is null)),
	CONSTRAINT "outbox_sent" CHECK ("outbox"."status" <> 'sent' or ("outbox"."ref" is not null and "outbox"."attempted_at" is not null)),
	CONSTRAINT "outbox_lease" CHECK (("outbox"."lease" is null) = ("outbox"."leased_until" is null)),
	CONSTRAINT "outbox_urgency" CHECK ("outbox"."urgency" in (0, 1, 2))
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"person" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"based_on" integer NOT NULL,
	"document" jsonb NOT NULL,
	"kind" text NOT NULL,
	"restores" integer,
	"hand_over" jsonb,
	"back" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"saved_as" integer,
	CONSTRAINT "desk_proposals_kind" CHECK ("desk_proposals"."kind" in ('form', 'file', 'restore'))
);
--> statement-breakpoint
CREATE TABLE "desk_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"former" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"author" text,
	"restores" integer,
	"hand_over" jsonb,
	"replans" boolean NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"cards_followed_at" timestamp (3) with time zone,
	CONSTRAINT "desk_versions_source" CHECK ("desk_versions"."source" in ('file', 'web', 'command'))
);
--> statement-breakpoint
CREATE TABLE "notify_choices" (
	"person" text PRIMARY KEY NOT NULL,
	"notify" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"lane" text NOT NULL,
	"inbound_event" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease" text,
	"parked" text,
	"awaits" text,
	CONSTRAINT "inbox_key_unique" UNIQUE("key"),
	CONSTRAINT "inbox_lease" CHECK (("inbox"."lease" is null) = ("inbox"."leased_until" is null))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"key" text PRIMARY KEY NOT NULL,
	"ticket" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_messages" (
	"ticket" integer NOT NULL,
	"position" bigserial NOT NULL,
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"company" text,
	"text" text NOT NULL,
	"cut" integer NOT NULL,
	"format" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"needs_reply_since" timestamp (3) with time zone,
	"judged" boolean NOT NULL,
	"colleague" boolean NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"text_kept" boolean NOT NULL,
	"staff" boolean NOT NULL,
	"used_for_title" boolean NOT NULL,
	"used_for_description" boolean NOT NULL,
	CONSTRAINT "thread_messages_ticket_position_pk" PRIMARY KEY("ticket","position"),
	CONSTRAINT "thread_messages_kind" CHECK ("thread_messages"."kind" in ('customerWrote', 'replied', 'noted', 'opened')),
	CONSTRAINT "thread_messages_judged" CHECK ("thread_messages"."judged" or "thread_messages"."needs_reply_since" is null),
	CONSTRAINT "thread_messages_kept" CHECK (not "thread_messages"."text_kept" or "thread_messages"."deleted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "prompt_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"prompt" bigint NOT NULL,
	"key" text NOT NULL,
	"message" jsonb NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "prompt_messages_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"by_user" text NOT NULL,
	"about" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"choice" text,
	"ticket" integer,
	"settled_at" timestamp (3) with time zone,
	"lease" text,
	"leased_until" timestamp (3) with time zone,
	"parked" text,
	CONSTRAINT "prompts_key_unique" UNIQUE("key"),
	CONSTRAINT "prompts_choice" CHECK ("prompts"."choice" in ('open', 'add', 'solved', 'withdrawn')),
	CONSTRAINT "prompts_lease" CHECK (("prompts"."lease" is null) = ("prompts"."leased_until" is null)),
	CONSTRAINT "prompts_settled" CHECK ("prompts"."settled_at" is null or "prompts"."choice" is not null)
);
--> statement-breakpoint
CREATE TABLE "solved_by_manual" (
	"url" text PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "solved_by_manual_times" CHECK ("solved_by_manual"."times" > 0)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ticket" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" text PRIMARY KEY NOT NULL,
	"platforms" jsonb NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"ticket" integer NOT NULL,
	"clock" text NOT NULL,
	"cycle" integer NOT NULL,
	"target" integer NOT NULL,
	"step" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "reminders_ticket_clock_cycle_target_step_pk" PRIMARY KEY("ticket","clock","cycle","target","step"),
	CONSTRAINT "reminders_status" CHECK ("reminders"."status" in ('planned', 'sending', 'sent', 'fallbackTaken', 'failed', 'superseded', 'acknowledged', 'cancelled')),
	CONSTRAINT "reminders_settled" CHECK (("reminders"."status" in ('planned', 'sending')) = ("reminders"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"number" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"claimed_severity" text NOT NULL,
	"confirmed_severity" text,
	"account" text,
	"area" text,
	"requester_user" text NOT NULL,
	"requester_name" text NOT NULL,
	"requester_account" text,
	"asked_in" text NOT NULL,
	"conversation" jsonb NOT NULL,
	"source_channel" text,
	"source_message" text,
	"source_root" text,
	"source_how" text,
	"assignee" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"last_customer_message" jsonb,
	"writers" jsonb NOT NULL,
	"last_reply_in" jsonb NOT NULL,
	"unanswered_since" timestamp (3) with time zone,
	"unanswered_until" timestamp (3) with time zone,
	"last_reply_at" timestamp (3) with time zone,
	"paused_since" timestamp (3) with time zone,
	"last_pause_end" timestamp (3) with time zone,
	"notes" integer NOT NULL,
	"replies" integer NOT NULL,
	"inactivity" jsonb,
	"inactivity_due_at" timestamp (3) with time zone,
	"escalation" jsonb,
	"call_back" jsonb,
	"rating" jsonb,
	"clocks" jsonb NOT NULL,
	"tech" jsonb,
	"links" jsonb NOT NULL,
	"pending_replies" jsonb NOT NULL,
	"undelivered" jsonb NOT NULL,
	"release_at" timestamp (3) with time zone,
	"next_due" timestamp (3) with time zone,
	"next_clock" text,
	CONSTRAINT "tickets_status" CHECK ("tickets"."status" in ('open', 'waiting', 'resolved')),
	CONSTRAINT "tickets_resolved_at" CHECK (("tickets"."status" = 'resolved') = ("tickets"."resolved_at" is not null)),
	CONSTRAINT "tickets_resolved_is_quiet" CHECK ("tickets"."status" <> 'resolved' or "tickets"."next_due" is null),
	CONSTRAINT "tickets_next_clock" CHECK (("tickets"."next_due" is null) = ("tickets"."next_clock" is null)),
	CONSTRAINT "tickets_resolved_is_not_with_tech" CHECK ("tickets"."status" <> 'resolved' or "tickets"."tech" is null or "tickets"."tech"->>'end' is not null),
	CONSTRAINT "tickets_resolved_is_settled" CHECK ("tickets"."status" <> 'resolved' or ("tickets"."escalation" is null and "tickets"."call_back" is null)),
	CONSTRAINT "tickets_kind" CHECK ("tickets"."kind" in ('problem', 'consulting')),
	CONSTRAINT "tickets_consulting_has_no_severity" CHECK ("tickets"."kind" = 'problem' or ("tickets"."claimed_severity" = 'low' and "tickets"."confirmed_severity" is null)),
	CONSTRAINT "tickets_unanswered" CHECK (num_nulls("tickets"."unanswered_since", "tickets"."unanswered_until") in (0, 2)),
	CONSTRAINT "tickets_paused" CHECK (("tickets"."status" = 'open') = ("tickets"."paused_since" is null)),
	CONSTRAINT "tickets_inactivity" CHECK ("tickets"."inactivity" is null or "tickets"."status" = 'waiting'),
	CONSTRAINT "tickets_inactivity_due_at" CHECK ("tickets"."inactivity_due_at" is null or "tickets"."inactivity" is not null),
	CONSTRAINT "tickets_title" CHECK ("tickets"."title" <> ''),
	CONSTRAINT "tickets_claimed" CHECK ("tickets"."claimed_severity" in ('critical', 'high', 'medium', 'low')),
	CONSTRAINT "tickets_confirmed" CHECK ("tickets"."confirmed_severity" in ('critical', 'high', 'medium', 'low')),
	CONSTRAINT "tickets_source_how" CHECK ("tickets"."source_how" in ('picked', 'mentioned', 'reacted', 'direct')),
	CONSTRAINT "tickets_source_whole" CHECK (num_nulls("tickets"."source_channel", "tickets"."source_message", "tickets"."source_root", "tickets"."source_how") in (0, 4)),
	CONSTRAINT "tickets_release" CHECK (("tickets"."pending_replies"->'items' = '[]'::jsonb) = ("tickets"."release_at" is null))
);
--> statement-breakpoint
CREATE TABLE "ticket_words" (
	"ticket" integer PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "card_roots" (
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"card" bigint NOT NULL,
	CONSTRAINT "card_roots_channel_message_pk" PRIMARY KEY("channel","message")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"file" text NOT NULL,
	"ticket" integer NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "files_channel_message_file_pk" PRIMARY KEY("channel","message","file"),
	CONSTRAINT "files_size" CHECK (octet_length("files"."bytes") <= 10485760)
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"ticket" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pauses_ticket_started_at_pk" PRIMARY KEY("ticket","started_at"),
	CONSTRAINT "pauses_not_empty" CHECK ("pauses"."ended_at" > "pauses"."started_at")
);
--> statement-breakpoint
CREATE TABLE "unanswered" (
	"ticket" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unanswered_ticket_since_pk" PRIMARY KEY("ticket","since")
);
--> statement-breakpoint
ALTER TABLE "web_presence" ADD CONSTRAINT "web_presence_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_note_log" ADD CONSTRAINT "account_note_log_note_account_notes_id_fk" FOREIGN KEY ("note") REFERENCES "public"."account_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_card_cards_id_fk" FOREIGN KEY ("card") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collected" ADD CONSTRAINT "collected_collected_card_cards_id_fk" FOREIGN KEY ("collected_card") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_messages" ADD CONSTRAINT "prompt_messages_prompt_prompts_id_fk" FOREIGN KEY ("prompt") REFERENCES "public"."prompts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_words" ADD CONSTRAINT "ticket_words_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_roots" ADD CONSTRAINT "card_roots_card_cards_id_fk" FOREIGN KEY ("card") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered" ADD CONSTRAINT "unanswered_ticket_tickets_number_fk" FOREIGN KEY ("ticket") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_at" ON "access_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_known_as" ON "contacts" USING btree ("account","known_as");--> statement-breakpoint
CREATE INDEX "contacts_by_address" ON "contacts" USING btree ("known_as");--> statement-breakpoint
CREATE INDEX "contacts_revision" ON "contacts" USING btree ("revision");--> statement-breakpoint
CREATE INDEX "oidc_attempts_expired" ON "oidc_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_of_person" ON "sign_in_links" USING btree ("person") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "sign_in_links_expired" ON "sign_in_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "web_presence_by_time" ON "web_presence" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "web_sessions_of_person" ON "web_sessions" USING btree ("person");--> statement-breakpoint
CREATE INDEX "web_sessions_expired" ON "web_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "account_note_log_of_account" ON "account_note_log" USING btree ("account","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_notes_key" ON "account_notes" USING btree ("key");--> statement-breakpoint
CREATE INDEX "account_notes_shown" ON "account_notes" USING btree ("account","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "area_files_by_owner" ON "area_files" USING btree ("owner","at");--> statement-breakpoint
CREATE INDEX "area_files_by_time" ON "area_files" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "area_messages_key" ON "area_messages" USING btree ("key");--> statement-breakpoint
CREATE INDEX "area_messages_channel" ON "area_messages" USING btree ("channel","id");--> statement-breakpoint
CREATE INDEX "web_answers_by_time" ON "web_answers" USING btree ("at");--> statement-breakpoint
CREATE INDEX "collected_by_card" ON "collected" USING btree ("collected_card","ticket");--> statement-breakpoint
CREATE INDEX "collected_by_ticket" ON "collected" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "collected_by_channel" ON "collected" USING btree ("channel","collected_card");--> statement-breakpoint
CREATE INDEX "customer_use_by_person" ON "customer_use" USING btree ("person","what","at") WHERE refused_until is null;--> statement-breakpoint
CREATE INDEX "customer_use_by_account" ON "customer_use" USING btree ("account","what","at") WHERE refused_until is null;--> statement-breakpoint
CREATE INDEX "customer_use_files_by_person" ON "customer_use" USING btree ("person","at") WHERE files > 0 and account is null;--> statement-breakpoint
CREATE INDEX "customer_use_files_by_account" ON "customer_use" USING btree ("account","at") WHERE files > 0;--> statement-breakpoint
CREATE INDEX "customer_use_refused" ON "customer_use" USING btree ("person","what","refused_until") WHERE refused_until is not null;--> statement-breakpoint
CREATE INDEX "customer_use_at" ON "customer_use" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "cards_place" ON "cards" USING btree ("ticket","side","place");--> statement-breakpoint
CREATE INDEX "cards_behind" ON "cards" USING btree ("not_before") WHERE wanted > shown and gone_at is null;--> statement-breakpoint
CREATE INDEX "cards_first_posts" ON "cards" USING btree ("not_before","id") WHERE ref is null and wanted > shown and gone_at is null;--> statement-breakpoint
CREATE INDEX "cards_unposted" ON "cards" USING btree ("id") WHERE side <> 'conversation' and ref is null and why is not null;--> statement-breakpoint
CREATE INDEX "cards_direct" ON "cards" USING btree ((case when place->>'kind' = 'person' and ref_channel is not null then not_before end));--> statement-breakpoint
CREATE INDEX "cards_by_message" ON "cards" USING btree ("ref_channel","ref_message");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ((target->>'kind' = 'email'),"urgency","not_before","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_lanes" ON "outbox" USING btree ("lane","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_by_message" ON "outbox" USING btree ((message->'message'->>'id')) WHERE message->'message'->>'id' is not null;--> statement-breakpoint
CREATE INDEX "outbox_by_ticket" ON "outbox" USING btree ("ticket");--> statement-breakpoint
CREATE INDEX "outbox_direct" ON "outbox" USING btree ((case when target->>'kind' = 'person' and ref is not null then created_at end));--> statement-breakpoint
CREATE INDEX "outbox_people" ON "outbox" USING btree ((target->>'person')) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_digests" ON "outbox" USING btree ("digest") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "desk_proposals_by_time" ON "desk_proposals" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "desk_versions_unsettled" ON "desk_versions" USING btree ("version") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("id") WHERE done_at is null and parked is null;--> statement-breakpoint
CREATE INDEX "inbox_lanes" ON "inbox" USING btree ("lane","id") WHERE done_at is null and parked is null;--> statement-breakpoint
CREATE INDEX "inbox_parked" ON "inbox" USING btree ("id") WHERE parked is not null;--> statement-breakpoint
CREATE INDEX "inbox_awaits" ON "inbox" USING btree ("awaits","id") WHERE awaits is not null;--> statement-breakpoint
CREATE INDEX "inbox_done" ON "inbox" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "inbox_direct" ON "inbox" USING btree ("received_at") WHERE inbound_event->>'direct' = 'true';--> statement-breakpoint
CREATE INDEX "requests_by_time" ON "requests" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_messages_by_message" ON "thread_messages" USING btree ("channel","message","ticket");--> statement-breakpoint
CREATE INDEX "thread_messages_of_customer" ON "thread_messages" USING btree ("ticket","at","position") WHERE kind = 'customerWrote' and deleted_at is null and not colleague;--> statement-breakpoint
CREATE INDEX "thread_messages_of_colleagues" ON "thread_messages" USING btree ("ticket","position") WHERE colleague;--> statement-breakpoint
CREATE INDEX "thread_messages_search" ON "thread_messages" USING gin ((to_tsvector('simple', translate(translate(lower(author_name || ' ' || text), 'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝŸ', 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ'), 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ', 'aaaaaaeeeeiiiiooooouuuuncyy'))
    || to_tsvector('english', translate(lower(text), 'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝŸ', 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ')) || to_tsvector('spanish', translate(lower(text), 'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝŸ', 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ')) || to_tsvector('portuguese', translate(lower(text), 'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝŸ', 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ'))
    || array_to_tsvector(array['#' || (ticket / 512)::text]))) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_messages_of_prompt" ON "prompt_messages" USING btree ("prompt","id");--> statement-breakpoint
CREATE INDEX "prompt_messages_by_message" ON "prompt_messages" USING btree ((message->'message'->>'channel'),(message->'message'->>'id'));--> statement-breakpoint
CREATE INDEX "prompts_due" ON "prompts" USING btree ("due_at") WHERE settled_at is null and parked is null;--> statement-breakpoint
CREATE INDEX "prompts_parked" ON "prompts" USING btree ("id") WHERE settled_at is null and parked is not null;--> statement-breakpoint
CREATE INDEX "prompts_settled" ON "prompts" USING btree ("settled_at") WHERE settled_at is not null;--> statement-breakpoint
CREATE INDEX "prompts_by_user" ON "prompts" USING btree ("by_user") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "events_by_ticket" ON "events" USING btree ("ticket","id");--> statement-breakpoint
CREATE INDEX "events_of_messages" ON "events" USING btree ("ticket","id") WHERE (type in ('customerWrote', 'replied', 'noted', 'messageEdited')
  and (body->>'text' <> '' or (type in ('customerWrote', 'replied') and body->'files' <> '[]'::jsonb)));--> statement-breakpoint
CREATE INDEX "events_by_message" ON "events" USING btree ((body->'message'->>'id')) WHERE body->'message'->>'id' is not null;--> statement-breakpoint
CREATE INDEX "processes_by_time" ON "processes" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("at") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "reminders_planned" ON "reminders" USING btree ("ticket") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "reminders_failed" ON "reminders" USING btree ("ticket") WHERE status = 'failed';--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_source" ON "tickets" USING btree ("source_channel","source_root");--> statement-breakpoint
CREATE INDEX "tickets_by_inactivity" ON "tickets" USING btree ("inactivity_due_at") WHERE inactivity_due_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_release_at" ON "tickets" USING btree ("release_at") WHERE release_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_by_due" ON "tickets" USING btree ("next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_account" ON "tickets" USING btree ("account","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_requester" ON "tickets" USING btree ("requester_user","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_requester_for" ON "tickets" USING btree ("requester_user",(coalesce(requester_account, account, '')),"next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_assignee_due" ON "tickets" USING btree ("assignee","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_severity" ON "tickets" USING btree ((coalesce(confirmed_severity, claimed_severity)),"next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_area" ON "tickets" USING btree ("area","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_clock" ON "tickets" USING btree ("next_clock","next_due","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_open_by_assignee" ON "tickets" USING btree ("assignee","number") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("next_due","number") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "tickets_with_tech" ON "tickets" USING btree ("next_due","number") WHERE tech is not null and tech->>'end' is null;--> statement-breakpoint
CREATE INDEX "tickets_direct" ON "tickets" USING btree ("requester_user",(status = 'resolved'),"number" DESC NULLS FIRST) WHERE conversation->>'kind' = 'person';--> statement-breakpoint
CREATE INDEX "tickets_by_account" ON "tickets" USING btree ("account","number");--> statement-breakpoint
CREATE INDEX "tickets_shared_by_account" ON "tickets" USING btree ("account","number") WHERE (conversation->>'kind' = 'channel' or conversation->>'user' like 'web:%');--> statement-breakpoint
CREATE INDEX "tickets_open_shared_by_account" ON "tickets" USING btree ("account","next_due","number") WHERE status <> 'resolved' and (conversation->>'kind' = 'channel' or conversation->>'user' like 'web:%');--> statement-breakpoint
CREATE INDEX "tickets_by_assignee" ON "tickets" USING btree ("assignee","number");--> statement-breakpoint
CREATE INDEX "tickets_resolved_by_area" ON "tickets" USING btree ("area","number") WHERE status = 'resolved' and area is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_severity" ON "tickets" USING btree ((coalesce(confirmed_severity, claimed_severity)),"number");--> statement-breakpoint
CREATE INDEX "tickets_by_requester_for" ON "tickets" USING btree ("requester_user",(coalesce(requester_account, account, '')),"number");--> statement-breakpoint
CREATE INDEX "tickets_asked_for_another" ON "tickets" USING btree ("requester_user",(coalesce(requester_account, account, '')),"number") WHERE requester_account is not null and account is distinct from requester_account;--> statement-breakpoint
CREATE INDEX "tickets_unassigned" ON "tickets" USING btree ("number") WHERE assignee is null;--> statement-breakpoint
CREATE INDEX "ticket_words_search" ON "ticket_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "files_by_ticket" ON "files" USING btree ("ticket");