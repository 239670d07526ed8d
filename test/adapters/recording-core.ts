import type { AnswerPrivately, FirstAnswer } from "../../src/chat/answer.ts";
import type { Card, MessageRef } from "../../src/chat/card.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { Form } from "../../src/chat/form.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { Core } from "../../src/chat/port.ts";

/** A core without a bot: it gives the answers that the test sets, and records every inbound event. */
export interface RecordingCore extends Core {
  answer: (inboundEvent: InboundEvent) => FirstAnswer;
  admit: (isRepeated: boolean) => (() => void) | null;
  readonly met: InboundEvent[];
  /** Committed inbound events by key, as the inbox keeps them. */
  readonly accepted: Map<string, InboundEvent>;
  readonly answers: AnswerPrivately[];
  /** How many of the next events it fails to store, as if the database were unreachable. */
  failing: number;
  /** Resolves when this many inbound events have been accepted. */
  until(count: number): Promise<void>;
}

/** Makes a core for adapter tests. By default it answers every inbound event with "work". */
export const recordingCore = (): RecordingCore => {
  const waiting: { count: number; done: () => void }[] = [];
  const core: RecordingCore = {
    answer: () => ({ kind: "work" }),
    admit: () => () => {},
    met: [],
    accepted: new Map(),
    answers: [],
    failing: 0,
    acknowledge: (inboundEvent) => {
      core.met.push(inboundEvent);
      return core.answer(inboundEvent);
    },
    accept: async (inboundEvent, answer) => {
      // A commit takes at least one turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      if (core.failing > 0) {
        core.failing -= 1;
        throw new Error("the database is away");
      }
      if (core.accepted.has(inboundEvent.key)) return;
      core.accepted.set(inboundEvent.key, inboundEvent);
      if (answer !== undefined) core.answers.push(answer);
      for (const each of waiting) if (core.accepted.size >= each.count) each.done();
    },
    until: (count) =>
      core.accepted.size >= count ? Promise.resolve() : new Promise((done) => waiting.push({ count, done })),
  };
  return core;
};

/** A card of one sentence. */
export const plainCard = (text: string): Card => ({
  summary: text,
  parts: [{ part: "text", lines: [[{ t: "text", text }]] }],
});

/** The reference of a delivery that must have succeeded. */
export const delivered = (delivery: Delivery): MessageRef => {
  if (!delivery.ok) throw new Error(`not delivered: ${delivery.failure.kind}, ${delivery.failure.why}`);
  return delivery.ref;
};

/** A form of two questions. */
export const smallForm: Form = {
  action: "open acme",
  title: "New ticket",
  submit: "Send",
  cancel: "Cancel",
  fields: [
    { kind: "line", name: "title", label: "Title", required: true, maxLength: 100, initial: "" },
    {
      kind: "radio",
      name: "severity",
      label: "Severity",
      required: true,
      choices: [
        { value: "high", label: "High" },
        { value: "low", label: "Low" },
      ],
      initial: "",
    },
  ],
};

/** A card with a button and a menu. */
export const claimable: Card = {
  summary: "T-1042",
  parts: [
    {
      part: "buttons",
      label: "Ticket",
      buttons: [{ action: "claim 1042", label: "Claim", style: "primary" }],
      menu: {
        label: "More",
        items: [
          { action: "note 1042", label: "Note" },
          { action: "assign 1042", label: "Assign" },
        ],
      },
    },
  ],
};
