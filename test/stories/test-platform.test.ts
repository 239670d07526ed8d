import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { platforms, registerPlatform } from "../../adapters/index.ts";
import { troubleText } from "../../src/cards/delivery-trouble.ts";
import { platformFindings } from "../../src/commands/doctor/platform-findings.ts";
import type { Adapter, Core } from "../../src/chat/port.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { faultSentence, isPlaygroundAlone, platformsOn, readEnv, type Env } from "../../src/env.ts";
import { createLog } from "../../src/log/log.ts";
import { redact } from "../../src/log/redact.ts";
import { startPlazo } from "../../src/start/plazo.ts";
import { delivered, plainCard } from "../adapters/recording-core.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import type { Content, NewMessage } from "../support/test-platform/api.ts";
import { failureOf } from "../support/test-platform/adapter/errors.ts";
import { manifest } from "../support/test-platform/manifest.ts";
import { adapterFor, groups, openPeopledServer, people, variablesFor } from "../support/test-platform/open.ts";
import { readMessage } from "../support/test-platform/people.ts";
import type { TestServer } from "../support/test-platform/interface.ts";
import { until } from "../support/until.ts";

const deskFile = (ana = `"${people.ana}"`, prefers = "testchat"): string => `
desk: Test desk
calendars: { always: { open: always } }
plans: { basic: { calendar: always } }
channels: { triage: "testchat:${groups.triage}", tech: "testchat:${groups.tech}" }
people:
  ana: { name: Ana Ruiz, roles: [manager], testchat: ${ana}, slack: U0ANA, prefers: ${prefers} }
  luis: { name: Luis Gil, roles: [agent], testchat: "${people.luis}" }
  eva: { name: Eva Sanz, roles: [head], testchat: "${people.eva}" }
accounts:
  acme:
    name: Acme TV
    plan: basic
    manager: ana
    channels: ["testchat:${groups.acme}"]
    contacts: ["testchat:${people.carla}"]
`;

const envFor = (variables: Readonly<Record<string, string>>): Env => {
  const reading = readEnv(variables);
  if (!reading.ok) throw new Error(reading.faults.map(faultSentence).join("\n"));
  return reading.env;
};
const faultsOf = (variables: Readonly<Record<string, string>>): readonly string[] => {
  const reading = readEnv(variables);
  return reading.ok ? [] : reading.faults.map(faultSentence);
};

let server: TestServer;
beforeEach(() => {
  server = openPeopledServer(Date.now);
});
afterEach(() => server.close());

describe("the test platform's manifest", () => {
  test("a platform that is registered twice exists once", () => {
    registerPlatform(manifest);
    expect(platforms.filter(({ name }) => name === "testchat")).toEqual([manifest]);
  });

  test("the environment switches the platform on, and reports a wrong token without showing it", () => {
    const env = envFor(variablesFor(server));
    // The client area is on unless AREA says otherwise.
    expect([...platformsOn(env)]).toEqual(["web", "testchat"]);
    expect(isPlaygroundAlone(env)).toBe(false);
    expect(env.secrets).toEqual([server.token]);
    expect(faultsOf({ TESTCHAT_TOKEN: "nonsense" })).toEqual([
      "TESTCHAT_TOKEN is set to something else (not shown): expected a bot token, such as 4711:AbCdEfGh.",
    ]);
    expect(faultsOf({ ...variablesFor(server), PLAYGROUND: "on" })).toEqual([
      'PLAYGROUND is "on": expected off, since TESTCHAT_TOKEN opens the desk to real people.',
    ]);
    expect(redact("GET /bot4711:AbCdEfGh/getMe")).toBe("GET /bot[redacted]/getMe");
  });

  test("the desk file names its people, contacts and channels, and no id of another shape", () => {
    const reading = readDeskFile(deskFile(), null);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const desk = deskOf(reading.document, 1);
    expect(desk.people["ana"]?.identities).toEqual([`testchat:${people.ana}`, "slack:U0ANA"]);
    expect(desk.channels).toEqual({ triage: [`testchat:${groups.triage}`], tech: [`testchat:${groups.tech}`] });
    expect(desk.accounts["acme"]).toMatchObject({
      channels: [`testchat:${groups.acme}`],
      contacts: [`testchat:${people.carla}`],
    });
    const wrong = readDeskFile(deskFile("U0ANA"), null);
    expect(wrong.ok ? [] : wrong.faults).toMatchObject([
      { expected: { key: "platformId", values: { en: "a numeric id of at most 15 digits, in quotation marks" } } },
    ]);
    expect(readDeskFile(deskFile(undefined, "discord"), null).ok).toBe(false);
  });

  test("doctor asks the platform about the desk's channels", async () => {
    server.removeBot(groups.tech);
    const channels = [groups.triage, groups.tech, -999].map((id) => `testchat:${id}` as const);
    expect(await platformFindings(envFor(variablesFor(server)), channels)).toEqual([
      `testchat: testchat:${groups.tech} cannot be used: CHAT_WRITE_FORBIDDEN`,
      "testchat: testchat:-999 cannot be used: CHAT_NOT_FOUND",
    ]);
  });
});

describe("a refusal of the test platform", () => {
  const core: Core = { acknowledge: () => ({ kind: "ignore" }), accept: async () => {} };
  let adapter: Adapter;
  const viewer = { locale: "en", timezone: "UTC" } as const;
  const channel = `testchat:${groups.acme}` as const;
  beforeEach(async () => {
    adapter = await adapterFor(server, { core, log: keptLog(), now: Date.now });
    await adapter.start();
  });
  afterEach(() => adapter.stop());

  const message = (change: Partial<Content>): NewMessage => ({
    text: "words",
    entities: [],
    keyboard: [],
    chat: groups.acme,
    replyTo: null,
    randomId: crypto.randomUUID(),
    answers: null,
    ...change,
  });
  const button = { text: "Press", data: "claim 1" };
  test.each<[string, Partial<Content>]>([
    ["MESSAGE_EMPTY", { text: " " }],
    ["MESSAGE_TOO_LONG", { text: "x".repeat(4_097) }],
    ["TEXT_INVALID", { text: "a\u0000b" }],
    ["ENTITY_BOUNDS_INVALID", { entities: [{ type: "bold", offset: 3, length: 3 }] }],
    ["REPLY_MARKUP_TOO_LONG", { keyboard: Array.from({ length: 101 }, () => [button]) }],
    ["REPLY_MARKUP_TOO_LONG", { keyboard: [Array.from({ length: 9 }, () => button)] }],
    ["BUTTON_INVALID", { keyboard: [[{ ...button, data: "x".repeat(101) }]] }],
  ])("%s is a bug of Plazo", async (code, change) => {
    const refused: unknown = await server
      .connect(server.token)
      .sendMessage(message(change))
      .catch((error: unknown) => error);
    expect(failureOf(refused, 0)).toEqual({ kind: "ourBug", why: code });
    expect(server.messages(groups.acme)).toEqual([]);
  });

  test.each([
    ["USER_IS_BLOCKED", "the person takes no direct messages from the bot: USER_IS_BLOCKED"],
    ["USER_DEACTIVATED", "the person has left or was deactivated: USER_DEACTIVATED"],
  ] as const)("a direct message to a person: %s", async (code, words) => {
    server.block(people.ana, code);
    const received = await adapter.port.tell(`testchat:${people.ana}`, plainCard("psst"), { key: "1" });
    expect(received).toEqual({ ok: false, failure: { kind: "recipientGone", why: code } });
    expect(troubleText(code, viewer)).toBe(words);
  });

  test("a message to an unknown chat, and to one that removed the bot", async () => {
    const unknown = await adapter.port.post({ channel: "testchat:-999" }, plainCard("hello"), { key: "1" });
    expect(unknown).toMatchObject({ failure: { kind: "recipientGone", why: "CHAT_NOT_FOUND" } });
    server.removeBot(groups.acme);
    const removed = await adapter.port.post({ channel }, plainCard("hello"), { key: "2" });
    expect(removed).toMatchObject({ failure: { kind: "recipientGone", why: "CHAT_WRITE_FORBIDDEN" } });
    for (const why of ["CHAT_NOT_FOUND", "CHAT_WRITE_FORBIDDEN"])
      expect(troubleText(why, viewer)).toBe(`the bot is no longer in the channel, or may not write there: ${why}`);
  });

  test("an edit of a message that does not exist; an edit that changes nothing is not a failure", async () => {
    const ref = delivered(await adapter.port.post({ channel }, plainCard("hello"), { key: "1" }));
    const missing = await adapter.port.edit({ channel, id: "999999" }, plainCard("hello"));
    expect(missing).toEqual({ ok: false, failure: { kind: "recipientGone", why: "MESSAGE_ID_INVALID" } });
    expect(await adapter.port.edit(ref, plainCard("hello"))).toEqual({ ok: true, ref });
    const below = await adapter.port.post({ channel, thread: "999999" }, plainCard("hello"), { key: "2" });
    expect(below).toMatchObject({ failure: { kind: "recipientGone", why: "REPLY_MESSAGE_ID_INVALID" } });
  });

  test("a rate limit is waited for, and a broken connection leaves the message in doubt and sends it once", async () => {
    server.flood(groups.acme, 30);
    const early = await adapter.port.post({ channel }, plainCard("hello"), { key: "1" });
    expect(early).toMatchObject({ failure: { kind: "waitUntil", why: "FLOOD_WAIT" } });
    server.fail(groups.triage, "breaks after");
    const to = { channel: `testchat:${groups.triage}` } as const;
    const doubtful = await adapter.port.post(to, plainCard("once"), { key: "2" });
    expect(doubtful).toMatchObject({ failure: { kind: "doubtful" } });
    delivered(await adapter.port.post(to, plainCard("once"), { key: "2", doubtfulSince: Date.now() }));
    expect(server.messages(groups.triage).map(readMessage)).toEqual(["once"]);
  });

  test("a wrong token", async () => {
    const [number] = server.token.split(":");
    const stranger = await adapterFor(
      { ...server, token: `${number}:another-token` },
      { core, log: keptLog(), now: Date.now },
    );
    await expect(stranger.start()).rejects.toThrow(/refuses TESTCHAT_TOKEN/);
    const posted = await stranger.port.post({ channel }, plainCard("hello"), { key: "1" });
    expect(posted).toMatchObject({ failure: { kind: "installBroken", why: "TOKEN_INVALID" } });
  });
});

test("a desk starts on the platform with only its environment and its desk file", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-testchat-"));
  try {
    const file = join(dataDir, "desk.yaml");
    writeFileSync(file, deskFile());
    const env = envFor({
      ...variablesFor(server),
      DATABASE_URL: await freshPostgres(),
      DATA_DIR: dataDir,
      DESK_FILE: file,
      PORT: "0",
    });
    const plazo = await startPlazo(
      env,
      createLog(env, () => {}),
    );
    try {
      expect(plazo.platforms).toEqual(["web", "testchat"]);
      const carla = server.user(people.carla);
      await carla.types(groups.acme, "/ticket The video does not play");
      expect(carla.seesForm()?.initial["title"]).toBe("The video does not play");
      await carla.submits({ severity: "high", description: "Nothing plays since ten." });
      const card = () => server.messages(groups.triage).find((each) => each.keyboard.length > 0) ?? null;
      const drawn = await until("the triage card stands there", card);
      for (const fact of ["T-1001", "The video does not play", "Acme TV", "Ana Ruiz", "[Claim]"])
        expect(readMessage(drawn)).toContain(fact);
      await server.user(people.luis).presses({ chat: groups.triage, id: drawn.id }, "claim");
      await until("the card names its assignee", () => readMessage(card() ?? drawn).includes("Luis Gil"));
      const [own] = await until("the customer has a card of their own", () => {
        const sent = server.messages(groups.acme).filter(({ from }) => from === server.botId);
        return sent.length > 0 && sent;
      });
      await server.user(people.luis).writes(groups.acme, "We are looking", own?.id);
      await until("the card says that the first answer came in time", () =>
        readMessage(card() ?? drawn).includes("First answer  In time"),
      );
    } finally {
      await plazo.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
