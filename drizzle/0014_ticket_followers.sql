ALTER TABLE "tickets" ADD COLUMN "followers" jsonb DEFAULT '{"v":1,"items":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "copied" jsonb DEFAULT '{"v":1,"items":[]}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_followed" ON "tickets" USING gin ((followers->'items') jsonb_path_ops) WHERE followers->'items' <> '[]'::jsonb;