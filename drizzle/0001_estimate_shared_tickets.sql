-- Postgres estimates from these how many tickets the condition of "tickets_shared_by_account" keeps (src/db/ticket-indexes.ts).
-- Without them it expects one in a hundred, and then a list of a large account's urgent tickets reads all tickets of the account.
CREATE STATISTICS "tickets_conversation" ON ("conversation"->>'kind'), ("conversation"->>'user') FROM "tickets";
