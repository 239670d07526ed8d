import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startFakeDiscord } from "../support/fake-discord/index.ts";
import { startFakeSlack } from "../support/fake-slack/index.ts";
import { discordCast, discordChannels, onDiscord } from "../support/discord-cast.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";
import { deskCommand, endAll, onSlack, startDesk, type DeskProcess } from "./desk-process.ts";

const canary = "zanzibar4711";
/** Texts that must never be printed: people's messages, and addresses for answers to them. */
const secrets = [canary, "token-", "/response/", "xoxb-"];

let dataDir = "";
let databaseUrl = "";
let sql: postgres.Sql;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-words-"));
  databaseUrl = await freshPostgres();
  sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
});
afterEach(async () => {
  endAll();
  await sql.end();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The database refuses to write to these tables, and its error quotes the row. */
const refuseWrites = async (): Promise<void> => {
  await sql`create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused: %', new; end $$`;
  for (const table of ["inbox", "tickets", "events", "outbox", "cards"])
    await sql`create trigger refuse before insert or update on ${sql(table)} for each row execute function refuse()`;
};
const acceptWrites = async (): Promise<void> => {
  for (const table of ["inbox", "tickets", "events", "outbox", "cards"])
    await sql`drop trigger refuse on ${sql(table)}`;
};
const terminateBackends = async (): Promise<void> => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
};

const lines = (desk: DeskProcess, level: string): number => desk.printed().split(`"level":"${level}"`).length - 1;

/** Neither the output nor the operator's endpoints show a person's text. */
const saysNothing = async (desk: DeskProcess, port: number): Promise<void> => {
  const answersOfEndpoints = await Promise.all(
    ["/readyz", "/metrics"].map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()),
  );
  for (const text of [desk.printed(), ...answersOfEndpoints])
    for (const secret of secrets) expect(text).not.toContain(secret);
};

const deskFor = (platform: "slack" | "discord"): string => {
  const user = (name: "ana" | "luis" | "eva") =>
    platform === "slack" ? `U0${name.toUpperCase()}` : `"${onDiscord[name]}"`;
  const channel = (name: "triage" | "acme") =>
    platform === "slack" ? `slack:C0${name.toUpperCase()}` : `discord:${discordChannels[name]}`;
  const file = join(dataDir, "desk.yaml");
  const text = `desk: Process Support
locale: en
calendars: { always: { open: always } }
plans: { quick: { calendar: always, targets: { critical: { firstResponse: PT1H }, high: { firstResponse: PT4H } } } }
channels: { triage: "${channel("triage")}" }
people:
  ana: { name: Ana Ruiz, roles: [manager], ${platform}: ${user("ana")} }
  luis: { name: Luis ${canary}, roles: [agent], ${platform}: ${user("luis")} }
  eva: { name: Eva Sanz, roles: [head], ${platform}: ${user("eva")} }
accounts:
  acme: { name: Acme ${canary}, plan: quick, manager: ana, locale: en, timezone: Europe/Madrid, channels: ["${channel("acme")}"] }
`;
  writeFileSync(file, text);
  return file;
};

test("on Slack: no text and no address of an answer is printed, whatever fails", async () => {
  const slack = await startFakeSlack({
    ackTimeout: 20_000,
    users: ["U0CARLA", "U0ANA", "U0LUIS", "U0EVA"].map((id) => ({ id, name: `${id.slice(2)} ${canary}` })),
    channels: ["TRIAGE", "ACME"].map((name) => ({ id: `C0${name}`, name: name.toLowerCase() })),
  });
  try {
    const desk = startDesk({
      ...onSlack(slack, dataDir, deskFor("slack")),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "debug",
    });
    const port = await desk.ready();
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    const [carla, luis] = [slack.user("U0CARLA"), slack.user("U0LUIS")];
    const opens = async (): Promise<void> => {
      await carla.types("C0ACME", `/ticket ${canary} title`);
      await carla.submits({ severity: "high", description: `${canary} description` });
      carla.closesForm();
    };
    const roots = (channel: string) =>
      slack.channel(channel).messages.filter(({ thread, user }) => thread === null && user === slack.botUser);
    await opens();
    await until("the cards stood", () => roots("C0TRIAGE").length + roots("C0ACME").length === 2);
    const [card] = roots("C0TRIAGE");
    const [conversation] = roots("C0ACME");
    if (card === undefined || conversation === undefined) throw new Error("a card is missing");
    const everything = async (): Promise<void> => {
      await carla.writes("C0ACME", `${canary} message`, { thread: conversation.ts });
      await luis.writes("C0TRIAGE", `${canary} note`, { thread: card.ts });
      await luis.types("C0TRIAGE", `/ticket reply 1001 ${canary} reply`);
      await luis.submits({ text: `${canary} reply` }).catch(() => {});
      luis.closesForm();
      await luis.types("C0TRIAGE", "/ticket history 1001");
      await opens();
    };
    // The platform refuses a message, and quotes it in its error.
    slack.fail("chat.postMessage", { error: "invalid_blocks" }, { times: 4 });
    slack.fail("chat.update", { status: 500 }, { times: 2 });
    await everything();
    await until(
      "a failed delivery was logged",
      () => desk.printed().includes("outbox.retry") || lines(desk, "error") > 0,
    );
    await until("the history was given", () => desk.printed().includes("access.disclosed"));
    await refuseWrites();
    await everything();
    await until("the database's refusal was logged", () => desk.printed().includes("SQLSTATE"));
    await saysNothing(desk, port);
    await acceptWrites();
    await terminateBackends();
    await everything();
    await saysNothing(desk, port);
    await desk.end("SIGTERM");
    for (const secret of secrets) expect(desk.printed()).not.toContain(secret);
  } finally {
    await slack.stop();
  }
});

test("on Discord: no text and no token of an interaction is printed, whatever fails", async () => {
  const discord = await startFakeDiscord(discordCast);
  try {
    const desk = startDesk({
      DATA_DIR: dataDir,
      DESK_FILE: deskFor("discord"),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "debug",
    });
    const port = await desk.ready();
    await until("Discord knew our commands", () => desk.printed().includes("discord.commands-registered"));
    await discord.quiet();
    const [carla, luis] = [discord.user(onDiscord.carla), discord.user(onDiscord.luis)];
    const everything = async (): Promise<void> => {
      await carla.types(discordChannels.acme, `/ticket new title:${canary} title`);
      if (carla.seesForm() !== null) await carla.submits({ severity: "high", description: `${canary} description` });
      await luis.types(discordChannels.triage, "/ticket history number:1001").catch(() => {});
    };
    await everything();
    await until("the card stood", () => discord.channel(discordChannels.triage).messages.length > 0);
    discord.fail("createMessage", { code: 50_035 }, { times: 3 });
    discord.fail("updateOriginalWebhookMessage", { status: 500 }, { times: 3 });
    discord.fail("executeWebhook", { status: 500 }, { times: 3 });
    await everything();
    await refuseWrites();
    await everything();
    await until("the database's refusal was logged", () => desk.printed().includes("SQLSTATE"));
    await saysNothing(desk, port);
    await desk.end("SIGTERM");
    for (const secret of secrets) expect(desk.printed()).not.toContain(secret);
  } finally {
    await discord.stop();
  }
});

test("an uncaught error ends the process without printing its text", async () => {
  const thrower = join(dataDir, "thrower.mjs");
  writeFileSync(
    thrower,
    `setTimeout(() => { throw new Error("${canary} is not there", { cause: new Error("${canary}") }) }, 1_500);`,
  );
  const desk = startDesk({ DATA_DIR: dataDir, PLAYGROUND: "on" }, deskCommand(thrower));
  const { code } = await desk.ended;
  expect(code).toBe(1);
  expect(desk.printed()).toContain("process.uncaught");
  expect(desk.printed()).not.toContain(canary);
});
