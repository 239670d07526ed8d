import type { Instant } from "../../../src/sla/instant.ts";
import { errorKind } from "../../../src/chat/error-kind.ts";
import type { App } from "@slack/bolt";
import type { Log } from "../../../src/chat/port.ts";
import { isWithin, payloadAtMost } from "../../../src/chat/reading/is-within.ts";
import type { Refusals } from "../../../src/chat/refusals.ts";

import { payloadSchema } from "../inbound/inbound.ts";
import type { RefusedEvents } from "./refused-events.ts";
import { foreignIn, type Foreign, type Home } from "./origin.ts";

/** The answer that Slack must get to a payload. */
export type Receipt =
  /** Received; `response` is sent back. */
  | { readonly kind: "received"; readonly response: unknown }
  /** No payload that Slack would send. */
  | { readonly kind: "malformed" }
  /** It could not be stored: Slack must send it again, or show the person a failure. */
  | { readonly kind: "failed" };

/** A payload on its way through Bolt. */
export interface Envelope {
  readonly body: unknown;
  readonly retry: number | null;
}

/** A listener could not store a payload. Any other error of Bolt is about the payload itself. */
export class NotStored extends Error {}

/** The checks that every payload must pass. */
export interface PayloadChecks {
  readonly log: Log;
  readonly home: () => Home | null;
  /** Counts a request until it is answered; null if it must be refused. */
  readonly admit: (isRepeated: boolean) => (() => void) | null;
  readonly now: () => Instant;
  readonly refusals: Refusals;
  readonly refusedEvents: RefusedEvents;
}

/**
 * Acknowledges a foreign payload, so that Slack neither repeats it nor disables the events. A person who typed a
 * command reads why nothing happened, in the acknowledgement only.
 */
const refuse = (why: Foreign, payload: object, refusals: Refusals): Receipt => {
  const reason = why === "another app" ? "otherApp" : "otherWorkspace";
  refusals(reason, { reason: why }, "slack.other-desk");
  const text = "This support desk belongs to another Slack workspace, so nothing was done.";
  return { kind: "received", response: "command" in payload ? { response_type: "ephemeral", text } : undefined };
};

/**
 * Passes a payload through Bolt and returns the answer that Slack may get. Bolt acknowledges an event before its listeners
 * run, so that acknowledgement is only stored. Slack gets it when the listeners end without an error.
 */
export const receive = async (app: App, checks: PayloadChecks, envelope: Envelope): Promise<Receipt> => {
  const { body } = envelope;
  if (!isWithin(body, payloadAtMost)) {
    checks.refusals("tooComplex", {}, "slack.payload-refused");
    return { kind: "malformed" };
  }
  // Slack repeats events only.
  const isEvent = typeof body === "object" && body !== null && "event" in body;
  const receipt = await admitted(app, { checks, isEvent, envelope });
  if (isEvent && receipt.kind === "failed") checks.refusedEvents.refused(body);
  if (isEvent && receipt.kind === "received") checks.refusedEvents.received(body, envelope.retry);
  return receipt;
};

const admitted = async (
  app: App,
  {
    checks,
    isEvent,
    envelope,
  }: { readonly checks: PayloadChecks; readonly isEvent: boolean; readonly envelope: Envelope },
): Promise<Receipt> => {
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
      ack: async (given: unknown) => {
        response = given;
      },
      ...(retry === null ? {} : { retryNum: retry }),
    });
    return { kind: "received", response };
  } catch (error) {
    const about = { err: errorKind(error) };
    if (!(error instanceof NotStored)) {
      log.warn(about, "slack.payload-failed");
      return { kind: "malformed" };
    }
    log.error(about, "slack.payload-unrecorded");
    return { kind: "failed" };
  }
};
