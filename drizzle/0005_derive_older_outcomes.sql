CREATE TABLE "outcomes_to_derive" (
	"through" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
-- Every ticket that is here now may be older than the table "clock_outcomes". Plazo derives its rows from its events, after it started.
INSERT INTO "outcomes_to_derive" ("through", "last") SELECT max("number"), 0 FROM "tickets" HAVING count(*) > 0;
