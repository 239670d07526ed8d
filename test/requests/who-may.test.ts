import { describe, expect, test } from "vitest";
import type { Intent } from "../../src/requests/intent.ts";
import { toIntent } from "../../src/requests/to-intent.ts";
import { requestContextOf } from "../../src/requests/request-context.ts";
import { route } from "../../src/requests/route.ts";
import { commandFromThreadMessage } from "../../src/requests/command-from-thread-message.ts";
import type { Card } from "../../src/chat/card.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { Actor, CommandType } from "../../src/tickets/messages.ts";
import { decide } from "../../src/tickets/decide.ts";
import { permitted, permissions, type Permission } from "../../src/tickets/permissions.ts";
import { isOwnTicket, identify } from "../../src/tickets/principal.ts";
import type { Account } from "../../src/desk/desk.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { refusalCard } from "../../src/features/message-cards/message-cards.ts";
import { everyCard } from "../cards/samples/every-card.ts";
import { given, monday, type Story, wholeCommand } from "../support/given.ts";
import { stateOf } from "../support/story.ts";
import { bare } from "../support/source-rules/bare-commands.ts";
import { deskOfRoles as desk, everybody, isCustomer, isOwner, type Who } from "../support/who-may.ts";
import { permissionTable, type Way } from "../support/permission-table.ts";

const actor = (who: Who): Extract<Actor, { kind: "person" }> => {
  const [user, channel] = everybody[who];
  return { kind: "person", user, name: who, channel };
};

const opened = given(desk).when(actor("owner"), bare.open);
const states: Readonly<Record<string, Story>> = {
  open: opened,
  claimed: opened.when(actor("agent"), bare.claim),
  answered: opened.when(actor("agent"), bare.reply),
  waiting: opened.when(actor("agent"), bare.wait),
  withTech: opened.when(actor("agent"), bare.askTech),
  resolved: opened.when(actor("agent"), bare.resolve),
};
const tickets: readonly (readonly [name: string, state: TicketState | null])[] = [
  ["no ticket", null],
  ...Object.entries(states).map(([state, story]) => [state, stateOf(story)] as const),
];

/** What a person gets: a refusal, "no such ticket", or access (the ticket's state may still refuse the command). */
type Verdict = "notAllowed" | "noSuchTicket" | "letIn";

const about = (intent: Intent, who: Who, state: TicketState | null): Verdict => {
  const principal = identify(...everybody[who], desk);
  switch (intent.kind) {
    case "open":
    case "change": {
      const command = intent.kind === "open" ? { ...intent.command, number: 1042 } : intent.command;
      const decision = decide(intent.kind === "open" ? null : state, command, desk);
      const reason = decision.ok ? null : decision.refusal.reason;
      return reason === "notAllowed" || reason === "noSuchTicket" ? reason : "letIn";
    }
    case "ask": {
      if (!("number" in intent.question)) return "letIn";
      // The same rule as in the database's queries, which their own tests check.
      const { kind } = intent.question;
      const permission: Permission = kind === "why" || kind === "call" || kind === "whole" ? "show" : kind;
      const own =
        state !== null &&
        principal.is === "customer" &&
        isOwnTicket(everybody[who][0], principal.account, state.ticket, desk);
      return state !== null && (permitted(principal, permission) === "yes" || own) ? "letIn" : "noSuchTicket";
    }
    // The ticket is looked for before the person is.
    case "follow":
      return state === null ? "noSuchTicket" : "letIn";
    // Both tickets are checked before anything else.
    case "link":
      return state === null ? "noSuchTicket" : "letIn";
    case "nothing":
      return "notAllowed";
    default:
      return "letIn";
  }
};

const sameCard = (one: Card, other: Card): boolean => JSON.stringify(one) === JSON.stringify(other);

const verdict = (inboundEvent: InboundEvent, who: Who, state: TicketState | null): Verdict => {
  const understood = route(inboundEvent, desk);
  if (understood.means === "work") return about(understood.intent, who, state);
  const { answer } = understood;
  if (answer.kind === "fieldErrors") throw new Error(`filled in wrongly: ${JSON.stringify(inboundEvent)}`);
  const refused = refusalCard({ reason: "notAllowed" }, null, {
    desk,
    viewer: requestContextOf(inboundEvent, desk).viewer,
  });
  return answer.kind === "private" && sameCard(answer.card, refused) ? "notAllowed" : "letIn";
};

const happeningOf = (way: Exclude<Way, { surface: "message" }>, who: Who): InboundEvent => {
  const [user, channel] = everybody[who];
  return { ...way.does, key: "slack:1", at: monday, by: { user, name: who }, channel };
};

const tried = (way: Way, who: Who, state: TicketState | null): Verdict => {
  if (way.surface !== "message") return verdict(happeningOf(way, who), who, state);
  // A message outside a ticket's thread is ignored, so there is always a ticket.
  const [user, channel] = everybody[who];
  const base = { key: "slack:1", at: monday, by: { user, name: who }, channel } as const;
  const inboundEvent = {
    ...base,
    kind: "message",
    message: { channel, id: "2", thread: "1" },
    text: way.text,
  } as const;
  return about(commandFromThreadMessage(way.side, 1042, inboundEvent, desk), who, state);
};

const expected = (
  permission: Permission,
  surface: Way["surface"] | "bare",
  who: Who,
  state: TicketState | null,
): Verdict => {
  const row = permissionTable[permission];
  const touchesTicket = ![
    "open",
    "list",
    "queue",
    "find",
    "help",
    "away",
    "notify",
    "manager",
    "answerPrompt",
    "unticketed",
    "report",
    "webDesk",
    "home",
    "manageAccess",
    "openFor",
  ].includes(permission);
  const there: Verdict = state === null && touchesTicket ? "noSuchTicket" : "letIn";
  if (!isCustomer(who)) return (row.staff as readonly string[]).includes(who) ? there : "notAllowed";
  // Buttons for customers are marked; every other button is for staff.
  if ((surface === "button" && row.pressedByCustomers !== true) || row.customer === "no") return "notAllowed";
  const isElsewhere = everybody[who][1] !== everybody.owner[1];
  if (row.inItsChannel === true && !isOwner(who) && isElsewhere) return "noSuchTicket";
  return row.customer === "own" && !isOwner(who) ? "noSuchTicket" : there;
};

/** Plazo shows a form before it looks for the ticket. */
const showsForm = (way: Way, who: Who): boolean => {
  if (way.surface === "message") return false;
  const understood = route(happeningOf(way, who), desk);
  return understood.means === "answer" && understood.answer.kind === "form";
};

const [firstAccount] = Object.values(desk.accounts);
if (firstAccount === undefined) throw new Error("the desk has an account");

const people = Object.keys(everybody) as readonly Who[];
const all = Object.keys(permissions) as readonly Permission[];

/** Author and thread decide what a message is: staff reply, customers write messages. */
const isTheirs = (permission: Permission, way: Way, who: Who): boolean =>
  way.surface !== "message" || way.side !== "conversation" || (permission === "receiveMessage") === isCustomer(who);

describe("who may do what", () => {
  test("is written down twice, with the same result", () => {
    for (const permission of all) {
      const { staff, customer } = permissionTable[permission];
      expect([permission, permissions[permission].staff.toSorted(), permissions[permission].customer]).toEqual([
        permission,
        staff.toSorted(),
        customer,
      ]);
    }
  });

  test.each(all)("%s: for every person, in every state of a ticket, on every surface", (permission) => {
    for (const way of permissionTable[permission].ways)
      for (const who of people)
        for (const [name, state] of tickets) {
          if (!isTheirs(permission, way, who)) continue;
          const want = expected(permission, way.surface, who, state);
          const seen = tried(way, who, state);
          const shown = want !== "notAllowed" && showsForm(way, who);
          expect([permission, JSON.stringify(way), who, name, seen]).toEqual([
            permission,
            JSON.stringify(way),
            who,
            name,
            shown ? "letIn" : want,
          ]);
        }
  });

  test.each(all.filter((permission): permission is CommandType => Object.hasOwn(bare, permission)))(
    "%s, whatever way it came",
    (type) => {
      for (const who of people)
        for (const [name, state] of tickets) {
          if (type === "open" && state !== null) continue;
          const isNobodys = state !== null && (type === "editMessage" || type === "deleteMessage");
          const decision = decide(
            state,
            { ...wholeCommand(bare[type], state?.ticket, desk), by: actor(who), at: monday },
            desk,
          );
          const reason = decision.ok ? null : decision.refusal.reason;
          const seen = reason === "notAllowed" || reason === "noSuchTicket" ? reason : "letIn";
          expect([type, who, name, seen]).toEqual([
            type,
            who,
            name,
            isNobodys ? "notAllowed" : expected(type, "bare", who, state),
          ]);
        }
    },
  );

  test("every button on every card belongs to a command above", () => {
    const verbs = new Set(
      everyCard({ locale: "en", timezone: "UTC" })
        .flatMap(([, card]) => card.parts)
        .flatMap((part) => (part.part === "buttons" ? [...part.buttons, ...(part.menu?.items ?? [])] : []))
        .flatMap((each) => ("action" in each ? [each.action.split(" ")[0] ?? ""] : [])),
    );
    const known = Object.values(permissionTable)
      .flatMap(({ ways }) => ways)
      .flatMap((way) => (way.surface === "button" && way.does.kind === "press" ? [way.does.action.split(" ")[0]] : []));
    expect([...verbs].filter((verb) => !known.includes(verb))).toEqual([]);
  });

  test.each<[string, string, string | null, boolean]>([
    ["asked for it and is not in the desk file", "acme", null, true],
    ["is a contact of its account", "acme", "acme", true],
    ["asked for it and is a contact of another account now", "acme", "north", false],
    ["asked for it while no account was known", "", "north", true],
  ])("a person who %s: whether the ticket is theirs", (_, ticketOfAccount, contactOf, isTheirs) => {
    const user = "slack:U0MOVES";
    const account = (key: string): Account => ({
      ...firstAccount,
      key,
      channels: [],
      contacts: contactOf === key ? [user] : [],
    });
    const accounts = { acme: account("acme"), north: account("north") };
    const principal = identify(user, "slack:D0MOVES", { ...desk, accounts });
    if (principal.is === "staff") throw new Error("no staff");
    const ticket = {
      account: ticketOfAccount || null,
      requester: { user, account: null },
      conversation: { kind: "channel", channel: "slack:C0MOVES" },
      followers: [],
    } as const;
    expect(isOwnTicket(user, principal.account, ticket, { ...desk, accounts })).toBe(isTheirs);
  });

  test("a permission is checked again when the command runs", () => {
    const pressed = happeningOf({ surface: "button", does: { kind: "press", action: "claim 1042" } }, "agent");
    const without = { ...desk, people: {} };
    expect(route(pressed, desk).means).toBe("work");
    expect(toIntent(pressed, without).kind).toBe("say");
  });
});
