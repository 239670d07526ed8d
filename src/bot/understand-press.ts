import { decodeAction } from "../chat/action.ts";
import type { Happening } from "../chat/happening.ts";
import { severities } from "../domain/severity.ts";
import { accountForm } from "../views/account-form.ts";
import { assignForm } from "../views/assign-form.ts";
import { noteForm } from "../views/note-form.ts";
import { problemCard } from "../views/problem-card.ts";
import { readersFrom } from "../views/readers-argument.ts";
import { replyForm } from "../views/reply-form.ts";
import type { Scene } from "./scene.ts";
import { ticketNumber } from "./ticket-number.ts";
import { answer, change, ifAllowed, type Understood } from "./understood.ts";

type Press = Extract<Happening, { kind: "press" }>;

const oldButton = (scene: Scene): Understood =>
  answer({ kind: "private", card: problemCard({ problem: "oldButton" }, scene.reader) });

const setSeverity = (press: Press, number: number, argument: string | undefined, scene: Scene): Understood => {
  const severity = severities.find((each) => each === argument);
  return severity === undefined ? oldButton(scene) : change(scene, press.at, number, { type: "setSeverity", severity });
};

const reply = (number: number, argument: string | undefined, scene: Scene): Understood => {
  const readers = readersFrom(argument ?? "");
  return readers === null
    ? oldButton(scene)
    : answer({ kind: "form", form: replyForm(number, readers, scene.desk, scene.reader) });
};

const setAccount = (number: number, scene: Scene): Understood => {
  const form = accountForm(number, scene.desk, scene.reader);
  return form === null
    ? answer({ kind: "private", card: problemCard({ problem: "noAccounts" }, scene.reader) })
    : answer({ kind: "form", form });
};

/** What a press means: a form to fill in, a change, or a button nobody knows any more. All our buttons are the staff's. */
export const understandPress = (press: Press, scene: Scene): Understood =>
  ifAllowed(scene, "pressButton", () => whatWasPressed(press, scene));

const whatWasPressed = (press: Press, scene: Scene): Understood => {
  const { verb, args } = decodeAction(press.action);
  const [named = "", argument] = args;
  const number = ticketNumber(named);
  if (number === null) return oldButton(scene);
  switch (verb) {
    case "claim":
    case "wait":
    case "resolve":
    case "reopen":
    case "acknowledge":
      return ifAllowed(scene, verb, () => change(scene, press.at, number, { type: verb }));
    case "severity":
      return ifAllowed(scene, "setSeverity", () => setSeverity(press, number, argument, scene));
    case "reply":
      return ifAllowed(scene, "reply", () => reply(number, argument, scene));
    case "note":
      return ifAllowed(scene, "note", () => answer({ kind: "form", form: noteForm(number, scene.reader) }));
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
