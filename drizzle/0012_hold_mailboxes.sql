CREATE TABLE "mailboxes" (
	"name" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"lease" text,
	CONSTRAINT "mailboxes_lease" CHECK (("mailboxes"."lease" is null) = ("mailboxes"."leased_until" is null))
);
