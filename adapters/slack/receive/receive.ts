import type { Instant } from "../../../src/sla/instant.ts";
import { errorKind } from "../../../src/chat/error-kind.ts";
import type { App } from "@slack/bolt";
import type { Log } from "../../../src/chat/port.ts";
import { isWithin, payloadAtMost } from "../../../src/chat/reading/is-within.ts";
import type { Refusals } from "../../../src/chat/refusals.ts";

import { payloadSchema } from "../inbound/inbound.ts";
import { foreignIn, type Foreign, type Home } from "./origin.ts";

/** What is to be told to Slack about a payload. */
export type Receipt =
  /** Received; `response` goes back with it. */
  | { readonly kind: "received"; readonly response: unknown }
  /** Not one of Slack's payloads as we know them. */
  | { readonly kind: "malformed" }
  /** Could not be recorded: Slack must bring it again, or tell the person that it failed. */
  | { readonly kind: "failed" };

/** A payload on its way through Bolt. */
export interface Envelope {
  readonly body: unknown;
  readonly retry: number | null;
}

/** Thrown where a listener could not take a payload in; anything else that Bolt throws is about the payload itself. */
export class NotTakenIn extends Error {}

/** What every payload has to pass. */
export interface PayloadChecks {
  readonly log: Log;
  readonly home: () => Home | null;
  /** Counts a request until it is answered; null where it must be refused. */
  readonly admit: (isRepeated: boolean) => (() => void) | null;
  readonly now: () => Instant;
  readonly refusals: Refusals;
}

/**
 * Slack is told "received", so that it neither repeats the payload nor switches our events off. A person who typed a command
 * reads why nothing happens; that goes back with the acknowledgement and so to no other address.
 */
const refuse = (why: Foreign, payload: object, refusals: Refusals): Receipt => {
  const reason = why === "another app" ? "otherApp" : "otherWorkspace";
  refusals(reason, { reason: why }, "slack.other-desk");
  const text = "This support desk belongs to another Slack workspace, so nothing was done.";
  return { kind: "received", response: "command" in payload ? { response_type: "ephemeral", text } : undefined };
};

/**
 * Takes a payload through Bolt and says what may be told to Slack. Bolt acknowledges an event before any listener has
 * run, so its acknowledgement is only noted here; Slack hears of it when the listeners are done without an error.
 */
export const receive = async (app: App, checks: PayloadChecks, envelope: Envelope): Promise<Receipt> => {
  const { body } = envelope;
  if (!isWithin(body, payloadAtMost)) {
    checks.refusals("tooComplex", {}, "slack.payload-refused");
    return { kind: "malformed" };
  }
  // Slack repeats events and nothing else.
  const isEvent = typeof body === "object" && body !== null && "event" in body;
  const leave = checks.admit(isEvent);
  if (leave === null) return { kind: "failed" };
  try {
    return await pass(app, checks, envelope);
  } finally {
    leave();
  }
};

const pass = async (app: App, { log, home, refusals }: PayloadChecks, { body, retry }: Envelope): Promise<Receipt> => {
  const { data } = payloadSchema.safeParse(body);
  if (data === undefined) return { kind: "malformed" };
  const ours = home();
  const foreign = ours === null ? null : foreignIn(body, ours);
  if (foreign !== null) return refuse(foreign, data, refusals);
  let response: unknown;
  try {
    await app.processEvent({
      body: data,
      ack: async (said: unknown) => {
        response = said;
      },
      ...(retry === null ? {} : { retryNum: retry }),
    });
    return { kind: "received", response };
  } catch (error) {
    const about = { err: errorKind(error) };
    if (!(error instanceof NotTakenIn)) {
      log.warn(about, "slack.payload-failed");
      return { kind: "malformed" };
    }
    log.error(about, "slack.payload-unrecorded");
    return { kind: "failed" };
  }
};
