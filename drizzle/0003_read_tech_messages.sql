-- A ticket's page shows also what support asked the technical team, and what they found (src/db/schema/schema.ts). The index of the
-- events that hold messages is made anew, so that it has those too.
-- The old index is dropped last, because dropping it keeps other processes from reading events until the migration ends.
CREATE INDEX "events_of_messages_new" ON "events" USING btree ("ticket","id") WHERE (type in ('customerWrote', 'replied', 'noted', 'messageEdited', 'techAsked', 'techMessaged',
  'techCommented', 'techReturned') and (coalesce(body->>'text', body->>'need', body->>'findings') <> ''
  or (type in ('customerWrote', 'replied') and body->'files' <> '[]'::jsonb)));--> statement-breakpoint
DROP INDEX "events_of_messages";--> statement-breakpoint
ALTER INDEX "events_of_messages_new" RENAME TO "events_of_messages";
