import { errorKind } from "../../src/chat/error-kind.ts";
import { LogLevel, type Logger } from "@slack/bolt";
import type { Log } from "../../src/chat/port.ts";

const words = (said: readonly unknown[]): string =>
  said
    .map((each) => (each instanceof Error ? errorKind(each) : typeof each === "string" ? each.slice(0, 200) : ""))
    .filter((each) => each !== "")
    .join(" ");

/** Slack's libraries speak through our log. Their debug output holds whole payloads, so it goes nowhere. */
export const sdkLogger = (log: Log): Logger => ({
  debug: () => {},
  info: (...said) => log.debug({ from: "slack" }, words(said)),
  warn: (...said) => log.warn({ from: "slack" }, words(said)),
  error: (...said) => log.warn({ from: "slack" }, words(said)),
  setLevel: () => {},
  getLevel: () => LogLevel.INFO,
  setName: () => {},
});
