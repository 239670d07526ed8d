import type { AddressInfo } from "node:net";
import { App, HTTPReceiver } from "@slack/bolt";
import { connect } from "../../src/db/connection/connect.ts";
import { instant, bigserial, jsonb, pgTable, sql } from "../../src/db/schema/orm.ts";

/**
 * The least that a Slack bot with a memory does: Bolt as it comes, and one insert through drizzle before it acknowledges.
 * Run as a process of its own, with the settings of a desk.
 */
const { env } = process;
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const database = await connect({ databaseUrl: env["DATABASE_URL"] ?? null, dataDir: env["DATA_DIR"] ?? "" }, log);
const kept = pgTable("bare_bolt", {
  id: bigserial({ mode: "number" }).primaryKey(),
  body: jsonb().notNull(),
  at: instant().notNull(),
});
await database.rows(
  sql`create table bare_bolt (id bigserial primary key, body jsonb not null, at timestamptz(3) not null)`,
);
const receiver = new HTTPReceiver({ signingSecret: env["SLACK_SIGNING_SECRET"] ?? "" });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: env["SLACK_BOT_TOKEN"] ?? "", botId: "B0PLAZO", botUserId: "U0PLAZO" }),
  clientOptions: { slackApiUrl: env["SLACK_API_URL"] ?? "" },
});
const keep = async (body: object): Promise<void> => {
  await database.db.insert(kept).values({ body: { ...body }, at: Date.now() });
};
app.command(/.*/, async ({ body, ack }) => {
  await keep(body);
  await ack();
});
app.action(/.*/, async ({ body, ack }) => {
  await keep(body);
  await ack();
});
app.view(/.*/, async ({ body, ack }) => {
  await keep(body);
  await ack();
});
app.event("message", ({ body }) => keep(body));
const server = await receiver.start(0);
process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
process.on("SIGTERM", () => void database.close().then(() => process.exit(0)));
