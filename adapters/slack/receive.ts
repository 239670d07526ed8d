import type { App } from "@slack/bolt";
import type { Log } from "../../src/chat/port.ts";
import { payloadSchema } from "./inbound.ts";

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

/**
 * Takes a payload through Bolt and says what may be told to Slack. Bolt acknowledges an event before any listener has
 * run, so its acknowledgement is only noted here; Slack hears of it when the listeners are done without an error.
 */
export const receive = async (app: App, log: Log, { body, retry }: Envelope): Promise<Receipt> => {
  const { data } = payloadSchema.safeParse(body);
  if (data === undefined) return { kind: "malformed" };
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
    const about = { error: error instanceof Error ? error.message : "unknown" };
    if (!(error instanceof NotTakenIn)) {
      log.warn(about, "Bolt stumbled over a Slack payload");
      return { kind: "malformed" };
    }
    log.error(about, "a Slack payload could not be taken in");
    return { kind: "failed" };
  }
};
