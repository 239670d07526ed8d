import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { staffRoles, type Desk, type StaffRole } from "../../src/desk/desk.ts";
import type { Permission } from "../../src/tickets/permissions.ts";
import type { CommandType } from "../../src/tickets/messages.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { monday, type Wish as Command } from "./given.ts";
import { sampleDesk } from "./sample-desk.ts";

const hour = 3_600_000;

/** A desk with one person for each role, each with only that role. */
export const deskOfRoles: Desk = {
  ...sampleDesk,
  people: Object.fromEntries(
    staffRoles.map((role) => [
      role,
      {
        key: role,
        name: `The ${role}`,
        roles: [role],
        identities: [`slack:U0${role.toUpperCase()}`],
        email: null,
        phone: null,
        deputy: null,
        locale: null,
        timezone: null,
        quiet: null,
        outUntil: null,
      },
    ]),
  ),
  accounts: {
    ...sampleDesk.accounts,
    acme: {
      key: "acme",
      name: "Acme TV",
      plan: "premium",
      manager: "manager",
      locale: "en",
      timezone: "Europe/Madrid",
      channels: ["slack:C0ACME"],
      contacts: ["slack:U0CARLA"],
    },
  },
};

export type Who = StaffRole | "owner" | "guest" | "guestInTriage" | "other" | "nobody";

const customers: Readonly<Record<Exclude<Who, StaffRole>, readonly [UserRef, ChannelRef]>> = {
  /** Opened the ticket. */
  owner: ["slack:U0CARLA", "slack:C0ACME"],
  /** A person of a shared channel (Slack Connect) whom the desk does not name. */
  guest: ["slack:U0GUEST", "slack:C0ACME"],
  /** The same guest in a team channel. */
  guestInTriage: ["slack:U0GUEST", "slack:C0TRIAGE"],
  /** A customer of another account. */
  other: ["slack:U0OLIVER", "slack:C0NORTH"],
  /** A customer without an account. */
  nobody: ["slack:U0SAM", "slack:C0RANDOM"],
};

/** All people, and where they act. */
export const everybody: Readonly<Record<Who, readonly [UserRef, ChannelRef]>> = {
  agent: ["slack:U0AGENT", "slack:C0TRIAGE"],
  manager: ["slack:U0MANAGER", "slack:C0TRIAGE"],
  tech: ["slack:U0TECH", "slack:C0TECH"],
  head: ["slack:U0HEAD", "slack:C0TRIAGE"],
  admin: ["slack:U0ADMIN", "slack:C0TRIAGE"],
  ...customers,
};

export const isCustomer = (who: Who): boolean => Object.hasOwn(customers, who);

/** The owners of the tests' ticket: its requester, and all people in its account's channel. */
export const isOwner = (who: Who): boolean => who === "owner" || who === "guest";

type Doing = InboundEvent extends infer H
  ? H extends InboundEvent
    ? Omit<H, "key" | "at" | "by" | "channel">
    : never
  : never;

/** A way to give a command. `side` is the thread of a message. */
export type Way =
  | { readonly surface: "command" | "button" | "form"; readonly does: Doing }
  | { readonly surface: "message"; readonly side: "conversation" | "internal" | "tech"; readonly text: string };

const command = (text: string, name = "ticket"): Way => ({ surface: "command", does: { kind: "command", name, text } });
const button = (action: string): Way => ({ surface: "button", does: { kind: "press", action } });
const form = (action: string, values: Readonly<Record<string, string>>): Way => ({
  surface: "form",
  does: { kind: "submit", action, values },
});
const message = (side: "conversation" | "internal" | "tech"): Way => ({ surface: "message", side, text: "Words." });

const support = ["agent", "manager", "head", "admin"] as const;
const technicians = ["tech", "head", "admin"] as const;

interface Row {
  readonly staff: readonly StaffRole[];
  readonly customer: "no" | "own" | "yes";
  /** Customers have a button for it on their own card. */
  readonly pressedByCustomers?: true;
  readonly ways: readonly Way[];
}

/**
 * Who may give which command, written a second time, and every way to give it. A new command does not compile until it
 * has a row here as well as in `permissions`. A command without a way can only come from the clock, or is not reachable
 * yet.
 */
export const wishes: Readonly<Record<Permission, Row> & Record<string, Row>> = {
  open: {
    staff: staffRoles,
    customer: "yes",
    pressedByCustomers: true,
    ways: [
      button("new"),
      command("El vídeo no se ve"),
      command("consulting Live channels"),
      form("submit-consulting", { title: "Live channels", description: "Twelve.", account: "acme" }),
      form("submit-ticket", { title: "No video", severity: "high", description: "Nothing plays.", account: "acme" }),
    ],
  },
  claim: { staff: support, customer: "no", ways: [button("claim 1042")] },
  assign: {
    staff: support,
    customer: "no",
    ways: [button("assign 1042"), form("submit-assign 1042", { person: "agent" })],
  },
  setArea: {
    staff: support,
    customer: "no",
    ways: [button("area 1042"), form("submit-area 1042", { area: "-" })],
  },
  setSeverity: {
    staff: support,
    customer: "no",
    ways: [
      button("severity 1042 critical"),
      button("lower 1042 low"),
      form("submit-lower 1042 low", { text: "Only one screen." }),
    ],
  },
  setAccount: {
    staff: support,
    customer: "no",
    ways: [button("account 1042"), form("submit-account 1042", { account: "northwind" })],
  },
  reply: {
    staff: support,
    customer: "no",
    ways: [
      command("reply 1042 We are on it."),
      button("reply 1042 slack:C0ACME"),
      button("clientUpdate 1042 slack:C0ACME"),
      button("editReply 1042 slack:C0ACME timed"),
      form("submit-reply 1042 slack:C0ACME", { text: "We are on it." }),
      message("conversation"),
    ],
  },
  releaseReply: { staff: support, customer: "no", ways: [button("releaseReply 1042 2")] },
  undoReply: { staff: support, customer: "no", ways: [button("undoReply 1042 2")] },
  resend: { staff: support, customer: "no", ways: [button("resend 1042 2")] },
  markDelivered: { staff: support, customer: "no", ways: [button("markDelivered 1042 2")] },
  note: {
    staff: staffRoles,
    customer: "no",
    ways: [button("note 1042"), form("submit-note 1042", { text: "The CDN." }), message("internal")],
  },
  askTech: {
    staff: support,
    customer: "no",
    ways: [command("tech 1042 please look"), button("tech 1042"), form("submit-tech 1042", { text: "Please look." })],
  },
  claimTech: { staff: technicians, customer: "no", ways: [button("claimTech 1042")] },
  commentAsTech: { staff: staffRoles, customer: "no", ways: [message("tech")] },
  returnTech: {
    staff: technicians,
    customer: "no",
    ways: [button("returnTech 1042"), button("doneTech 1042"), form("submit-tech-return 1042", { text: "Found it." })],
  },
  receiveMessage: { staff: [], customer: "yes", ways: [message("conversation")] },
  /** Only their own messages; an unknown message belongs to no one. */
  editMessage: { staff: staffRoles, customer: "yes", ways: [] },
  deleteMessage: { staff: staffRoles, customer: "yes", ways: [] },
  wait: { staff: support, customer: "no", ways: [button("wait 1042")] },
  resolve: { staff: support, customer: "own", ways: [command("close 1042"), button("resolve 1042")] },
  reopen: { staff: support, customer: "own", ways: [command("reopen 1042"), button("reopen 1042")] },
  acknowledge: { staff: support, customer: "no", ways: [button("acknowledge 1042")] },
  snooze: { staff: support, customer: "no", ways: [button("snooze 1042 15")] },
  promiseUpdate: {
    staff: support,
    customer: "no",
    ways: [button("promiseUpdate 1042"), form("submit-update 1042", { when: "4", time: "" })],
  },
  escalate: {
    staff: support,
    customer: "own",
    pressedByCustomers: true,
    ways: [command("escalate 1042 nobody answers"), button("escalate 1042")],
  },
  requestCall: {
    staff: support,
    customer: "own",
    pressedByCustomers: true,
    ways: [
      command("call 1042"),
      command("call 1042 +34 600 111 222"),
      button("requestCall 1042"),
      form("submit-call 1042", { number: "+34 600 111 222", time: "" }),
    ],
  },
  reportCalled: { staff: support, customer: "no", ways: [button("reportCalled 1042")] },
  rate: { staff: [], customer: "own", pressedByCustomers: true, ways: [button("rate 1042 good")] },
  dismiss: { staff: support, customer: "no", ways: [button(`dismiss 1042 ${monday}`)] },
  merge: { staff: support, customer: "no", ways: [command("merge 1042 into 1043")] },
  mergeFrom: { staff: support, customer: "no", ways: [] },
  link: { staff: support, customer: "no", ways: [command("link 1042 1043")] },
  /** A consequence of a customer's message. */
  followUp: { staff: [], customer: "own", ways: [] },
  manager: { staff: staffRoles, customer: "yes", ways: [command("manager")] },
  checkInactivity: { staff: [], customer: "no", ways: [] },
  pageNext: { staff: [], customer: "no", ways: [] },
  reportPaged: { staff: [], customer: "no", ways: [] },
  replan: { staff: [], customer: "no", ways: [] },
  reassign: { staff: [], customer: "no", ways: [] },
  remind: { staff: [], customer: "no", ways: [] },
  takeFallback: { staff: [], customer: "no", ways: [] },
  reroute: { staff: [], customer: "no", ways: [] },
  requeue: { staff: [], customer: "no", ways: [] },
  reportOtherRoute: { staff: [], customer: "no", ways: [] },
  moveConversation: { staff: [], customer: "no", ways: [] },
  reportUndelivered: { staff: [], customer: "no", ways: [] },
  list: {
    staff: staffRoles,
    customer: "yes",
    pressedByCustomers: true,
    ways: [command("list"), command("list all high page 2"), button("list all high page:2")],
  },
  show: {
    staff: staffRoles,
    customer: "own",
    pressedByCustomers: true,
    ways: [command("show 1042"), command("T-1042"), button("why 1042"), button("show 1042 why"), button("show 1042 1")],
  },
  queue: {
    staff: staffRoles,
    customer: "no",
    ways: [command("", "desk"), command("acme high", "desk"), button("queue acme page:2")],
  },
  history: { staff: staffRoles, customer: "no", ways: [command("history 1042")] },
  transcript: {
    staff: staffRoles,
    customer: "own",
    ways: [command("transcript 1042"), command("transcript 1042 html")],
  },
  help: { staff: staffRoles, customer: "yes", ways: [command("help")] },
  away: { staff: staffRoles, customer: "no", ways: [command("out 3d", "desk"), button("out tomorrow")] },
  notify: {
    staff: staffRoles,
    customer: "no",
    ways: [command("notify", "desk"), command("notify off", "desk"), button("notify on")],
  },
  /** Tried with every button above. */
  pressButton: { staff: staffRoles, customer: "no", ways: [] },
  answerPrompt: {
    staff: staffRoles,
    customer: "yes",
    pressedByCustomers: true,
    ways: [button("solved 7 0"), button("open-anyway 7"), button("add-words 7")],
  },
};

/** Every command itself, whatever way it came. */
export const bare: Readonly<{ [T in CommandType]: Extract<Command, { type: T }> }> & Readonly<Record<string, object>> =
  {
    open: {
      type: "open",
      number: 1042,
      title: "Video is down",
      description: "Nothing plays.",
      severity: "high",
      askedIn: "slack:C0ACME",
    },
    claim: { type: "claim" },
    assign: { type: "assign", person: "agent" },
    setSeverity: { type: "setSeverity", severity: "low", reason: "Only one screen." },
    setArea: { type: "setArea", area: "player" },
    setAccount: { type: "setAccount", account: "northwind" },
    reply: { type: "reply", text: "We are on it.", alreadyPosted: false },
    releaseReply: { type: "releaseReply", replyId: 2 },
    undoReply: { type: "undoReply", replyId: 2 },
    resend: { type: "resend", undeliveredId: 2 },
    markDelivered: { type: "markDelivered", undeliveredId: 2 },
    note: { type: "note", text: "The CDN.", alreadyPosted: false },
    askTech: { type: "askTech", text: "Please look." },
    merge: { type: "merge", into: 1043 },
    mergeFrom: { type: "mergeFrom", from: 1043 },
    link: { type: "link", to: 1043 },
    followUp: { type: "followUp", to: 1043 },
    claimTech: { type: "claimTech" },
    commentAsTech: { type: "commentAsTech", text: "Looking." },
    returnTech: { type: "returnTech", findings: "Found it.", done: false },
    receiveMessage: { type: "receiveMessage", text: "Any news?", wroteAt: monday },
    editMessage: { type: "editMessage", message: { channel: "slack:C0ACME", id: "7" }, text: "Other words." },
    deleteMessage: { type: "deleteMessage", message: { channel: "slack:C0ACME", id: "7" } },
    escalate: { type: "escalate", why: null },
    requestCall: { type: "requestCall", number: "+34 600 111 222", time: null },
    reportCalled: { type: "reportCalled" },
    rate: { type: "rate", score: "good" },
    dismiss: { type: "dismiss", upTo: monday },
    checkInactivity: { type: "checkInactivity" },
    pageNext: {
      type: "pageNext",
      page: { about: "escalation", since: monday, to: { how: "mention", person: null }, next: [], skipped: [] },
      why: "user_disabled",
    },
    reportPaged: {
      type: "reportPaged",
      page: { about: "escalation", since: monday, to: { how: "mention", person: null }, next: [], skipped: [] },
    },
    wait: { type: "wait" },
    resolve: { type: "resolve" },
    reopen: { type: "reopen" },
    acknowledge: { type: "acknowledge" },
    snooze: { type: "snooze", until: monday + 9 * hour },
    promiseUpdate: { type: "promiseUpdate", due: { by: "instant", at: monday + 9 * hour } },
    replan: { type: "replan" },
    reassign: { type: "reassign" },
    remind: { type: "remind", clock: "firstResponse", cycle: 1 },
    takeFallback: {
      type: "takeFallback",
      why: "user_disabled",
      notice: {
        clock: "firstResponse",
        cycle: 1,
        target: 0,
        step: 50,
        plannedFor: monday,
        to: { how: "mention", person: null },
        next: [],
        skipped: [],
      },
    },
    reroute: {
      type: "reroute",
      notice: {
        clock: "firstResponse",
        cycle: 1,
        target: 0,
        step: 50,
        plannedFor: monday,
        to: { how: "mention", person: null },
        next: [],
        skipped: [],
      },
    },
    requeue: {
      type: "requeue",
      notice: {
        clock: "firstResponse",
        cycle: 1,
        target: 0,
        step: 50,
        plannedFor: monday,
        to: { how: "mention", person: null },
        next: [],
        skipped: [],
      },
    },
    reportOtherRoute: { type: "reportOtherRoute", person: "ana", why: "user_disabled" },
    moveConversation: { type: "moveConversation", why: "is_archived" },
    reportUndelivered: { type: "reportUndelivered", text: "Words.", why: "is_archived", certain: true },
  };
