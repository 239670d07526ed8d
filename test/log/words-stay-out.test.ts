import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from "@slack/web-api";
import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { failureOf as mailFailure } from "../../adapters/email/errors.ts";
import { failureCode } from "../../src/chat/failure-code.ts";
import { z } from "zod";
import { storeArrivals } from "../../src/db/inbox-store.ts";
import { openPglite } from "../../src/db/pglite.ts";
import { migratePglite } from "../../src/db/migrate.ts";
import { sql } from "../../src/db/orm.ts";
import { errorMessage } from "../../src/log-error.ts";
import { createLog, type NestedLog } from "../../src/log.ts";
import { writes } from "../bot/happenings.ts";

const canary = "canary-4711";

const logged = (write: (log: NestedLog) => void): string => {
  const lines: string[] = [];
  write(createLog({ logLevel: "debug", secrets: [] }, (line) => void lines.push(line)));
  return lines.join("");
};

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

const drizzleLike = Object.assign(new Error(`Failed query: insert into "inbox"\nparams: ${canary}\n    at ${canary}`), {
  query: `insert ${canary}`,
  params: [canary],
});
const ofDatabase = Object.assign(new Error(`invalid input syntax for type json: ${canary}`), {
  severity: "ERROR",
  code: "22P02",
  detail: `Key (name)=(${canary})`,
  where: canary,
});
const body = { files: [], json: { content: canary } };

/** Errors of our libraries as they are when something that a person wrote was on its way. */
const errors: Readonly<Record<string, unknown>> = {
  "of drizzle": drizzleLike,
  "of the database": ofDatabase,
  "with a cause": new Error("outer", { cause: drizzleLike }),
  "of several": new AggregateError([drizzleLike, new Error("x", { cause: ofDatabase })], "several failed"),
  "of a schema": thrown(() => z.object({ text: z.literal("x") }).parse({ text: canary }, { reportInput: true })),
  "of a JSON parser": thrown(() => JSON.parse(`${canary} is no JSON`)),
  "of Discord's": new DiscordAPIError(
    {
      code: 50_035,
      message: "Invalid Form Body",
      errors: { content: { _errors: [{ code: "X", message: `Value "${canary}" is wrong` }] } },
    },
    50_035,
    400,
    "POST",
    `https://discord.com/api/v10/webhooks/310000000000000001/${canary}/messages`,
    body,
  ),
  "of Discord's server": new HTTPError(
    502,
    "Bad Gateway",
    "POST",
    `https://discord.com/api/v10/interactions/31/${canary}/callback`,
    body,
  ),
  "of Slack's": new WebAPIPlatformError({ ok: false, error: "invalid_blocks", text: canary } as never),
  "of Slack's server": new WebAPIHTTPError(500, "no", {}, canary),
  "of a request to Slack": new WebAPIRequestError(
    Object.assign(new Error("socket hang up"), { config: { data: canary } }),
  ),
  "of a mail server": Object.assign(new Error(`550 <${canary}@example.com> is unknown`), {
    code: "EENVELOPE",
    rejected: [canary],
  }),
  "that is a text": canary,
  "that is a record": { text: canary },
};

test.each(Object.entries(errors))("an error %s keeps what was written out of the log", (_, error) => {
  const line = logged((log) => {
    // What nothing caught ends the process, and comes as it was thrown.
    log.error(
      { err: typeof error === "string" ? new Error("x", { cause: error }) : error },
      "an error nobody caught ends the process",
    );
    log.warn({ error: typeof error === "string" ? undefined : error, ticket: 7 }, "it failed");
  });
  expect(line).not.toContain(canary);
  expect(line).toContain('"ticket":7');
  expect(errorMessage(error)).not.toContain(canary);
});

test("an error still says its kind, its code and where it was made", () => {
  const line: unknown = JSON.parse(logged((log) => log.error({ err: Object.assign(ofDatabase, {}) }, "it failed")));
  expect(line).toMatchObject({
    err: { type: "Error", code: "22P02", stack: expect.stringContaining("words-stay-out.test.ts") as unknown },
  });
});

test("a statement that the database refuses tells its kind, its table and the database's code", async () => {
  const database = await openPglite();
  try {
    await migratePglite(database.client);
    await database.db.execute(
      sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused: %', new; end $$`,
    );
    await database.db.execute(sql`create trigger refuse before insert on inbox for each row execute function refuse()`);
    const error: unknown = await storeArrivals(database.inbound, [
      { happening: writes("carla", canary, "17.1"), lane: "lane", at: 0, heard: { token: "a", until: 0 } },
    ]).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: "QueryFailed",
      message: "insert on inbox failed: SQLSTATE P0001",
      code: "P0001",
    });
    const told = logged((log) => log.error({ err: error }, "it failed"));
    expect([told, String(error), (error as Error).stack, JSON.stringify(error)].join(" ")).not.toContain(canary);
    expect(told).toContain("insert on inbox failed: SQLSTATE P0001");
  } finally {
    await database.close();
  }
});

/** Failures of deliveries as adapters describe them, and what the log keeps of each. */
const failures: readonly (readonly [string, string])[] = [
  [`invalid_blocks: ${canary} in blocks/0; ${canary}`, "invalid_blocks"],
  [`50035: Invalid Form Body content[${canary}]`, "50035"],
  [`EENVELOPE: Can't send mail - 550 <${canary}@example.com> is unknown`, "EENVELOPE"],
  [`slack: cannot_dm_bot; email: EENVELOPE: 550 <${canary}@example.com>`, "slack: cannot_dm_bot"],
  ["HTTP 502", "HTTP 502"],
  ["slack is not switched on", "slack is not switched on"],
];

test.each(failures)("of a failed delivery the log keeps the code alone: %s", (why, code) => {
  const line = logged((log) => log.warn({ ticket: 7, failure: "ourBug", why }, "a message was not delivered"));
  expect(JSON.parse(line)).toMatchObject({ why: code });
  expect(line).not.toContain(canary);
});

test("a mail server's failure begins with a code, also where it names none", () => {
  const sent = Object.assign(new Error(`550 <${canary}@example.com> is unknown`), { code: "EENVELOPE" });
  expect(failureCode(mailFailure(sent).why)).toBe("EENVELOPE");
  expect(failureCode(mailFailure(new Error(`<${canary}@example.com>`)).why)).toBe("EUNKNOWN");
  expect(failureCode(mailFailure(Object.assign(new Error("x"), { code: canary })).why)).toBe("EUNKNOWN");
});
