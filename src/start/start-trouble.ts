import { OperatorError } from "../chat/error-kind.ts";
import type { Env } from "../env.ts";

type Settings = Pick<Env, "host" | "port" | "databaseUrl" | "dataDir">;

/** The codes of an error and of its causes. */
const codesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const parts = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...parts, ...codesOf(error.cause)];
};

const isListening = (error: unknown): boolean =>
  error instanceof Error &&
  (("syscall" in error && (error.syscall === "listen" || error.syscall === "bind")) || isListening(error.cause));

const portTrouble = (codes: readonly string[], { host, port }: Settings): string | null => {
  if (codes.includes("EADDRINUSE"))
    return `PORT ${port} on HOST ${host} is used by another program: end that program, or set PORT to a free port (0: any).`;
  if (codes.includes("EACCES"))
    return `PORT ${port} may not be opened by this user: set PORT to 1024 or higher, and let a proxy use the lower port.`;
  return codes.includes("EADDRNOTAVAIL") || codes.includes("ENOTFOUND")
    ? `HOST ${host} is not an address of this machine: set HOST to 127.0.0.1, 0.0.0.0 or one of its addresses.`
    : null;
};

const unreachable = ["ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "CONNECT_TIMEOUT"];

/** The host of DATABASE_URL, without user and password. */
const serverOf = (url: string): string => URL.parse(url)?.host ?? "";

const postgresTrouble = (codes: readonly string[], url: string): string | null => {
  const has = (...wanted: readonly string[]): boolean => wanted.some((each) => codes.includes(each));
  const server = serverOf(url);
  if (has("ENOTFOUND", "EAI_AGAIN"))
    return `DATABASE_URL names the server ${server}, which cannot be resolved: correct the name, or repair the network.`;
  if (has(...unreachable))
    return `DATABASE_URL names the server ${server}, which does not answer: start Postgres there, or correct the address.`;
  if (has("28P01", "28000"))
    return `DATABASE_URL: Postgres on ${server} refuses its user or password: correct them in the address.`;
  if (has("3D000"))
    return `DATABASE_URL: there is no database "${URL.parse(url)?.pathname.slice(1) ?? ""}" on ${server}: create it, or correct the name.`;
  return has("57P03", "53300")
    ? `DATABASE_URL: Postgres on ${server} accepts no connection now (it is starting, or has too many): try again in a moment.`
    : null;
};

/** Explains why a start failed: the variable and the remedy. Null if the error itself must be read. */
export const startTrouble = (error: unknown, settings: Settings): string | null => {
  if (error instanceof OperatorError) return error.message;
  const codes = codesOf(error);
  if (isListening(error)) return portTrouble(codes, settings);
  return settings.databaseUrl === null ? null : postgresTrouble(codes, settings.databaseUrl);
};
