import { errorKind } from "../../src/chat/error-kind.ts";
import { LogLevel, type Logger } from "@slack/bolt";
import type { Log, LogFacts } from "../../src/chat/port.ts";
import { slackErrorOf } from "./errors.ts";

/**
 * What Slack's libraries say, by how it begins, and what it is called in our log. What follows may be an address, a channel's
 * name, a token or what a person wrote, so nothing of it is kept.
 */
const events: readonly (readonly [beginning: string, event: string])[] = [
  ["Slack API error: ", "callRefused"],
  ["HTTP error ", "callFailed"],
  ["http request failed", "callFailed"],
  ["Rate limited", "rateLimited"],
  ["API Call failed due to rate limiting", "rateLimited"],
  ["An incoming event was not acknowledged", "notAcknowledged"],
  ["ack() has already been called", "acknowledgedTwice"],
  ["An unhandled error occurred", "notHandled"],
  ["Authorization of incoming event did not succeed", "notAuthorized"],
  ["Could not determine the type of an incoming event", "unknownEvent"],
  ["Failed to retrieve a new WSS URL", "noConnection"],
  ["apps.connections.open did not return a URL", "noConnection"],
  ["Failed to send a WebSocket message", "notSent"],
  ["Failed to send a message as the client", "notSent"],
  ["Failed to send ping to Slack", "pingFailed"],
  ["WebSocket not available, skipping ping", "pingFailed"],
  ["A ping wasn't received", "pingMissed"],
  ["A pong wasn't received", "pongMissed"],
  ["WebSocket error", "connectionFailed"],
  ["Peer did not complete the close handshake", "closedLate"],
  ["Expected CloseEvent", "unexpectedFrame"],
  ["Expected ErrorEvent", "unexpectedFrame"],
  ["Expected MessageEvent", "unexpectedFrame"],
];

/** Whether the libraries still begin so is seen by a test. */
export const knownBeginnings: readonly string[] = events.map(([beginning]) => beginning);

const eventOf = (said: readonly unknown[]): string => {
  const texts = said.filter((each) => typeof each === "string");
  const known = events.find(([beginning]) => texts.some((text) => text.startsWith(beginning)));
  return known?.[1] ?? "unknown";
};

/** What Slack or the network calls the error, where one came along. */
const errorIn = (said: readonly unknown[]): { readonly err?: string } => {
  const error = said.find((each) => each instanceof Error);
  return error === undefined ? {} : { err: slackErrorOf(error) ?? errorKind(error) };
};

/** Slack's libraries report to our log, by a fixed name. Their debug output holds whole payloads, so it goes nowhere. */
export const sdkLogger = (log: Log): Logger => {
  const about = (level: string, said: readonly unknown[]): LogFacts => ({
    from: "slack",
    reported: level,
    what: eventOf(said),
    ...errorIn(said),
  });
  return {
    debug: () => {},
    info: (...said) => log.debug(about("info", said), "slack.library"),
    warn: (...said) => log.warn(about("warn", said), "slack.library"),
    error: (...said) => log.warn(about("error", said), "slack.library"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
};
