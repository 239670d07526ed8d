import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { staffRoles, type StaffRole } from "../../src/desk/desk.ts";
import type { Permission } from "../../src/tickets/permissions.ts";
import { monday } from "./given.ts";

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
  /** A customer of another ticket only in the channel of its conversation. */
  readonly inItsChannel?: true;
  /** Customers have a button for it on their own card. */
  readonly pressedByCustomers?: true;
  readonly ways: readonly Way[];
}

/**
 * Who may give which command, written a second time, and every way to give it. A new command does not compile until it
 * has a row here as well as in `permissions`. A command without a way can only come from the clock, or is not reachable
 * yet.
 */
export const permissionTable: Readonly<Record<Permission, Row> & Record<string, Row>> = {
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
  openFor: {
    staff: support,
    customer: "no",
    ways: [
      command("for carla@acme.example No video"),
      button("open-for slack:U0CARLA Carla"),
      form("submit-for slack:U0CARLA", {
        contact: "Carla",
        title: "No video",
        severity: "high",
        description: "Nothing.",
      }),
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
  receiveMessage: { staff: [], customer: "yes", inItsChannel: true, ways: [message("conversation")] },
  /** Only their own messages; an unknown message belongs to no one. */
  editMessage: { staff: staffRoles, customer: "yes", ways: [] },
  deleteMessage: { staff: staffRoles, customer: "yes", ways: [] },
  wait: { staff: support, customer: "no", ways: [button("wait 1042")] },
  resolve: { staff: support, customer: "own", ways: [command("close 1042"), button("resolve 1042")] },
  reopen: { staff: support, customer: "own", ways: [command("reopen 1042"), button("reopen 1042")] },
  acknowledge: { staff: support, customer: "no", ways: [button("acknowledge 1042")] },
  snooze: { staff: support, customer: "no", ways: [button("snooze 1042 15")] },
  recordTime: {
    staff: support,
    customer: "no",
    ways: [button("recordTime 1042"), form("submit-time 1042", { time: "1:30", day: "", note: "" })],
  },
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
  rate: {
    staff: [],
    customer: "own",
    pressedByCustomers: true,
    ways: [
      button("rate 1042 good"),
      button("rate 1042 good comment"),
      form("submit-rating 1042", { score: "good", comment: "Quick and kind." }),
    ],
  },
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
  addFollower: {
    staff: support,
    customer: "no",
    ways: [
      button("follower 1042"),
      button("add-follower 1042 email:pau@acme.example"),
      form("submit-follower 1042", { person: "pau@acme.example" }),
    ],
  },
  removeFollower: { staff: support, customer: "no", ways: [button("remove-follower 1042 web:nuria")] },
  reportCopied: { staff: [], customer: "no", ways: [] },
  explainAsking: { staff: [], customer: "no", ways: [] },
  reportMailFailed: { staff: [], customer: "no", ways: [] },
  reportOtherRoute: { staff: [], customer: "no", ways: [] },
  moveConversation: { staff: [], customer: "no", ways: [] },
  reportUndelivered: { staff: [], customer: "no", ways: [] },
  list: {
    staff: staffRoles,
    customer: "yes",
    pressedByCustomers: true,
    ways: [command("list"), command("list all high page 2"), button("list all high page:2")],
  },
  find: {
    staff: staffRoles,
    customer: "yes",
    pressedByCustomers: true,
    ways: [
      command("find vídeo"),
      { surface: "button", does: { kind: "press", action: "find 60793 1042", quote: "vídeo" } },
    ],
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
  report: {
    staff: staffRoles,
    customer: "no",
    ways: [command("report acme last week", "desk"), button("report account:acme last week")],
  },
  webDesk: { staff: staffRoles, customer: "no", ways: [command("web", "desk"), button("web")] },
  home: { staff: staffRoles, customer: "yes", pressedByCustomers: true, ways: [button("home")] },
  manageAccess: {
    staff: support,
    customer: "no",
    ways: [
      command("invite carla@acme.example"),
      command("access"),
      button("withdraw web:someone"),
      button("manage-access web:someone yes"),
      button("manage-access web:someone no"),
      button("see-all web:someone yes"),
      button("remember 1042"),
      button("invite acme"),
      form("submit-invite acme", { email: "carla@acme.example", name: "Carla" }),
    ],
  },
  unticketed: {
    staff: support,
    customer: "no",
    ways: [button("ticket-from-channel 7"), button("answered-elsewhere 7"), button("not-a-request 7")],
  },
  // Only pages of the web desk need these; no command does.
  accessLog: { staff: ["head", "admin"], customer: "no", ways: [] },
  accounts: { staff: staffRoles, customer: "no", ways: [] },
  accountNotes: { staff: staffRoles, customer: "no", ways: [] },
  statements: { staff: staffRoles, customer: "no", ways: [] },
  mails: { staff: support, customer: "no", ways: [] },
  administer: { staff: ["head", "admin"], customer: "no", ways: [] },
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
