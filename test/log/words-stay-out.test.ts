import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from "@slack/web-api";
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureOf as discordFailure } from "../../adapters/discord/errors.ts";
import { failureOf as mailFailure } from "../../adapters/email/errors.ts";
import { failureOf as slackFailure, slackErrorOf } from "../../adapters/slack/errors.ts";
import { knownBeginnings, sdkLogger } from "../../adapters/slack/logger.ts";
import { failureCode } from "../../adapters/index.ts";
import { z } from "zod";
import { storeArrivals } from "../../src/db/inbox-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { errorMessage } from "../../src/log/log-error.ts";
import { createLog, type NestedLog } from "../../src/log/log.ts";
import { troubleText } from "../../src/cards/delivery-trouble.ts";
import { openMigrated } from "../support/database/embedded-database.ts";
import { writes } from "../requests/inbound-events.ts";

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

/** Errors of the libraries as they look when a person's text was being sent. */
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
  "of Discord's filter": new DiscordAPIError(
    { code: 200_000, message: `Blocked: ${canary}` },
    200_000,
    400,
    "POST",
    canary,
    body,
  ),
  "of a mail server that names a person": Object.assign(new Error(`550 user ${canary} is unknown`), {
    code: "EENVELOPE",
    responseCode: 550,
  }),
  "of a page in Slack's place": new WebAPIPlatformError({ ok: false, error: `<p>${canary}` }),
  "that is a text": canary,
  "that is a record": { text: canary },
};

test.each(Object.entries(errors))("the log shows no message text of an error %s", (_, error) => {
  const line = logged((log) => {
    // An uncaught error ends the process, and is logged as it was thrown.
    log.error({ err: typeof error === "string" ? new Error("x", { cause: error }) : error }, "process.uncaught");
    log.warn({ err: typeof error === "string" ? undefined : error, ticket: 7 }, "http.failed");
  });
  expect(line).not.toContain(canary);
  expect(line).toContain('"ticket":7');
  expect(errorMessage(error)).not.toContain(canary);
});

test("the log shows the kind, the code and the origin of an error", () => {
  const line: unknown = JSON.parse(logged((log) => log.error({ err: Object.assign(ofDatabase, {}) }, "http.failed")));
  expect(line).toMatchObject({
    err: { type: "Error", code: "22P02", stack: expect.stringContaining("words-stay-out.test.ts") as unknown },
  });
});

test("the log shows the kind, the table and the database's code of a refused statement", async () => {
  const database = await openMigrated();
  try {
    await database.db.execute(
      sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused: %', new; end $$`,
    );
    await database.db.execute(sql`create trigger refuse before insert on inbox for each row execute function refuse()`);
    const row = { lane: "lane", at: 0, lease: { token: "a", until: 0 }, isRepeat: false };
    const arrival = { ...row, inboundEvent: writes("carla", canary, "17.1") };
    const error: unknown = await storeArrivals(database.inbound, [arrival]).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: "QueryFailed",
      message: "insert on inbox failed: SQLSTATE P0001",
      code: "P0001",
    });
    const logLine = logged((log) => log.error({ err: error }, "http.failed"));
    expect([logLine, String(error), (error as Error).stack, JSON.stringify(error)].join(" ")).not.toContain(canary);
    expect(logLine).toContain("insert on inbox failed: SQLSTATE P0001");
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

test.each(failures)("the log shows only the code of a failed delivery: %s", (why, code) => {
  const line = logged((log) => log.warn({ ticket: 7, failure: "ourBug", err: why }, "outbox.retry"));
  expect(JSON.parse(line)).toMatchObject({ err: code });
  expect(line).not.toContain(canary);
});

const discordSays = (code: number, message: string) =>
  new DiscordAPIError({ code, message }, code, 400, "POST", canary, body);
const mailServerSays = (posted: object) => Object.assign(new Error(`550 <${canary}@example.com> is unknown`), posted);
const limited = { timeToReset: 1, limit: 1, method: "POST", hash: canary, url: canary, route: canary };

/** What each platform's error becomes: the reason that the log, the tables and the team's cards get. */
const reasons: readonly (readonly [string, () => { readonly why: string }, string])[] = [
  [
    "a sentence from Discord",
    () => discordFailure(discordSays(50_007, `Cannot send to ${canary}`), 0),
    "50007 CannotSendMessagesToThisUser",
  ],
  [
    "a field that Discord quotes",
    () => discordFailure(errors["of Discord's"], 0),
    "50035 InvalidFormBodyOrContentType",
  ],
  ["an unknown number", () => discordFailure(discordSays(99_999, canary), 0), "99999"],
  [
    "the scope of a limit",
    () =>
      discordFailure(
        new RateLimitError({
          ...limited,
          majorParameter: canary,
          global: false,
          retryAfter: 1,
          sublimitTimeout: 0,
          scope: canary as "user",
        }),
        0,
      ),
    "rate limited",
  ],
  [
    "a sentence in place of a code",
    () => discordFailure(Object.assign(new Error("x"), { code: `${canary} x` }), 0),
    "Error",
  ],
  ["an error's name", () => discordFailure(Object.assign(new Error("x"), { name: `${canary} x` }), 0), "Error"],
  [
    "an error's name on the way to Slack",
    () => slackFailure(Object.assign(new Error("x"), { name: `${canary} x` }), 0),
    "Error",
  ],
  [
    "a code on the way to Slack",
    () => slackFailure(new WebAPIRequestError(Object.assign(new Error("x"), { code: `${canary} x` })), 0),
    "WebAPIRequestError",
  ],
  [
    "a page in place of Slack",
    () => slackFailure(new WebAPIPlatformError({ ok: false, error: `<p>${canary}` }), 0),
    "an answer that is not Slack's",
  ],
  [
    "a sentence from a mail server",
    () =>
      mailFailure(
        mailServerSays({ code: "EENVELOPE", responseCode: 550, response: `550 5.1.1 <${canary}@example.com>` }),
      ),
    "EENVELOPE 550 5.1.1",
  ],
  [
    "a mail server's answer without numbers",
    () => mailFailure(mailServerSays({ code: "EMESSAGE", responseCode: 554, response: `554 ${canary}` })),
    "EMESSAGE 554",
  ],
  ["an error without a code", () => mailFailure(mailServerSays({ command: canary })), "EUNKNOWN"],
];

test.each(reasons)("a failure reason for the team is a code or Plazo's own text: %s", (_, failure, why) => {
  expect(failure().why).toBe(why);
});

test("a code that Slack uses counts as a code", () => {
  expect(slackErrorOf(new WebAPIPlatformError({ ok: false, error: "is_archived" }))).toBe("is_archived");
  expect(slackErrorOf(new WebAPIPlatformError({ ok: false, error: `<p>${canary}` }))).toBeNull();
});

test("a failure reason of an older version is shown as its code alone", () => {
  const viewer = { locale: "en", timezone: "UTC" } as const;
  const stored = `discord: 50035: Invalid Form Body content[${canary}]; email: EENVELOPE: 550 <${canary}@example.com>`;
  expect(troubleText(stored, viewer)).toBe("discord: 50035; email: EENVELOPE");
});

const slackSaid = (say: (logger: ReturnType<typeof sdkLogger>) => void): unknown => {
  const line = logged((log) => say(sdkLogger(log)));
  expect(line).not.toContain(canary);
  const { level, from, reported, event, what, err } = JSON.parse(line) as Readonly<Record<string, string>>;
  return { level, from, reported, event, what, err };
};
const ofSlack = { from: "slack", event: "slack.library" };

test("the log keeps the event of Slack's libraries, and none of their text", () => {
  expect(
    slackSaid((logger) => logger.error(`An unhandled error occurred while Bolt processed (type: ${canary})`)),
  ).toEqual({ ...ofSlack, level: "warn", reported: "error", what: "notHandled", err: undefined });
  expect(slackSaid((logger) => logger.error(`Slack API error: ${canary}`, errors["of Slack's"]))).toEqual({
    ...ofSlack,
    level: "warn",
    reported: "error",
    what: "callRefused",
    err: "invalid_blocks",
  });
  expect(slackSaid((logger) => logger.warn("http request failed", `to wss://x/?ticket=${canary}`))).toEqual({
    ...ofSlack,
    level: "warn",
    reported: "warn",
    what: "callFailed",
    err: undefined,
  });
  expect(slackSaid((logger) => logger.warn(`#${canary} must be less than 3001 characters`))).toMatchObject({
    what: "unknown",
  });
  expect(slackSaid((logger) => logger.info({ text: canary }, [canary]))).toMatchObject({
    level: "debug",
    reported: "info",
    what: "unknown",
  });
  expect(slackSaid((logger) => logger.error(new Error(canary)))).toMatchObject({ what: "unknown", err: "Error" });
  expect(logged((log) => sdkLogger(log).debug(canary))).toBe("");
});

test("the installed libraries log the messages that Plazo translates", () => {
  const folders = ["bolt", "web-api", "socket-mode"].map((name) => `node_modules/@slack/${name}/dist`);
  const libraries = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(file, "utf8"))
    .join("");
  expect(knownBeginnings.filter((beginning) => !libraries.includes(beginning))).toEqual([]);
});

test("a mail server's failure begins with a code, even if the server sent none", () => {
  const sent = Object.assign(new Error(`550 <${canary}@example.com> is unknown`), { code: "EENVELOPE" });
  expect(failureCode(mailFailure(sent).why)).toBe("EENVELOPE");
  expect(failureCode(mailFailure(new Error(`<${canary}@example.com>`)).why)).toBe("EUNKNOWN");
  expect(failureCode(mailFailure(Object.assign(new Error("x"), { code: canary })).why)).toBe("EUNKNOWN");
});
