import { z } from "zod";
import { platforms } from "../adapters/index.ts";
import { isLoopback, type ConfiguredPlatform, type GivenVariables, type SecretKind } from "./chat/platform-manifest.ts";

const loopbackHost = /^(?:|localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Modes in which the driver either uses TLS or does not. `prefer` and `allow` silently fall back to plain text. */
const decided: ReadonlySet<string> = new Set(["require", "verify-ca", "verify-full", "disable"]);

/**
 * Returns whether an address would send the password and every ticket unencrypted without saying so. The loopback and
 * local sockets need no TLS.
 */
export const isUnencrypted = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  // The driver ignores `?host=`, which other programs read.
  const host = decodeURIComponent(hostname);
  const isHere = (each: string): boolean => loopbackHost.test(each.toLowerCase()) || each.startsWith("/");
  if (isHere(host) && isHere(searchParams.get("host") ?? "")) return false;
  const asked = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "";
  return !decided.has(asked) && searchParams.get("sslrootcert") !== "system";
};

/** The identity provider of the company that runs the desk. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Staff sign in with it only: no link signs them in. */
  readonly isRequired: boolean;
}

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
  /** The address under which others reach Plazo; null if it was not given. */
  readonly publicUrl: string | null;
  /** With this token, /metrics and the details of /readyz can be read from any machine. */
  readonly metricsToken: string | null;
  /** The identity provider with which the staff sign in; null if none is configured. */
  readonly oidc: OidcSettings | null;
  /** The mail server whose Authentication-Results count (its authserv-id); null: none do. */
  readonly mailAuthServer: string | null;
  /** The platforms that are switched on, by their names. */
  readonly platforms: Readonly<Record<string, ConfiguredPlatform>>;
  /** Whether a visitor may act as any person. */
  readonly playground: boolean;
  readonly logLevel: (typeof logLevels)[number];
  /** Every secret in here, so that the log can black them out wherever they turn up. */
  readonly secrets: readonly string[];
}

/** Whether the desk has no chat platform but the playground: no deadline concerns a real customer. */
export const isPlaygroundAlone = (env: Env): boolean =>
  env.playground && Object.values(env.platforms).every(({ kind }) => kind !== "chat");

/** The names of the platforms that are switched on, e-mail among them. */
export const platformsOn = (env: Env): ReadonlySet<string> => new Set(Object.keys(env.platforms));

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

const url = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
const isPostgresUrl = (text: string): boolean => ["postgres:", "postgresql:"].includes(url(text)?.protocol ?? "");
const isProviderUrl = (text: string): boolean => {
  const { protocol, hostname, search, hash } = url(text) ?? new URL("none:");
  const isClean = search === "" && hash === "";
  return isClean && (protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, ""))));
};
/** The variables of Plazo itself. Each description says what is expected. */
const ownVariables = {
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl)
    .refine((text) => !isUnencrypted(text))
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
  OIDC_ISSUER: z
    .string()
    .refine((text) => isProviderUrl(text))
    .optional()
    .describe(
      "the address of an OpenID Connect provider, such as https://login.example.com (without HTTPS only on this machine)",
    ),
  OIDC_CLIENT_ID: z.string().optional().describe("the client id that the provider gave to Plazo"),
  OIDC_CLIENT_SECRET: z.string().optional().describe("the client secret that the provider gave to Plazo"),
  OIDC_REQUIRED: z.enum(["on", "off"]).optional().describe("on or off"),
  MAIL_AUTH_SERVER: z
    .string()
    .regex(/^[\w.-]{1,253}$/)
    .optional()
    .describe("the name with which your mail server signs its Authentication-Results, such as mx.example.com"),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/)
    .optional()
    .describe("at least 16 letters, digits or signs without blanks (openssl rand -hex 32)"),
};
const logVariables = {
  LOG_LEVEL: z
    .enum(logLevels)
    .default("info")
    .describe(`one of ${logLevels.join(", ")}`),
};
const ownSchema = z.object({ ...ownVariables, ...logVariables });

/** All variables, in the order in which faults are listed: Plazo's own, then those of each platform. */
const schemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries<z.ZodType>([
  ...Object.entries(ownVariables),
  ...platforms.flatMap(({ variables }) => Object.entries(variables)),
  ...Object.entries(logVariables),
]);

/** The names of all variables; `.env.example` is compared with them. */
export const variableNames: readonly string[] = Object.keys(schemas);

/** Which variables hold a secret. */
const secretKinds: Readonly<Record<string, SecretKind>> = Object.fromEntries<SecretKind>([
  ["DATABASE_URL", "password"],
  ["METRICS_TOKEN", "value"],
  ["OIDC_CLIENT_SECRET", "value"],
  ...platforms.flatMap(({ secrets }) => Object.entries(secrets)),
]);

const chatPlatforms = platforms.filter(({ kind }) => kind === "chat");

/** Reads the environment: all of it, or every fault at once. A variable that is empty counts as not set. */
export const readEnv = (source: GivenVariables): EnvReading => {
  const given: GivenVariables = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = source[name]?.trim();
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  const wrong = Object.entries(schemas).filter(([name, schema]) => !schema.safeParse(given[name]).success);
  const faults = [
    ...wrong.map(([name, schema]) => fault(name, given, schema.description ?? "")),
    ...crossFaults(given),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, env: envOf(given) };
};

/** A fault as one sentence. */
export const faultSentence = ({ variable, value, expected }: EnvFault): string =>
  value === null ? `${variable} is not set: expected ${expected}.` : `${variable} is ${value}: expected ${expected}.`;

const fault = (variable: string, given: GivenVariables, expected: string): EnvFault => {
  const value = given[variable];
  if (value === undefined) return { variable, value: null, expected };
  return {
    variable,
    value: variable in secretKinds ? "set to something else (not shown)" : JSON.stringify(value),
    expected,
  };
};

/** What only several variables together can get wrong. It looks at presence alone, so it works beside other faults. */
const crossFaults = (given: GivenVariables): readonly EnvFault[] => {
  const faults = platforms
    .flatMap((platform) => platform.conflicts(given))
    .map(({ variable, expected }) => fault(variable, given, expected));
  faults.push(...oidcFaults(given));
  const { PLAYGROUND: playground, HOST: host } = given;
  if (opensPlayground(given) && host !== undefined && !isLoopback(host))
    faults.push(fault("HOST", given, "127.0.0.1, since the playground lets anybody act as anybody; or PLAYGROUND=off"));
  if (opensPlayground(given) && given.PUBLIC_URL !== undefined)
    faults.push(
      fault(
        "PUBLIC_URL",
        given,
        "no public address, since the playground answers this machine alone; or PLAYGROUND=off",
      ),
    );
  const real = chatPlatforms
    .flatMap(({ secrets }) => Object.keys(secrets))
    .filter((name) => given[name] !== undefined)
    .join(", ");
  if (playground === "on" && real !== "")
    faults.push(fault("PLAYGROUND", given, `off, since ${real} opens the desk to real people`));
  return faults;
};

const oidcVariables = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** An identity provider needs all three variables. Requiring it without them would lock the staff out. */
const oidcFaults = (given: GivenVariables): readonly EnvFault[] => {
  const isWanted = given["OIDC_REQUIRED"] === "on" || oidcVariables.some((name) => given[name] !== undefined);
  return isWanted
    ? oidcVariables
        .filter((name) => given[name] === undefined)
        .map((name) => fault(name, given, "a value, since another OIDC variable is set"))
    : [];
};

/** The playground is on if it is asked for, and if no chat platform is set up and nothing else is said. */
const opensPlayground = ({ PLAYGROUND: playground, ...given }: GivenVariables): boolean =>
  playground === undefined
    ? chatPlatforms.every(({ switchedOnBy }) => given[switchedOnBy] === undefined)
    : playground === "on";

/** The platforms whose variables switch them on. */
const platformsOf = (given: GivenVariables): Env["platforms"] =>
  Object.fromEntries(
    platforms.flatMap((platform) => {
      const isOn = platform.kind !== "demo" || opensPlayground(given);
      const configured = isOn ? platform.configure(given) : null;
      return configured === null ? [] : [[platform.name, configured]];
    }),
  );

const envOf = (given: GivenVariables): Env => {
  const own = ownSchema.parse(given);
  return {
    databaseUrl: own.DATABASE_URL ?? null,
    dataDir: own.DATA_DIR,
    deskFile: own.DESK_FILE ?? null,
    host: own.HOST,
    port: own.PORT,
    hostNames: [own.HOST, url(own.PUBLIC_URL ?? "")?.hostname ?? ""].flatMap((name) => name.toLowerCase() || []),
    publicUrl: own.PUBLIC_URL ?? null,
    metricsToken: own.METRICS_TOKEN ?? null,
    oidc:
      own.OIDC_ISSUER === undefined || own.OIDC_CLIENT_ID === undefined || own.OIDC_CLIENT_SECRET === undefined
        ? null
        : {
            issuer: own.OIDC_ISSUER,
            clientId: own.OIDC_CLIENT_ID,
            clientSecret: own.OIDC_CLIENT_SECRET,
            isRequired: own.OIDC_REQUIRED === "on",
          },
    mailAuthServer: own.MAIL_AUTH_SERVER ?? null,
    platforms: platformsOf(given),
    playground: opensPlayground(given),
    logLevel: own.LOG_LEVEL,
    secrets: secretsIn(given),
  };
};

/** Shorter values are ordinary words: removing them would make the log unreadable. */
const SHORTEST_SECRET = 8;

/** The text without the escapes of an address. A text with a wrong escape stays as it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const secretsIn = (given: GivenVariables): readonly string[] => {
  const of = (kind: SecretKind): readonly string[] =>
    Object.keys(secretKinds)
      .filter((name) => secretKinds[name] === kind)
      .map((name) => given[name] ?? "");
  const passwords = of("password").map((address) => url(address)?.password ?? "");
  const all = [...of("value"), ...passwords.flatMap((password) => [password, decoded(password)])];
  return all.filter((each) => each.length >= SHORTEST_SECRET);
};
