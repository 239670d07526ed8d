import { sourceFrom } from "../views/source-arguments.ts";
import { decodeAction, type Action } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Happening } from "../chat/happening.ts";
import { severities } from "../domain/severity.ts";
import { accountForm } from "../views/account-form.ts";
import { assignForm } from "../views/assign-form.ts";
import { maxText } from "../views/form-limits.ts";
import { lowerForm } from "../views/lower-form.ts";
import { noteForm } from "../views/note-form.ts";
import { problemCard } from "../views/problem-card.ts";
import { readersFrom } from "../views/readers-argument.ts";
import { replyFlags, replyForm, type ReplyDraft, type ReplyFlag } from "../views/reply-form.ts";
import { techForm, techReturnForm } from "../views/tech-form.ts";
import { ticketForm } from "../views/ticket-form.ts";
import { updateForm } from "../views/update-form.ts";
import { list, queue } from "./commands/ask-for-list.ts";
import { notify } from "./commands/notify.ts";
import type { Scene } from "./scene.ts";
import { ticketNumber } from "./ticket-number.ts";
import { goOut } from "./understand-away.ts";
import { callMe, escalate, rate } from "./understand-ways.ts";
import { understandOffer } from "./understand-offer.ts";
import { answer, change, ifAllowed, work, type Understood } from "./understood.ts";

type Press = Extract<Happening, { kind: "press" }>;

const oldButton = (scene: Scene): Understood =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, scene.reader) });

const setSeverity = (press: Press, number: number, argument: string | undefined, scene: Scene): Understood => {
  const severity = severities.find((each) => each === argument);
  return severity === undefined ? oldButton(scene) : change(scene, press.at, number, { type: "setSeverity", severity });
};

/** Lowering what was confirmed asks for a reason first. */
const lower = (number: number, argument: string | undefined, scene: Scene): Understood => {
  const severity = severities.find((each) => each === argument);
  return severity === undefined
    ? oldButton(scene)
    : answer({ kind: "form", form: lowerForm(number, severity, scene.reader) });
};

const snooze = (press: Press, number: number, argument: string | undefined, scene: Scene): Understood => {
  const minutes = /^\d{1,4}$/.test(argument ?? "") ? Number(argument) : 0;
  return minutes === 0
    ? oldButton(scene)
    : change(scene, press.at, number, { type: "snooze", until: press.at + minutes * 60_000 });
};

/** The words it stands below, and those before them, need no answer. */
const dismiss = (press: Press, number: number, argument: string | undefined, scene: Scene): Understood =>
  /^\d{1,14}$/.test(argument ?? "")
    ? change(scene, press.at, number, { type: "dismiss", upTo: Number(argument) })
    : oldButton(scene);

const flagsOf = (given: readonly string[]): readonly ReplyFlag[] => replyFlags.filter((each) => given.includes(each));

const reply = (number: number, args: readonly string[], scene: Scene, draft: ReplyDraft = {}): Understood => {
  const [argument = "", ...given] = args;
  const readers = readersFrom(argument);
  const form = (): Form => replyForm(number, readers, scene.desk, scene.reader, { flags: flagsOf(given), ...draft });
  return readers === null ? oldButton(scene) : answer({ kind: "form", form: form() });
};

/** Waiting asks what the customer is asked for. Buttons of cards that were drawn before that name no readers. */
const wait = (number: number, [argument = "", ...given]: readonly string[], scene: Scene): Understood =>
  answer({
    kind: "form",
    form: replyForm(number, readersFrom(argument), scene.desk, scene.reader, { flags: ["waits", ...flagsOf(given)] }),
  });

/** Which of a ticket's held replies a button is about. */
const heldReply = (
  press: Press,
  type: "releaseReply" | "undoReply",
  number: number,
  argument: string | undefined,
  scene: Scene,
): Understood => {
  const held = ticketNumber(argument ?? "");
  return held === null ? oldButton(scene) : change(scene, press.at, number, { type, held });
};

/** Which of the things that did not arrive a button is about. */
const lostWords = (
  press: Press,
  type: "sendAgain" | "confirmArrived",
  number: number,
  argument: string | undefined,
  scene: Scene,
): Understood => {
  const lost = ticketNumber(argument ?? "");
  return lost === null ? oldButton(scene) : change(scene, press.at, number, { type, lost });
};

const setAccount = (number: number, scene: Scene): Understood => {
  const form = accountForm(number, scene.desk, scene.reader);
  return form === null
    ? answer({ kind: "private", card: problemCard({ problem: "noAccounts" }, scene.reader) })
    : answer({ kind: "form", form });
};

/** The buttons that stand on the customers' cards: each goes by the wish behind it. */
const customersOwn: readonly string[] = ["escalate", "requestCall", "rate", "show", "why", "new", "list"];

/** Buttons that staff have as well: on the customers' cards they say that they are theirs. */
const isTheirs = ({ verb, args }: Action): boolean =>
  customersOwn.includes(verb) || (["resolve", "reopen"].includes(verb) && args[1] === "own");

/** A form with the words that were taken for a command. */
const openForm = ({ quote, channel }: Press, scene: Scene): Understood =>
  ifAllowed(scene, "open", () => {
    const { standing, desk, reader } = scene;
    return answer({ kind: "form", form: ticketForm({ title: quote ?? "", standing, desk, channel, reader }) });
  });

/** A ticket again: why it is due, or an earlier page of its conversation. */
const show = (number: number, [argument, ...rest]: readonly string[], scene: Scene): Understood => {
  if (argument === "all") {
    const message = sourceFrom(rest);
    const key = message === null ? {} : { message: { channel: message.channel, id: message.message } };
    return work({ kind: "ask", question: { kind: "whole", number, ...key } });
  }
  if (argument === "why") return work({ kind: "ask", question: { kind: "why", number } });
  return /^\d{1,4}$/.test(argument ?? "")
    ? work({ kind: "ask", question: { kind: "show", number, page: Number(argument) } })
    : oldButton(scene);
};

/** What a press means: a form to fill in, a change, or a button nobody knows any more. All other buttons are the staff's. */
export const understandPress = (press: Press, scene: Scene): Understood =>
  understandOffer(press, scene) ??
  (isTheirs(decodeAction(press.action))
    ? whatWasPressed(press, scene)
    : ifAllowed(scene, "pressButton", () => whatWasPressed(press, scene), verbForLog(press)));

/** A button of ours carries a short word first; what does not look like one was forged, and is not logged. */
const verbForLog = ({ action }: Press): string => {
  const { verb } = decodeAction(action);
  return /^[a-z-]{1,24}$/i.test(verb) ? verb : "pressButton";
};

const whatWasPressed = (press: Press, scene: Scene): Understood => {
  const { verb, args } = decodeAction(press.action);
  const [named = "", argument] = args;
  if (verb === "new") return openForm(press, scene);
  if (verb === "list") return list(args, scene) ?? oldButton(scene);
  if (verb === "queue") return queue(args, scene) ?? oldButton(scene);
  if (verb === "out") return goOut(scene, named, press.at);
  if (verb === "notify") return notify(scene, named);
  const number = ticketNumber(named);
  if (number === null) return oldButton(scene);
  switch (verb) {
    case "wait":
      return ifAllowed(scene, verb, () => wait(number, args.slice(1), scene));
    case "claim":
    case "resolve":
    case "reopen":
    case "acknowledge":
    case "reportCalled":
      return ifAllowed(scene, verb, () => change(scene, press.at, number, { type: verb }));
    case "show":
      return ifAllowed(scene, verb, () => show(number, args.slice(1), scene));
    case "escalate":
      return escalate(scene, press.at, number, "");
    case "requestCall":
      return callMe(scene, number, "");
    case "rate":
      return rate(scene, press.at, number, argument);
    case "severity":
      return ifAllowed(scene, "setSeverity", () => setSeverity(press, number, argument, scene));
    case "lower":
      return ifAllowed(scene, "setSeverity", () => lower(number, argument, scene));
    case "snooze":
      return ifAllowed(scene, "snooze", () => snooze(press, number, argument, scene));
    case "promiseUpdate":
      return ifAllowed(scene, "promiseUpdate", () => answer({ kind: "form", form: updateForm(number, scene.reader) }));
    case "why":
      return ifAllowed(scene, "show", () => work({ kind: "ask", question: { kind: "why", number } }));
    case "reply":
      return ifAllowed(scene, "reply", () => reply(number, args.slice(1), scene));
    case "sendAgain":
    case "confirmArrived":
      return ifAllowed(scene, verb, () => lostWords(press, verb, number, argument, scene));
    case "releaseReply":
    case "undoReply":
      return ifAllowed(scene, verb, () => heldReply(press, verb, number, argument, scene));
    // What the technical team said, to be put into words for the customer.
    case "clientUpdate":
      return ifAllowed(scene, "reply", () => reply(number, args.slice(1), scene, { remark: press.quote ?? "" }));
    // A reply that did not leave, with its words.
    case "editReply":
      return ifAllowed(scene, "reply", () =>
        reply(number, args.slice(1), scene, { text: (press.quote ?? "").slice(0, maxText) }),
      );
    case "note":
      return ifAllowed(scene, "note", () => answer({ kind: "form", form: noteForm(number, scene.reader) }));
    case "tech":
      return ifAllowed(scene, "tellTech", () => answer({ kind: "form", form: techForm(number, scene.reader) }));
    case "dismiss":
      return ifAllowed(scene, verb, () => dismiss(press, number, argument, scene));
    case "takeTech":
      return ifAllowed(scene, verb, () => change(scene, press.at, number, { type: verb }));
    case "returnTech":
      return ifAllowed(scene, verb, () => answer({ kind: "form", form: techReturnForm(number, scene.reader) }));
    case "doneTech":
      return ifAllowed(scene, "returnTech", () =>
        change(scene, press.at, number, { type: "returnTech", findings: "", done: true }),
      );
    case "assign":
      return ifAllowed(scene, "assign", () =>
        answer({ kind: "form", form: assignForm(number, scene.desk, scene.reader) }),
      );
    case "account":
      return ifAllowed(scene, "setAccount", () => setAccount(number, scene));
    default:
      return oldButton(scene);
  }
};
