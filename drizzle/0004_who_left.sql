ALTER TABLE "desk_versions" ADD COLUMN "former" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "requester_account" text;