import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { faultSentence, readEnv, variableNames, type Env } from "../../src/env.ts";

const envOf = (source: Record<string, string>): Env => {
  const reading = readEnv(source);
  if (!reading.ok) throw new Error(reading.faults.map(faultSentence).join("\n"));
  return reading.env;
};

/** Without the functions, which are new at each reading. */
const plainEnvOf = (source: Record<string, string>): unknown => {
  const env = envOf(source);
  const platforms = Object.entries(env.platforms).map(([name, { kind, settings }]) => [name, { kind, settings }]);
  return { ...env, platforms: Object.fromEntries(platforms) as unknown };
};

const sentencesOf = (source: Record<string, string>): readonly string[] => {
  const reading = readEnv(source);
  return reading.ok ? [] : reading.faults.map(faultSentence);
};

const faultyVariables = (source: Record<string, string>): readonly string[] => {
  const reading = readEnv(source);
  return reading.ok ? [] : reading.faults.map((each) => each.variable);
};

const bot = "xoxb-1-2-canary";
const mail = { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "desk@example.com" };
const webhookSecret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const signing = "0123456789abcdef0123456789abcdef";

test("with nothing set, the playground runs on the embedded database", () => {
  expect(plainEnvOf({})).toEqual({
    databaseUrl: null,
    dataDir: "./data",
    deskFile: null,
    host: "127.0.0.1",
    port: 3000,
    hostNames: ["127.0.0.1"],
    publicUrl: null,
    metricsToken: null,
    oidc: null,
    mailAuthServer: null,
    platforms: { playground: { kind: "demo", settings: {} }, web: { kind: "area", settings: {} } },
    playground: true,
    logLevel: "info",
    secrets: [],
  });
});

test("the client area is on, unless AREA says otherwise", () => {
  expect(Object.keys(envOf({}).platforms)).toContain("web");
  expect(Object.keys(envOf({ AREA: "off" }).platforms)).not.toContain("web");
  expect(faultyVariables({ AREA: "maybe" })).toEqual(["AREA"]);
});

test("an empty variable counts as not set", () => {
  expect(plainEnvOf({ DATABASE_URL: "", PORT: " ", SLACK_BOT_TOKEN: "", PLAYGROUND: "", LOG_LEVEL: "" })).toEqual(
    plainEnvOf({}),
  );
});

test("a bot token turns Slack on and the playground off", () => {
  const env = envOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: "http://127.0.0.1:99/api" });
  expect(env.platforms["slack"]?.settings).toEqual({
    botToken: bot,
    appToken: "xapp-1",
    signingSecret: null,
    apiUrl: "http://127.0.0.1:99/api/",
  });
  expect(env.playground).toBe(false);
});

test("a mail server turns e-mail on, and leaves the playground as it is", () => {
  const env = envOf({ SMTP_URL: "smtp://127.0.0.1:25", MAIL_FROM: "Desk <desk@example.com>" });
  expect(env.platforms["email"]?.settings).toEqual({ url: "smtp://127.0.0.1:25", from: "Desk <desk@example.com>" });
  expect(env.playground).toBe(true);
});

test("all faults are reported at once, with variable, value and what was expected", () => {
  expect(
    sentencesOf({
      DATABASE_URL: "mysql://x",
      PORT: "70000",
      HOST: "a b",
      LOG_LEVEL: "loud",
      PLAYGROUND: "yes",
      SLACK_BOT_TOKEN: bot,
    }),
  ).toEqual([
    "DATABASE_URL is set to something else (not shown): expected an address such as postgres://user:password@host:5432/plazo?sslmode=verify-full (on another machine with sslmode=verify-full or require, or with sslmode=disable where all may be sent in clear).",
    'HOST is "a b": expected a host name or address to listen on.',
    'PORT is "70000": expected a port from 0 to 65535 (0: any free one).',
    'PLAYGROUND is "yes": expected on or off.',
    'LOG_LEVEL is "loud": expected one of trace, debug, info, warn, error, fatal, silent.',
    "SLACK_APP_TOKEN is not set: expected an app token (Socket Mode), or SLACK_SIGNING_SECRET (HTTP), since SLACK_BOT_TOKEN is set.",
  ]);
});

test("an error never shows a secret, not even a wrong one", () => {
  const source = {
    SLACK_BOT_TOKEN: "canary one",
    SLACK_APP_TOKEN: "canary-two",
    SLACK_SIGNING_SECRET: "a canary",
    DATABASE_URL: "http://u:canary@h/",
  };
  const sentences = sentencesOf(source);
  expect(sentences).toHaveLength(4);
  expect(sentences.join()).not.toContain("canary");
});

describe("combinations of variables that are wrong", () => {
  test.each([
    [{ SLACK_BOT_TOKEN: bot }, ["SLACK_APP_TOKEN"]],
    [{ SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN"]],
    [{ SLACK_SIGNING_SECRET: signing }, ["SLACK_BOT_TOKEN"]],
    [{ PLAYGROUND: "on", HOST: "0.0.0.0" }, ["HOST"]],
    [{ HOST: "0.0.0.0" }, ["HOST"]],
    [{ HOST: "0.0.0.0", PLAYGROUND: "off" }, []],
    [{ PUBLIC_URL: "https://desk.example.com" }, ["PUBLIC_URL"]],
    [{ PUBLIC_URL: "https://desk.example.com", PLAYGROUND: "off" }, []],
    [{ HOST: "0.0.0.0", SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: "xapp-1" }, []],
    [{ HOST: "0.0.0.0", SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: "xapp-1", PLAYGROUND: "on" }, ["HOST", "PLAYGROUND"]],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: "xapp-1", PLAYGROUND: "on" }, ["PLAYGROUND"]],
    [{ DISCORD_TOKEN: "MTIzNDU2Nzg5MDEy.abcdef.abcdefghijkl", PLAYGROUND: "on" }, ["PLAYGROUND"]],
    [{ HOST: "::1", PLAYGROUND: "on" }, []],
    [{ SLACK_API_URL: "http://slack.example/api/" }, ["SLACK_API_URL"]],
    [{ SMTP_URL: "smtp://mail.example.com" }, ["MAIL_FROM"]],
    [{ MAIL_FROM: "desk@example.com" }, ["SMTP_URL"]],
    [{ SMTP_URL: "https://mail.example.com", MAIL_FROM: "desk@example.com" }, ["SMTP_URL"]],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "a@b.example, c@d.example" }, ["MAIL_FROM"]],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "Desk <desk@example.com>" }, []],
    [{ ...mail, MAIL_SECRET: "whsec_short" }, ["MAIL_SECRET"]],
    [{ ...mail, MAIL_SECRET: webhookSecret }, []],
    [{ ...mail, MAIL_SECRET: webhookSecret, AREA: "off" }, ["AREA"]],
    [{ MAIL_SECRET: webhookSecret }, ["SMTP_URL"]],
    [{ ...mail, IMAP_URL: "imaps://support%40example.com:pass%2Fword@mail.example.com/INBOX" }, []],
    [{ ...mail, IMAP_URL: "imap://support:password@mail.example.com:1143/INBOX/Support", AREA: "off" }, ["AREA"]],
    [{ ...mail, IMAP_URL: "imaps://support@mail.example.com/INBOX" }, ["IMAP_URL"]],
    [{ ...mail, IMAP_URL: "https://support:password@mail.example.com/INBOX" }, ["IMAP_URL"]],
    [{ IMAP_URL: "imaps://support:password@mail.example.com/INBOX" }, ["SMTP_URL"]],
    [{ MAIL_AUTH_SERVER: "not a name" }, ["MAIL_AUTH_SERVER"]],
  ])("%o", (source: Record<string, string>, faulty) => {
    expect(faultyVariables(source)).toEqual(faulty);
  });
});

test("the log knows the secrets of the environment, and the database's password decoded too", () => {
  const env = envOf({
    SLACK_BOT_TOKEN: bot,
    SLACK_SIGNING_SECRET: signing,
    DATABASE_URL: "postgres://u:p%40ssword-x@h/d?sslmode=disable",
    SMTP_URL: "smtps://u:mailpass%2F1@h",
    MAIL_FROM: "desk@example.com",
  });
  expect(env.secrets).toEqual([bot, signing, "p%40ssword-x", "p@ssword-x", "mailpass%2F1", "mailpass/1"]);
});

test(".env.example names every variable, and changes nothing as it stands", () => {
  const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
  const named = [...text.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1] ?? "");
  expect(named.toSorted()).toEqual(variableNames.toSorted());
  expect(plainEnvOf(parseEnv(text) as Record<string, string>)).toEqual(plainEnvOf({}));
});

test.each<[string, boolean]>([
  ["postgres://u:p@db.example.com/plazo", false],
  ["postgres://u:p@10.0.0.5:5432/plazo", false],
  ["postgres://u:p@db/plazo", false],
  ["postgres://u:p@db/plazo?sslmode=prefer", false],
  ["postgres://u:p@db/plazo?sslmode=allow", false],
  ["postgres://u:p@localhost/plazo?host=db.example.com", false],
  ["postgres://u:p@db.example.com/plazo?host=127.0.0.1", false],
  ["postgres://u:p@db.example.com/plazo?host=/var/run/postgresql", false],
  ["postgres://u:p@127.0.0.1.example.com/plazo", false],
  ["postgres://u:p@db.example.com/plazo?sslmode=disable", true],
  ["postgres://u:p@db.example.com/plazo?sslmode=require", true],
  ["postgres://u:p@db.example.com/plazo?sslmode=verify-full", true],
  ["postgresql://u:p@localhost:5432/plazo", true],
  ["postgres://u:p@127.0.0.1/plazo", true],
  ["postgres://u:p@[::1]/plazo", true],
  ["postgres://u:p@%2Fvar%2Frun%2Fpostgresql/plazo", true],
  ["postgres:///plazo?host=/var/run/postgresql", true],
])("a database on another host needs a setting for TLS: %s", (address, isTaken) => {
  const sentences = sentencesOf({ DATABASE_URL: address });
  expect(sentences.length === 0).toBe(isTaken);
  if (!isTaken) expect(sentences.join()).toMatch(/sslmode=disable where all may be sent in clear/);
});

test("the playground never opens beside public HTTP", () => {
  const http = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing };
  expect(faultyVariables({ ...http, PLAYGROUND: "on" })).toEqual(["PLAYGROUND"]);
  expect(faultyVariables({ ...http, SLACK_APP_TOKEN: "xapp-1", PLAYGROUND: "on" })).toEqual(["PLAYGROUND"]);
  expect(faultyVariables({ ...http })).toEqual([]);
  expect(faultyVariables({ HOST: "0.0.0.0", PLAYGROUND: "on" })).toEqual(["HOST"]);
});
