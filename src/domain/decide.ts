import type { Account, Desk } from "./desk.ts";
import { isOwn, may, standingOf, type Standing } from "./may.ts";
import type { Actor, Command, Decision, Event, Refusal, Repromised } from "./messages.ts";
import { noticeAfter, noticesFor } from "./notices.ts";
import { openTicket } from "./open-ticket.ts";
import { plan, runningClocks } from "./plan.ts";
import { promiseFor, repromise, samePromise } from "./promise.ts";
import type { Place } from "./refs.ts";
import { severityOf, type Clock, type Ticket } from "./ticket.ts";

type Change = Exclude<Command, { type: "open" }>;
type By = Extract<Actor, { kind: "person" }>;
/** A fact without who and when, which every fact of one decision shares. */
type Fact = Event extends infer E ? (E extends Event ? Omit<E, "at" | "by"> : never) : never;

const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

const accept = (command: Command, ...facts: readonly Fact[]): Decision => ({
  ok: true,
  events: facts.map((fact) => ({ ...fact, at: command.at, by: command.by })),
});

const accountOf = (ticket: Ticket, desk: Desk): Account | null =>
  ticket.account === null ? null : (desk.accounts[ticket.account] ?? null);

const samePlace = (one: Place, other: Place): boolean =>
  one.kind === "channel"
    ? other.kind === "channel" && one.channel === other.channel
    : other.kind === "person" && one.user === other.user;

/** New promises for the clocks whose terms changed; clocks that keep theirs are not named. */
const repromiseAll = (clocks: readonly Clock[], anew: (clock: Clock) => Repromised[keyof Repromised]): Repromised =>
  Object.fromEntries(
    clocks.flatMap((clock) => {
      const promise = anew(clock) ?? null;
      return promise !== null && samePromise(promise, clock.promise) ? [] : [[clock.kind, promise]];
    }),
  );

/**
 * Whether the person may do this to this ticket. "Not yours" reads the same as "not there", so that ticket numbers tell
 * a stranger nothing.
 */
const forbidden = (ticket: Ticket | null, command: Command, by: By, standing: Standing): Refusal | null => {
  const allowed = may(standing, command.type);
  if (allowed === "no") return { reason: "notAllowed" };
  if (command.type === "open") return null;
  if (ticket === null) return { reason: "noSuchTicket" };
  if (allowed === "own" && standing.is === "customer" && !isOwn(by.user, standing.account, ticket))
    return { reason: "noSuchTicket" };
  return null;
};

const claim = (ticket: Ticket, command: Change, standing: Standing, desk: Desk): Decision => {
  if (standing.is !== "staff") return refuse({ reason: "notAllowed" });
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.assignee === standing.person.key) return refuse({ reason: "alreadyThat", what: "claimed" });
  if (ticket.assignee !== null)
    return refuse({ reason: "alreadyClaimed", by: desk.people[ticket.assignee]?.name ?? ticket.assignee });
  return accept(command, { type: "assigned", person: standing.person.key, claimed: true });
};

const assign = (ticket: Ticket, command: Extract<Change, { type: "assign" }>, desk: Desk): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (command.person !== null && desk.people[command.person] === undefined)
    return refuse({ reason: "noSuchPerson", name: command.person });
  if (ticket.assignee === command.person) return refuse({ reason: "alreadyThat", what: "assignee" });
  return accept(command, { type: "assigned", person: command.person, claimed: false });
};

const setSeverity = (ticket: Ticket, command: Extract<Change, { type: "setSeverity" }>, desk: Desk): Decision => {
  if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
  if (ticket.confirmedSeverity === command.severity) return refuse({ reason: "alreadyThat", what: "severity" });
  const from = severityOf(ticket);
  const promises =
    from === command.severity
      ? {}
      : repromiseAll(runningClocks(ticket), (clock) =>
          repromise(desk, accountOf(ticket, desk), command.severity, clock, command.at),
        );
  return accept(command, { type: "severitySet", from, to: command.severity, promises });
};

const setAccount = (ticket: Ticket, command: Extract<Change, { type: "setAccount" }>, desk: Desk): Decision => {
  const account = desk.accounts[command.account];
  if (account === undefined) return refuse({ reason: "noSuchAccount", name: command.account });
  if (ticket.account === account.key) return refuse({ reason: "alreadyThat", what: "account" });
  const promises = repromiseAll(runningClocks(ticket), (clock) =>
    repromise(desk, account, severityOf(ticket), clock, command.at),
  );
  return accept(command, { type: "accountSet", from: ticket.account, to: account.key, promises });
};

const reply = (ticket: Ticket, command: Extract<Change, { type: "reply" }>): Decision => {
  if (command.text.trim() === "") return refuse({ reason: "emptyText" });
  if (command.readers !== undefined && !samePlace(command.readers, ticket.conversation))
    return refuse({ reason: "readersChanged" });
  return accept(command, { type: "replied", text: command.text, alreadyPosted: command.alreadyPosted });
};

/** Only the highest step that fell due goes out; the lower ones are overtaken. */
const remind = (ticket: Ticket, command: Extract<Change, { type: "remind" }>, desk: Desk): Decision => {
  const due = plan(ticket).filter(
    (each) => each.clock === command.clock && each.cycle === command.cycle && each.at <= command.at,
  );
  const last = due.at(-1);
  const clock = ticket.clocks.find((each) => each.kind === command.clock && each.cycle === command.cycle);
  const step = clock?.promise.ladder.find(({ at }) => at === last?.step);
  if (last === undefined || clock === undefined || step === undefined) return refuse({ reason: "notDue" });
  const { clock: kind, cycle, promise, at: plannedFor } = last;
  const about = { clock: kind, cycle, promise, plannedFor };
  return accept(command, {
    type: "reminded",
    ...about,
    step: step.at,
    overtaken: due.slice(0, -1).map((each) => each.step),
    notices: noticesFor(step, clock.promise.calendar, about, ticket, desk, command.at),
  });
};

/** The next rung is only worth taking while the promise it is about still runs. */
const fallBack = (ticket: Ticket, command: Extract<Change, { type: "fallBack" }>, desk: Desk): Decision => {
  const { notice, why } = command;
  const clock = runningClocks(ticket).find((each) => each.kind === notice.clock && each.cycle === notice.cycle);
  const next = clock === undefined ? null : noticeAfter(notice, why, clock.promise.calendar, ticket, desk, command.at);
  return accept(command, { type: "fellBack", failed: notice, why, next });
};

const reopen = (ticket: Ticket, command: Change, standing: Standing, desk: Desk): Decision => {
  if (ticket.status !== "resolved") return refuse({ reason: "alreadyThat", what: "open" });
  // Somebody waits again: the customer who asks for more, or the one who was never answered.
  const answerOwed = standing.is === "customer" || ticket.replies === 0;
  const promise = answerOwed
    ? promiseFor(desk, accountOf(ticket, desk), severityOf(ticket), "firstResponse", command.at)
    : null;
  return accept(command, { type: "reopened", promise });
};

const acknowledge = (ticket: Ticket, command: Change, standing: Standing): Decision => {
  if (standing.is !== "staff") return refuse({ reason: "notAllowed" });
  const running = runningClocks(ticket);
  if (running.length === 0) return refuse({ reason: "nothingRunning" });
  if (running.every((clock) => clock.acknowledged !== null))
    return refuse({ reason: "alreadyThat", what: "acknowledged" });
  return accept(command, { type: "acknowledged", person: standing.person.key });
};

const change = (ticket: Ticket, command: Change, standing: Standing, desk: Desk): Decision => {
  switch (command.type) {
    case "claim":
      return claim(ticket, command, standing, desk);
    case "assign":
      return assign(ticket, command, desk);
    case "setSeverity":
      return setSeverity(ticket, command, desk);
    case "setAccount":
      return setAccount(ticket, command, desk);
    case "reply":
      return reply(ticket, command);
    case "note":
      return command.text.trim() === ""
        ? refuse({ reason: "emptyText" })
        : accept(command, { type: "noted", text: command.text, alreadyPosted: command.alreadyPosted });
    case "hear":
      return accept(command, { type: "heard", text: command.text, wroteAt: command.wroteAt });
    case "wait":
      if (ticket.status === "resolved") return refuse({ reason: "resolvedAlready" });
      return ticket.status === "waiting"
        ? refuse({ reason: "alreadyThat", what: "waiting" })
        : accept(command, { type: "waited" });
    case "resolve":
      return ticket.status === "resolved"
        ? refuse({ reason: "alreadyThat", what: "resolved" })
        : accept(command, { type: "resolved" });
    case "reopen":
      return reopen(ticket, command, standing, desk);
    case "acknowledge":
      return acknowledge(ticket, command, standing);
    case "remind":
      return remind(ticket, command, desk);
    case "fallBack":
      return fallBack(ticket, command, desk);
    case "reportUndelivered":
      return accept(command, { type: "undelivered", what: command.what, why: command.why, certain: command.certain });
    case "moveConversation": {
      const to: Place = { kind: "person", user: ticket.requester.user };
      return samePlace(ticket.conversation, to)
        ? refuse({ reason: "notDue" })
        : accept(command, { type: "conversationMoved", from: ticket.conversation, to, why: command.why });
    }
  }
};

const ownWishes: readonly Command["type"][] = ["remind", "fallBack", "moveConversation", "reportUndelivered"];

/** Whether a command is granted, and which facts follow; the first thing looked at is who asks. */
export const decide = (ticket: Ticket | null, command: Command, desk: Desk): Decision => {
  if (command.by.kind === "clock") {
    if (ticket === null || command.type === "open" || !ownWishes.includes(command.type))
      return refuse({ reason: "notDue" });
    // Nobody asks, so nobody's standing is looked at: the clock's own wishes read only the ticket.
    return change(ticket, command, { is: "customer", account: null }, desk);
  }
  const standing = standingOf(command.by.user, command.by.channel, desk);
  const refusal = forbidden(ticket, command, command.by, standing);
  if (refusal !== null) return refuse(refusal);
  if (command.type === "open") return openTicket(command, command.by, standing, desk);
  return ticket === null ? refuse({ reason: "noSuchTicket" }) : change(ticket, command, standing, desk);
};
