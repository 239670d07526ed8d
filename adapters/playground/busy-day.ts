import { randomUUID } from "node:crypto";
import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import type { AdapterDeps } from "../../src/chat/port.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { busyDayTickets, type BusyDayTicket, type BusyDayStep } from "./busy-day-tickets.ts";
import type { Conversations } from "./conversations.ts";
import { createInbound } from "./inbound.ts";
import type { PostedMessage } from "./wire.ts";

/** So long (ms) after one ticket the next one opens. Thirty tickets take three hours of the desk's time. */
const betweenMs = 6 * 60_000;
/** How long (ms) the desk may take for one step. */
const patienceMs = 20_000;

export interface BusyDayDeps extends AdapterDeps {
  readonly conversations: Conversations;
  readonly turnClock: (ms: number, stopped: () => void) => Promise<void>;
}

const triage = "playground:triage";

/** What the buttons and the menus of a card do. */
const actionsOf = ({ parts }: Card): readonly string[] =>
  parts
    .flatMap((part) => (part.part === "buttons" ? [...part.buttons, ...(part.menu?.items ?? [])] : []))
    .flatMap((each) => ("action" in each ? [each.action] : []));

/** The values of a form: those given, and else what it suggests. */
const filled = (form: Form, values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(form.fields.map(({ name, initial }) => [name, values[name] ?? initial]));

/**
 * Fills the playground with a busy day: customers open tickets and the team works on them, by the same buttons and forms
 * as a visitor. The desk's clock moves between them. `loaded` is called after each ticket. Rejects if a step fails.
 */
export const loadBusyDay = async (deps: BusyDayDeps, loaded: (tickets: number, of: number) => void): Promise<void> => {
  const { conversations, turnClock } = deps;
  // The visitor pressed none of these buttons, so the private answers are not for them.
  const live = { ...conversations.live, sayTo: () => undefined };
  const inbound = createInbound(deps, { ...conversations, live });
  /** The card about a ticket in a channel; of the newest ticket after `after` if none is given. */
  const cardIn = (channel: ChannelRef, ticket: number | null, after = 0): PostedMessage | undefined =>
    conversations.store
      .messages([channel])
      .findLast(
        (each) =>
          each.body.kind === "card" &&
          each.thread === null &&
          each.ticket !== null &&
          each.ticket > after &&
          (ticket ?? each.ticket) === each.ticket,
      );
  /** Looks after each message that is posted or edited, until it finds something. */
  const until = async <Found>(what: string, look: () => Found | undefined): Promise<Found> => {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    const again = (): void => {
      const found = look();
      if (found !== undefined) resolve(found);
    };
    const leave = conversations.live.watch(({ event }) => void (event === "message" && again()));
    const timer = setTimeout(() => reject(new Error(`the busy day waited in vain for ${what}`)), patienceMs);
    again();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      leave();
    }
  };
  /** Does something, and waits until the team sees it. */
  const seen = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    let changes = 0;
    const leave = conversations.live.watch(
      (live) => void (live.event === "message" && live.message.channel === triage && (changes += 1)),
    );
    try {
      await act();
      await until(what, () => (changes > 0 ? true : undefined));
    } finally {
      leave();
    }
  };
  const send = async (form: Form, as: UserRef, channel: ChannelRef, values: Readonly<Record<string, string>>) => {
    const sent = filled(form, values);
    const answer = await inbound.submit({
      key: randomUUID(),
      as,
      channel,
      thread: null,
      action: form.action,
      values: sent,
    });
    if (answer.kind === "fieldErrors") throw new Error(`${form.action}: ${Object.keys(answer.errors).join()}`);
  };
  const open = async ({ by, channel, title, severity, text }: BusyDayTicket): Promise<number> => {
    const before = cardIn(channel, null)?.ticket ?? 0;
    const answer = await inbound.say({
      key: randomUUID(),
      as: by,
      channel,
      thread: null,
      text: `/ticket ${title}`,
      files: [],
    });
    if (answer.kind !== "form") throw new Error(`"${title}" opened no form`);
    await seen(title, () => send(answer.form, by, channel, { severity, description: text }));
    const card = await until(title, () => cardIn(channel, null, before));
    return card.ticket ?? 0;
  };
  const press = async (
    ticket: number,
    channel: ChannelRef,
    { as, verb, values }: Extract<BusyDayStep, { verb: string }>,
  ) => {
    const action = await until(`T-${ticket}'s button "${verb}"`, () => {
      const card = cardIn(channel, ticket);
      return card?.body.kind === "card"
        ? actionsOf(card.body.card).find((each) => each.startsWith(`${verb} `))
        : undefined;
    });
    const answer = await inbound.press({ key: randomUUID(), as, channel, thread: null, action });
    if (answer.kind === "form") await send(answer.form, as, channel, values ?? {});
  };
  const take = async (ticket: number, { channel }: BusyDayTicket, step: BusyDayStep): Promise<void> => {
    if ("verb" in step) return press(ticket, triage, step);
    const { id: thread } = await until(`T-${ticket} in its channel`, () => cardIn(channel, ticket));
    await inbound.say({ key: randomUUID(), as: step.as, channel, thread, text: step.says, files: [] });
  };
  for (const [at, story] of busyDayTickets.entries()) {
    const ticket = await open(story);
    for (const step of story.steps) await seen(story.title, () => take(ticket, story, step));
    await turnClock(betweenMs, () => undefined);
    loaded(at + 1, busyDayTickets.length);
  }
};
