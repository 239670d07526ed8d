import type { Card } from "../../../src/chat/card.ts";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import type { AnswerFileOnPage, CastMember, Channel, PostedMessage, Snapshot } from "../wire.ts";
import { pageTexts } from "./texts.ts";
import type { PageTexts } from "./texts/en.ts";

/** A private answer. Only the page remembers it. */
export interface PrivateNote {
  readonly id: string;
  readonly to: UserRef;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly at: number;
  readonly body: { readonly card: Card; readonly files?: readonly AnswerFileOnPage[] } | { readonly text: string };
}

/** A form on the screen, and where it was opened. */
export interface OpenForm {
  /** One key for all attempts to send it, so that a form is accepted once. */
  readonly key: string;
  readonly form: Form;
  readonly as: UserRef;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly errors: FieldErrors;
  readonly sending: boolean;
  readonly failed: boolean;
}

export interface OpenConfirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly act: () => void;
}

export interface Toast {
  readonly id: string;
  /** In the language of the current person, who may change while it is shown. */
  readonly text: (texts: PageTexts) => string;
  readonly detail: string | null;
  readonly go: (() => void) | null;
}

export type Pane = "people" | "conversation" | "activity";
/** The steps of the guide. Each is ticked off when the visitor did it. */
export const guideSteps = ["ask", "answer", "clock"] as const;
export type GuideStep = (typeof guideSteps)[number];
export type Theme = "auto" | "light" | "dark";

/** The state of the page. Only `change` changes it. */
export interface State {
  readonly me: UserRef;
  readonly snapshot: Snapshot;
  readonly messages: ReadonlyMap<string, PostedMessage>;
  readonly channel: ChannelRef;
  readonly openThreads: ReadonlySet<string>;
  readonly notes: readonly PrivateNote[];
  readonly form: OpenForm | null;
  readonly confirm: OpenConfirm | null;
  readonly ticket: number | null;
  readonly inspection: { readonly ticket: number; readonly cards: readonly Card[] } | null;
  readonly toasts: readonly Toast[];
  readonly pane: Pane;
  readonly online: boolean;
  /** The desk's time, and the `performance.now` at which it was that. */
  readonly clock: { readonly desk: number; readonly at: number };
  /** The clock is moving forward, with a stop at every due moment. */
  readonly turning: boolean;
  readonly guide: boolean;
  readonly done: ReadonlySet<GuideStep>;
  /** How many tickets of the busy day are loaded; null if it is not being loaded. */
  readonly busyDay: { readonly tickets: number; readonly of: number } | null;
  readonly theme: Theme;
  /** New messages arrived below the visible part, because the visitor scrolled up. */
  readonly newBelow: boolean;
  /** The message to which a link led. */
  readonly marked: string | null;
  /** The message that is being edited. */
  readonly editing: string | null;
}

let state: State;
let draw: (state: State) => void = () => undefined;
let drawing = false;

export const current = (): State => state;

/** Changes the state and draws it with the next frame. */
export const change = (patch: Partial<State>): void => {
  state = { ...state, ...patch };
  redraw();
};

/** Draws with the next frame. */
export const redraw = (): void => {
  if (drawing) return;
  drawing = true;
  // A hidden tab gets no animation frames, but must be up to date when it is shown.
  const later = document.hidden ? (work: () => void) => setTimeout(work, 0) : requestAnimationFrame;
  later(() => {
    drawing = false;
    draw(state);
  });
};

/** Draws before the next key press. */
export const drawNow = (): void => draw(state);

/** Starts with this state, drawn by `how`. */
export const begin = (initial: State, how: (state: State) => void): void => {
  state = initial;
  draw = how;
  redraw();
};

export const deskNow = ({ clock }: State): number => clock.desk + (performance.now() - clock.at);

export const actorOf = (at: State, user: UserRef): CastMember | undefined =>
  at.snapshot.cast.find((each) => each.user === user);

/** The person as whom the visitor acts. */
export const me = (at: State): CastMember => {
  const found = actorOf(at, at.me);
  if (found === undefined) throw new Error(`the cast has no member ${at.me}`);
  return found;
};

export const channelOf = (at: State, channel: ChannelRef): Channel | undefined =>
  at.snapshot.channels.find((each) => each.channel === channel);

export const textsFor = (at: State): PageTexts => pageTexts[me(at).locale];
