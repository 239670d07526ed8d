import type { Happening } from "../chat/happening.ts";
import { helpCard } from "../views/help-card.ts";
import { maxText } from "../views/form-limits.ts";
import { consultingForm } from "../views/consulting-form.ts";
import { managerCard } from "../views/manager-card.ts";
import { problemCard } from "../views/problem-card.ts";
import { techForm } from "../views/tech-form.ts";
import { replyForm } from "../views/reply-form.ts";
import { ticketForm } from "../views/ticket-form.ts";
import { didYouMeanCard } from "../views/did-you-mean-card.ts";
import { cleanLine } from "./clean-text.ts";
import { list, queue } from "./commands/ask-for-list.ts";
import { notify } from "./commands/notify.ts";
import { doubtAbout } from "./commands/did-you-mean.ts";
import { readCommand, type Said } from "./read-command.ts";
import type { Scene } from "./scene.ts";
import { comeBack, goOut } from "./understand-away.ts";
import { accountHere, askForCall, escalate } from "./understand-ways.ts";
import { answer, change, ifAllowed, work, type Understood } from "./understood.ts";

type Command = Extract<Happening, { kind: "command" }>;

const help = (scene: Scene, unknown: string | null): Understood =>
  answer({ kind: "private", card: helpCard(scene.desk, scene.standing.is, scene.reader, unknown) });

/** The form, unless the line may be a command that was misspelt. */
const openForm = (title: string, { text, channel }: Command, scene: Scene): Understood => {
  const { desk, standing, reader } = scene;
  const doubt = doubtAbout(text, scene);
  if (doubt !== null) return answer({ kind: "private", card: didYouMeanCard(doubt, standing.is, reader) });
  return ifAllowed(scene, "open", () =>
    answer({ kind: "form", form: ticketForm({ title, standing, desk, channel, reader }) }),
  );
};

const meaningOf = (said: Said, command: Command, scene: Scene): Understood => {
  const { desk, standing, reader } = scene;
  switch (said.say) {
    case "open":
      return openForm(said.title, command, scene);
    case "list":
      return list(said.words, scene) ?? openForm(cleanLine(command.text), command, scene);
    case "show":
    case "history":
      return ifAllowed(scene, said.say, () => work({ kind: "ask", question: { kind: said.say, number: said.number } }));
    case "tech":
      return ifAllowed(scene, "tellTech", () =>
        said.text === ""
          ? answer({ kind: "form", form: techForm(said.number, reader) })
          : change(scene, command.at, said.number, { type: "tellTech", text: said.text }),
      );
    case "transcript":
      return ifAllowed(scene, "transcript", () =>
        work({ kind: "ask", question: { kind: "transcript", number: said.number, format: said.format } }),
      );
    case "merge":
    case "link":
      return ifAllowed(scene, said.say, () =>
        work({
          kind: "tie",
          how: said.say,
          number: said.number,
          to: said.other,
          by: scene.actor,
          at: command.at,
        }),
      );
    case "whichTwo":
      return answer({ kind: "private", card: problemCard({ problem: "whichTwo", word: said.word }, reader) });
    case "queue":
      return queue(said.words, scene) ?? help(scene, said.words.join(" "));
    case "close":
      return ifAllowed(scene, "resolve", () => change(scene, command.at, said.number, { type: "resolve" }));
    case "reopen":
      return ifAllowed(scene, "reopen", () => change(scene, command.at, said.number, { type: "reopen" }));
    case "reply":
      return ifAllowed(scene, "reply", () =>
        answer({
          kind: "form",
          form: replyForm(said.number, null, desk, reader, { text: said.text.slice(0, maxText) }),
        }),
      );
    case "escalate":
      return escalate(scene, command.at, said.number, said.why);
    case "call":
      return askForCall(scene, command.at, said.number, said.text);
    case "consulting":
      return ifAllowed(scene, "open", () =>
        answer({ kind: "form", form: consultingForm(said.topic, standing, desk, command.channel, reader) }),
      );
    case "manager":
      return ifAllowed(scene, "manager", () =>
        answer({ kind: "private", card: managerCard(accountHere(scene, command.channel), desk, reader, command.at) }),
      );
    case "out":
      return goOut(scene, said.until, command.at);
    case "back":
      return comeBack(scene);
    case "notify":
      return notify(scene, said.switch);
    case "help":
      return help(scene, null);
    case "unknown":
      return help(scene, said.word);
    case "whichTicket":
      return answer({ kind: "private", card: problemCard({ problem: "whichTicket", word: said.word }, reader) });
    case "badNumber":
      return answer({
        kind: "private",
        card: problemCard({ problem: "badNumber", word: said.word, text: said.text }, reader),
      });
  }
};

/** Whether an earlier desk file named this person among the staff, and the one in force does not. */
const isFormerStaff = ({ standing, actor, desk }: Scene): boolean =>
  standing.is !== "staff" && actor.membership !== "outside" && desk.former.staff.includes(actor.user);

/** What a slash command means. `/desk` is for staff, whatever follows it. */
export const understandCommand = (command: Command, scene: Scene): Understood => {
  const meaning = () => meaningOf(readCommand(command.name, command.text), command, scene);
  if (command.name !== "desk") return meaning();
  if (isFormerStaff(scene))
    return answer({ kind: "private", card: problemCard({ problem: "noLongerStaff" }, scene.reader), refused: "queue" });
  return ifAllowed(scene, "queue", meaning);
};
