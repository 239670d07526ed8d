import type { TextFile } from "../../../src/chat/answer.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import type { CastMember, Channel, PostedMessage, Snapshot } from "../wire.ts";
import { words } from "./words.ts";
import type { Words } from "./words/en.ts";

/** An answer only one person sees. The page remembers it, the platform does not. */
export interface PrivateNote {
  readonly id: string;
  readonly to: UserRef;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly at: number;
  readonly body: { readonly card: Card; readonly files?: readonly TextFile[] } | { readonly text: string };
}

/** A form on the screen, and where it was asked for. */
export interface OpenForm {
  /** One key for all attempts to send it: a form is taken once. */
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
  /** In the language of the person acted as, who may change while it shows. */
  readonly text: (said: Words) => string;
  readonly detail: string | null;
  readonly go: (() => void) | null;
}

export type Pane = "people" | "conversation" | "activity";
export type Theme = "auto" | "light" | "dark";

/** All that the page knows. Changed only through `change`. */
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
  /** The desk's time, and when (by `performance.now`) it was that. */
  readonly clock: { readonly desk: number; readonly at: number };
  /** The clock is being turned: it stops at every due moment on the way. */
  readonly turning: boolean;
  readonly guide: boolean;
  readonly theme: Theme;
  /** Messages arrived below what the reader, who scrolled up, has in sight. */
  readonly newBelow: boolean;
  /** The message a link led to. */
  readonly marked: string | null;
  /** The message whose words are being changed. */
  readonly editing: string | null;
}

let state: State;
let draw: (state: State) => void = () => undefined;
let drawing = false;

export const current = (): State => state;

/** Changes what the page knows and draws it once, with the next frame. */
export const change = (patch: Partial<State>): void => {
  state = { ...state, ...patch };
  redraw();
};

/** Draws with the next frame. */
export const redraw = (): void => {
  if (drawing) return;
  drawing = true;
  // A hidden tab gets no animation frames, but should be true when it is looked at.
  const later = document.hidden ? (work: () => void) => setTimeout(work, 0) : requestAnimationFrame;
  later(() => {
    drawing = false;
    draw(state);
  });
};

/** Draws before the next key can be pressed. */
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

/** The person acted as. */
export const me = (at: State): CastMember => {
  const found = actorOf(at, at.me);
  if (found === undefined) throw new Error(`nobody called ${at.me}`);
  return found;
};

export const channelOf = (at: State, channel: ChannelRef): Channel | undefined =>
  at.snapshot.channels.find((each) => each.channel === channel);

export const wordsOf = (at: State): Words => words[me(at).locale];
