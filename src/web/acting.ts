import type { Core } from "../chat/port.ts";
import type { Card } from "../chat/card.ts";
import type { FieldErrors, Form } from "../chat/form.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { AnswerFile, AnswerPrivately } from "../chat/answer.ts";
import type { Instant } from "../sla/instant.ts";
import { setNewest } from "../chat/bounded-map.ts";
import { answerLivesMs, type Answers } from "./answers.ts";
import type { ChannelRef, FileRef, UserRef } from "../tickets/refs.ts";

/** Where people act on the web desk. It is a place of its own, so that they need not be in any channel. */
export const webPlace: ChannelRef = "web:desk";

/** What a person did on a page. `key` makes it unique: the same key acts once. `place`: where, if not on the web desk. */
export type Act = {
  readonly key: string;
  readonly person: UserRef;
  readonly name: string;
  readonly place?: ChannelRef;
} & (
  | { readonly kind: "press"; readonly action: string; readonly quote?: string }
  | {
      readonly kind: "submit";
      readonly action: string;
      readonly values: Readonly<Record<string, string>>;
      readonly files?: readonly FileRef[];
    }
  | {
      readonly kind: "write";
      readonly ticket: number;
      readonly text: string;
      readonly files?: readonly FileRef[];
    }
);

/** What Plazo answers. `received`: it is stored, and the answer did not come in time. It is kept when it comes. */
export type Outcome =
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "fieldErrors"; readonly errors: FieldErrors }
  | { readonly kind: "answered"; readonly card: Card; readonly files: readonly AnswerFile[] }
  | { readonly kind: "done" }
  | { readonly kind: "received" }
  | { readonly kind: "busy" };

interface ActingDeps {
  readonly core: Core;
  readonly now: () => Instant;
  readonly answers: Pick<Answers, "keep">;
  /** How long (ms) a page waits for the answer of the inbox. */
  readonly patienceMs: number;
}

const eventOf = (act: Act, at: Instant): InboundEvent => {
  const common = {
    key: `web:${act.person}:${act.key}`,
    at,
    by: { user: act.person, name: act.name },
    channel: act.place ?? webPlace,
  };
  switch (act.kind) {
    case "press":
      return { ...common, kind: "press", action: act.action, ...(act.quote === undefined ? {} : { quote: act.quote }) };
    case "submit": {
      const { action, values, files = [] } = act;
      return { ...common, kind: "submit", action, values, ...(files.length === 0 ? {} : { attached: files }) };
    }
    case "write": {
      const message = { channel: common.channel, id: act.key };
      const { text, ticket, files = [] } = act;
      return { ...common, kind: "message", message, text, ticket, ...(files.length === 0 ? {} : { files }) };
    }
  }
};

/** What people do on the pages. */
export interface Acting {
  /**
   * Does on a page what a button or a form does in chat: the same inbound event goes the same way, so that rights, history
   * and effects are the same.
   */
  perform(act: Act): Promise<Outcome>;
  /** The form that a button opens; null if it opens none. It stores and changes nothing. */
  formOf(act: Act): Form | null;
}

export const usualPatienceMs = 5_000;

/** How many outcomes are kept for forms that are sent again. */
const mostKept = 500;

/**
 * Remembers what became of acts, so that the second sending of one form gets the outcome of the first: the inbox answers an
 * event once. Files are not kept, because they may be large.
 */
const createOutcomes = (now: () => Instant) => {
  const outcomes = new Map<string, { readonly since: Instant; readonly outcome: Promise<Outcome> }>();
  const isFinal = (outcome: Outcome): boolean =>
    outcome.kind === "done" || (outcome.kind === "answered" && outcome.files.length === 0);
  return (key: string, act: () => Promise<Outcome>): Promise<Outcome> => {
    const known = outcomes.get(key);
    if (known !== undefined && now() - known.since < answerLivesMs) return known.outcome;
    const kept = { since: now(), outcome: act() };
    const forget = (): void => {
      if (outcomes.get(key) === kept) outcomes.delete(key);
    };
    setNewest(outcomes, key, kept, mostKept);
    kept.outcome.then((outcome) => {
      if (!isFinal(outcome)) forget();
    }, forget);
    return kept.outcome;
  };
};

export const createActing = ({ core, now, answers, patienceMs }: ActingDeps): Acting => {
  const once = createOutcomes(now);
  return {
    formOf: (act) => {
      const first = core.acknowledge(eventOf(act, now()));
      return first.kind === "form" ? first.form : null;
    },
    perform: async (act) => {
      const inboundEvent = eventOf(act, now());
      const first = core.acknowledge(inboundEvent);
      switch (first.kind) {
        case "form":
          return { kind: "form", form: first.form };
        case "fieldErrors":
          return first;
        case "private":
          return { kind: "answered", card: first.card, files: [] };
        case "ignore":
          return { kind: "done" };
        case "work": {
          const late = (card: Card) => answers.keep(act.key, act.person, card);
          return once(inboundEvent.key, () => store(core, inboundEvent, { patienceMs, late }));
        }
      }
    },
  };
};

const store = async (
  core: Core,
  inboundEvent: InboundEvent,
  { patienceMs, late }: { readonly patienceMs: number; readonly late: (card: Card) => Promise<boolean> },
): Promise<Outcome> => {
  const leave = core.admit?.(false);
  if (leave === null) return { kind: "busy" };
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let isLate = false;
  try {
    const answer: AnswerPrivately = async (card, files = []) => {
      if (!isLate) resolve({ kind: "answered", card, files });
      else if (!(await late(card))) throw new Error("a late answer was not stored");
    };
    const nothing = (): void => resolve({ kind: "done" });
    await core.accept(inboundEvent, Object.assign(answer, { nothing }));
  } finally {
    leave?.();
  }
  const timer = setTimeout(() => {
    isLate = true;
    resolve({ kind: "received" });
  }, patienceMs);
  return promise.finally(() => clearTimeout(timer));
};
