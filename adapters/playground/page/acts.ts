import type { Button, MessageRef } from "../../../src/chat/card.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";
import type { Answer, Live, PostedMessage, Snapshot } from "../wire.ts";
import { api, listen } from "./api.ts";
import { keep, tick } from "./kept.ts";
import { isScrolledUp, showNewest } from "./newest.ts";
import { actorOf, change, channelOf, current, deskNow, me, type OpenForm, type State, type Toast } from "./state.ts";

/** What a visitor can do. */

let closeFeed: () => void = () => undefined;

export const toast = (text: Toast["text"], more: Partial<Toast> = {}): void => {
  const id = crypto.randomUUID();
  change({ toasts: [...current().toasts.slice(-3), { id, text, detail: null, go: null, ...more }] });
  setTimeout(() => dropToast(id), 9_000);
};

export const dropToast = (id: string): void => change({ toasts: current().toasts.filter((each) => each.id !== id) });

/** Shows a private answer to the current person. */
export const note = (
  channel: ChannelRef,
  thread: string | null,
  body: State["notes"][number]["body"],
  { id, amends }: { readonly id: string; readonly amends: boolean } = { id: crypto.randomUUID(), amends: false },
): void => {
  const state = current();
  if (amends || state.notes.some((each) => each.id === id))
    return change({ notes: state.notes.map((each) => (each.id === id ? { ...each, body } : each)) });
  const added = { id, to: state.me, channel, thread, at: deskNow(state), body };
  const openThreads = thread === null ? state.openThreads : new Set([...state.openThreads, thread]);
  change({ notes: [...state.notes, added], openThreads });
  if (thread === null && channel === state.channel) showNewest();
};

export const dropNote = (id: string): void => change({ notes: current().notes.filter((each) => each.id !== id) });

/** Replaces everything that came from the server. */
const take = (snapshot: Snapshot): void => {
  const known = current().ticket;
  change({
    snapshot,
    messages: new Map(snapshot.messages.map((each) => [each.id, each])),
    clock: { desk: snapshot.now, at: performance.now() },
    ticket: known ?? snapshot.tickets[0]?.number ?? null,
  });
  inspectSoon();
  seeSoon();
};

/** What was pushed while each snapshot was loading. It may be newer than the snapshot. */
const underWay = new Set<Live[]>();

/** Loads the state again. Keeps what the server pushes while it loads. */
const refresh = async (): Promise<void> => {
  const meanwhile: Live[] = [];
  underWay.add(meanwhile);
  try {
    const snapshot = await api.state(current().me);
    if (snapshot.me !== current().me) return;
    take(snapshot);
    for (const live of meanwhile) if (live.event !== "clock") put(live);
  } finally {
    underWay.delete(meanwhile);
  }
};

let inspecting: ReturnType<typeof setTimeout> | undefined;
const inspectSoon = (): void => {
  clearTimeout(inspecting);
  inspecting = setTimeout(() => {
    const { ticket, me: as } = current();
    if (ticket === null) return;
    api.inspect(ticket, as).then(
      (cards) => {
        if (current().ticket === ticket && current().me === as) change({ inspection: { ticket, cards } });
      },
      () => undefined,
    );
  }, 120);
};

export const pickTicket = (ticket: number | null): void => {
  if (ticket === null || ticket === current().ticket) return;
  change({ ticket });
  inspectSoon();
};

let seeing: ReturnType<typeof setTimeout> | undefined;
/** Marks what is shown in the open channel as read. */
const seeSoon = (): void => {
  clearTimeout(seeing);
  seeing = setTimeout(() => {
    const state = current();
    const last = [...state.messages.values()].findLast((each) => each.channel === state.channel);
    const unread = state.snapshot.unread[state.me]?.[state.channel] ?? 0;
    if (document.hidden || last === undefined || unread === 0 || (state.pane === "people" && narrow())) return;
    void api.seen({ as: state.me, channel: state.channel, upTo: last.id }).catch(() => undefined);
  }, 150);
};

const narrow = (): boolean => matchMedia("(max-width: 760px)").matches;

/** Applies a pushed change. Applying it twice has the same effect as once. */
const put = (live: Live): void => {
  const state = current();
  switch (live.event) {
    case "message": {
      const { id, channel, thread } = live.message;
      const isBelow = !state.messages.has(id) && channel === state.channel && thread === null && isScrolledUp();
      const newBelow = state.newBelow || isBelow;
      change({ messages: new Map(state.messages).set(id, live.message), newBelow });
      inspectSoon();
      return seeSoon();
    }
    case "unread":
      change({ snapshot: { ...state.snapshot, unread: live.unread } });
      return seeSoon();
    case "tickets": {
      const known = new Set(state.snapshot.tickets.map((each) => each.number));
      // The visitor wants the explanation of a new ticket next.
      const ticket = live.tickets.find((each) => !known.has(each.number))?.number ?? state.ticket;
      change({ snapshot: { ...state.snapshot, tickets: live.tickets }, ticket });
      return inspectSoon();
    }
    case "clock":
      change({ clock: { desk: live.now, at: performance.now() } });
      return inspectSoon();
    case "busyDay":
      if (state.busyDay !== null) change({ busyDay: { tickets: live.tickets, of: live.of } });
      return;
    case "private":
    case "direct":
  }
};

/** Applies what is pushed, and shows each notification once. */
const receive = (live: Live): void => {
  for (const each of underWay) each.push(live);
  put(live);
  const state = current();
  switch (live.event) {
    case "private":
      return note(
        live.channel,
        live.thread,
        { card: live.card, files: live.files },
        { id: live.note, amends: live.amends },
      );
    case "direct": {
      const to = actorOf(state, live.to);
      const looking = state.me === live.to && state.channel === to?.direct;
      // While a busy day is loaded, its many reminders would cover the page.
      if (to === undefined || looking || state.busyDay !== null) return;
      const go = (): void => void actAs(to.user, to.direct).then(() => mark(live.id));
      return toast((texts) => texts.gotDirect(to.name), { detail: live.summary, go });
    }
    case "message":
    case "unread":
    case "tickets":
    case "clock":
    case "busyDay":
  }
};

export const connect = (): void => {
  closeFeed();
  closeFeed = listen(current().me, {
    opened: () => {
      change({ online: true });
      refresh().catch(() => undefined);
    },
    closed: () => change({ online: false }),
    received: receive,
  });
};

const mark = (id: string): void => {
  change({ marked: id });
  setTimeout(() => {
    const found = document.getElementById(`message-${id}`);
    found?.scrollIntoView({ block: "center" });
    found?.focus({ preventScroll: true });
  }, 60);
  setTimeout(() => {
    if (current().marked === id) change({ marked: null });
  }, 2_500);
};

/** Acts as another person, in `channel` or in the first channel that they have. */
export const actAs = async (user: UserRef, channel?: ChannelRef): Promise<void> => {
  if (user !== current().me) {
    const snapshot = await api.state(user);
    const same = snapshot.channels.find((each) => each.channel === current().channel);
    const first = snapshot.channels[0]?.channel ?? current().channel;
    change({ me: user, channel: same?.channel ?? first, form: null, editing: null });
    take(snapshot);
    connect();
    keep("as", user);
  }
  if (channel !== undefined) goTo(channel);
};

export const goTo = (channel: ChannelRef): void => {
  change({ channel, pane: "conversation", newBelow: false });
  keep("channel", channel);
  seeSoon();
};

/** Follows a link to another message. */
export const open = (ref: MessageRef): void => {
  const state = current();
  const message = state.messages.get(ref.id);
  if (channelOf(state, ref.channel) === undefined || message === undefined)
    return toast((texts) => texts.notHere(me(state).name));
  goTo(ref.channel);
  if (message.thread !== null) openThread(message.thread);
  mark(ref.id);
};

export const openThread = (id: string): void => change({ openThreads: new Set([...current().openThreads, id]) });

export const closeThread = (id: string): void =>
  change({ openThreads: new Set([...current().openThreads].filter((each) => each !== id)) });

/** Shows the answer to an act. */
export const answered = (answer: Answer, channel: ChannelRef, thread: string | null): void => {
  if (answer.kind === "private") note(channel, thread, { card: answer.card });
  if (answer.kind === "form")
    change({
      form: {
        key: crypto.randomUUID(),
        form: answer.form,
        as: current().me,
        channel,
        thread,
        errors: {},
        sending: false,
        failed: false,
      },
    });
};

const act = async (
  action: string,
  {
    id,
    channel,
    thread,
    quote,
  }: Pick<PostedMessage, "id" | "channel" | "thread"> & { readonly quote: string | undefined },
): Promise<void> => {
  const key = crypto.randomUUID();
  try {
    const pressed = current().notes.some((each) => each.id === id) ? { note: id } : {};
    answered(await api.press({ key, as: current().me, channel, thread, action, quote, ...pressed }), channel, thread);
    if (channel === "playground:triage") tick("answer");
  } catch {
    toast((texts) => texts.failed);
  }
};

/** Presses a button of a message that is at `at`. */
export const press = (
  button: Pick<Button, "confirm"> & ({ readonly action: string } | { readonly open: MessageRef }),
  at: Pick<PostedMessage, "id" | "channel" | "thread"> & { readonly quote: string | undefined },
): void => {
  if ("open" in button) return open(button.open);
  const go = (): void => void act(button.action, at);
  if (button.confirm === undefined) return go();
  change({ confirm: { ...button.confirm, act: go } });
};

export const submit = async (values: Readonly<Record<string, string>>): Promise<void> => {
  const asked = current().form;
  if (asked === null || asked.sending) return;
  change({ form: { ...asked, sending: true, failed: false } });
  const { key, as, channel, thread } = asked;
  const isFree = (): boolean => [key, undefined].includes(current().form?.key);
  // A person who closed the form sees it again with what failed, but not in place of a form that they opened since.
  const again = (what: Partial<OpenForm>): void => {
    if (isFree()) change({ form: { ...asked, sending: false, ...what } });
    else toast((texts) => texts.failed);
  };
  try {
    const answer = await api.submit({ key, as, channel, thread, action: asked.form.action, values });
    if (answer.kind === "fieldErrors") return again({ errors: answer.errors });
    if (isFree()) change({ form: null });
    answered(answer, channel, thread);
    if (actorOf(current(), as)?.role === "customer") tick("ask");
  } catch {
    again({ failed: true });
  }
};
