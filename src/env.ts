import { z } from "zod";
import { decoded } from "./env/decoded.ts";
import { realTokens } from "./env/real-tokens.ts";
import { isSilentlyClear } from "./env/remote-database.ts";

/** The environment, parsed. Everything else in Plazo is given its settings and never asks for them. */
export interface Env {
  /** Null means the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** The desk file to apply at start, where one was named. */
  readonly deskFile: string | null;
  readonly host: string;
  readonly port: number;
  /** Names under which the listener is reached, in lower case. */
  readonly hostNames: readonly string[];
  /** Who bears it is told how the desk is, in detail, from anywhere. */
  readonly metricsToken: string | null;
  readonly slack: SlackEnv | null;
  readonly discord: DiscordEnv | null;
  readonly email: EmailEnv | null;
  readonly playground: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** Every secret in here, so that the log can black them out wherever they turn up. */
  readonly secrets: readonly string[];
}

/** Whether the playground is all there is: nobody real is promised anything. */
export const isPlaygroundAlone = (env: Env): boolean => env.playground && env.slack === null && env.discord === null;

/** The platforms that are switched on, e-mail among them. */
export const platformsOn = ({ slack, discord, email, playground }: Env): ReadonlySet<string> =>
  new Set(Object.entries({ slack, discord, email, playground }).flatMap(([name, given]) => (given ? [name] : [])));

/** What Slack needs: Socket Mode where there is an app token, else HTTP with the signing secret. */
export interface SlackEnv {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly apiUrl: string;
}

/** What Discord needs: the bot's token, and the REST base without a version. */
export interface DiscordEnv {
  readonly token: string;
  readonly apiUrl: string;
}

/** What e-mail needs: the server to hand it to, and who it is from. */
export interface EmailEnv {
  readonly url: string;
  readonly from: string;
}

/** One thing wrong with the environment. `value` is null where none was given; a secret is never shown. */
export interface EnvFault {
  readonly variable: string;
  readonly value: string | null;
  readonly expected: string;
}

export type EnvReading =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly faults: readonly EnvFault[] };

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

const url = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
const isPostgresUrl = (text: string): boolean => ["postgres:", "postgresql:"].includes(url(text)?.protocol ?? "");
const isSmtpUrl = (text: string): boolean =>
  ["smtp:", "smtps:"].includes(url(text)?.protocol ?? "") && (url(text)?.hostname ?? "") !== "";
/** Tokens must not travel in clear, except to this very machine (tests). */
const isApiUrl = (text: string): boolean =>
  url(text)?.protocol === "https:" || (url(text)?.protocol === "http:" && isLoopback(url(text)?.hostname ?? ""));

/** The variables there are; each description says what is expected. `.env.example` is compared with these. */
export const variables = z.object({
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl)
    .refine((text) => !isSilentlyClear(text))
    .optional()
    .describe(
      "an address such as postgres://user:password@host:5432/plazo?sslmode=verify-full (on another machine with sslmode=verify-full or require, or with sslmode=disable where all may be sent in clear)",
    ),
  DATA_DIR: z.string().default("./data").describe("a directory"),
  DESK_FILE: z.string().optional().describe("the path of a desk file"),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/)
    .default("127.0.0.1")
    .describe("a host name or address to listen on"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .default("3000")
    .transform(Number)
    .refine((port) => port <= 65_535)
    .describe("a port from 0 to 65535 (0: any free one)"),
  PUBLIC_URL: z
    .string()
    .refine((text) => ["https:", "http:"].includes(url(text)?.protocol ?? ""))
    .optional()
    .describe("the address under which others reach Plazo, such as https://plazo.example.com"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/)
    .optional()
    .describe("at least 16 letters, digits or signs without blanks (openssl rand -hex 32)"),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]+$/)
    .optional()
    .describe("a bot token, which begins with xoxb-"),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]+$/)
    .optional()
    .describe("an app-level token, which begins with xapp-"),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{8,}$/)
    .optional()
    .describe("the signing secret from the app's Basic Information page"),
  SLACK_API_URL: z
    .string()
    .refine(isApiUrl)
    .default("https://slack.com/api/")
    .describe("an https address (http only on this machine)"),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]{10,}\.[\w-]+\.[\w-]+$/)
    .optional()
    .describe("a bot token from the application's Bot page"),
  DISCORD_API_URL: z
    .string()
    .refine(isApiUrl)
    .default("https://discord.com/api")
    .describe("an https address (http only on this machine)"),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl)
    .optional()
    .describe("an address such as smtps://user:password@mail.example.com:465"),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^\s<>",;:@]+@[\w.-]+|[^<>",;:@\p{Cc}]{1,80} <[^\s<>",;:@]+@[\w.-]+>)$/u)
    .optional()
    .describe("an address such as Example Support <support@example.com>"),
  PLAYGROUND: z.enum(["on", "off"]).optional().describe("on or off"),
  LOG_LEVEL: z
    .enum(logLevels)
    .default("info")
    .describe(`one of ${logLevels.join(", ")}`),
});

type Variable = keyof typeof variables.shape;
type Source = Readonly<Record<string, string | undefined>>;

const secretVariables: readonly Variable[] = [
  "DATABASE_URL",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "DISCORD_TOKEN",
  "SMTP_URL",
  "METRICS_TOKEN",
];

/** Reads the environment: all of it, or every fault at once. A variable that is empty counts as not set. */
export const readEnv = (source: Source): EnvReading => {
  const given: Source = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = source[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const parsed = variables.safeParse(given);
  const wrong = new Set((parsed.error?.issues ?? []).map((issue) => issue.path[0] as Variable));
  const faults = [
    ...[...wrong].map((name) => fault(name, given, variables.shape[name].description ?? "")),
    ...crossFaults(given),
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  return { ok: true, env: envOf(parsed.data) };
};

/** A fault as one sentence. */
export const faultSentence = ({ variable, value, expected }: EnvFault): string =>
  value === null ? `${variable} is not set: expected ${expected}.` : `${variable} is ${value}: expected ${expected}.`;

const fault = (variable: Variable, given: Source, expected: string): EnvFault => {
  const value = given[variable];
  if (value === undefined) return { variable, value: null, expected };
  return {
    variable,
    value: secretVariables.includes(variable) ? "set to something else (not shown)" : JSON.stringify(value),
    expected,
  };
};

/** What only several variables together can get wrong. Asks for presence alone, so that it works beside other faults. */
const crossFaults = (given: Source): readonly EnvFault[] => {
  const faults: EnvFault[] = [];
  const {
    SLACK_BOT_TOKEN: bot,
    SLACK_APP_TOKEN: app,
    SLACK_SIGNING_SECRET: signing,
    DISCORD_TOKEN: discord,
    SMTP_URL: smtp,
    MAIL_FROM: from,
    PLAYGROUND: playground,
    HOST: host,
  } = given;
  if (bot !== undefined && app === undefined && signing === undefined)
    faults.push(
      fault(
        "SLACK_APP_TOKEN",
        given,
        "an app token (Socket Mode), or SLACK_SIGNING_SECRET (HTTP), since SLACK_BOT_TOKEN is set",
      ),
    );
  if (bot === undefined && (app !== undefined || signing !== undefined))
    faults.push(
      fault(
        "SLACK_BOT_TOKEN",
        given,
        `a bot token, since ${app === undefined ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN"} is set`,
      ),
    );
  if (smtp !== undefined && from === undefined)
    faults.push(fault("MAIL_FROM", given, "the address e-mail is from, since SMTP_URL is set"));
  if (smtp === undefined && from !== undefined)
    faults.push(fault("SMTP_URL", given, "the server e-mail is handed to, since MAIL_FROM is set"));
  const opensPlayground =
    playground === "on" || (playground === undefined && bot === undefined && discord === undefined);
  if (opensPlayground && host !== undefined && !isLoopback(host))
    faults.push(fault("HOST", given, "127.0.0.1, since the playground lets anybody act as anybody; or PLAYGROUND=off"));
  const real = realTokens(given).join(", ");
  if (playground === "on" && real !== "")
    faults.push(fault("PLAYGROUND", given, `off, since ${real} opens the desk to real people`));
  return faults;
};

const envOf = (given: z.output<typeof variables>): Env => ({
  databaseUrl: given.DATABASE_URL ?? null,
  dataDir: given.DATA_DIR,
  deskFile: given.DESK_FILE ?? null,
  host: given.HOST,
  port: given.PORT,
  hostNames: [given.HOST, url(given.PUBLIC_URL ?? "")?.hostname ?? ""].flatMap((name) => name.toLowerCase() || []),
  metricsToken: given.METRICS_TOKEN ?? null,
  slack:
    given.SLACK_BOT_TOKEN === undefined
      ? null
      : {
          botToken: given.SLACK_BOT_TOKEN,
          appToken: given.SLACK_APP_TOKEN ?? null,
          signingSecret: given.SLACK_SIGNING_SECRET ?? null,
          apiUrl: given.SLACK_API_URL.endsWith("/") ? given.SLACK_API_URL : `${given.SLACK_API_URL}/`,
        },
  discord:
    given.DISCORD_TOKEN === undefined
      ? null
      : { token: given.DISCORD_TOKEN, apiUrl: given.DISCORD_API_URL.replace(/\/+$/, "") },
  email:
    given.SMTP_URL === undefined || given.MAIL_FROM === undefined
      ? null
      : { url: given.SMTP_URL, from: given.MAIL_FROM },
  playground:
    given.PLAYGROUND === undefined
      ? given.SLACK_BOT_TOKEN === undefined && given.DISCORD_TOKEN === undefined
      : given.PLAYGROUND === "on",
  logLevel: given.LOG_LEVEL,
  secrets: secretsIn(given),
});

/** A shorter one is a word rather than a secret, and blacking it out would make the log unreadable. */
const SHORTEST_SECRET = 8;

const secretsIn = (given: z.output<typeof variables>): readonly string[] => {
  const passwords = [given.DATABASE_URL, given.SMTP_URL].map((address) => url(address ?? "")?.password ?? "");
  const all = [
    given.SLACK_BOT_TOKEN,
    given.SLACK_APP_TOKEN,
    given.SLACK_SIGNING_SECRET,
    given.DISCORD_TOKEN,
    given.METRICS_TOKEN,
    ...passwords.flatMap((password) => [password, decoded(password)]),
  ];
  return all.filter((each) => each !== undefined).filter((each) => each.length >= SHORTEST_SECRET);
};
