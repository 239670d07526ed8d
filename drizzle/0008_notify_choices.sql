CREATE TABLE "notify_choices" (
	"person" text PRIMARY KEY NOT NULL,
	"notify" boolean NOT NULL
);
