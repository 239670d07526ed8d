import type { InboundEvent } from "../chat/inbound-event.ts";
import { helpCard } from "../features/help/help-card.ts";
import { maxText } from "../i18n/form-limits.ts";
import { consultingForm } from "../features/consulting/consulting-form.ts";
import { managerCard } from "../features/callback/manager-card.ts";
import { problemCard } from "../features/message-cards/problem-card.ts";
import { techForm } from "../features/tech-handoff/tech-form.ts";
import { replyForm } from "../features/reply/reply-form.ts";
import { ticketForm } from "../features/open/ticket-form.ts";
import { didYouMeanCard } from "../features/help/did-you-mean-card.ts";
import { cleanLine } from "./clean-text.ts";
import { list, queue } from "../features/lists/ask-for-list.ts";
import { notify } from "../features/assignment/route-notify.ts";
import { doubtAbout } from "../features/help/did-you-mean.ts";
import { readCommand, type TypedCommand } from "./read-command.ts";
import type { RequestContext } from "./request-context.ts";
import { comeBack, goOut } from "../features/availability/route-away.ts";
import { accountHere, askForCall, routeEscalation } from "../features/escalation/route-escalation.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "./routed.ts";

type Command = Extract<InboundEvent, { kind: "command" }>;

const help = (context: RequestContext, unknown: string | null): Routed =>
  answer({ kind: "private", card: helpCard(context.desk, context.principal.is, context.viewer, unknown) });

/** The form, unless the line may be a command that was misspelt. */
const openForm = (title: string, { text, channel }: Command, context: RequestContext): Routed => {
  const { desk, principal, viewer } = context;
  const doubt = doubtAbout(text, context);
  if (doubt !== null) return answer({ kind: "private", card: didYouMeanCard(doubt, principal.is, viewer) });
  return ifAllowed(context, "open", () =>
    answer({ kind: "form", form: ticketForm({ title, principal, desk, channel, viewer }) }),
  );
};

const meaningOf = (said: TypedCommand, command: Command, context: RequestContext): Routed => {
  const { desk, principal, viewer } = context;
  switch (said.say) {
    case "open":
      return openForm(said.title, command, context);
    case "list":
      return list(said.words, context) ?? openForm(cleanLine(command.text), command, context);
    case "show":
    case "history":
      return ifAllowed(context, said.say, () =>
        work({ kind: "ask", question: { kind: said.say, number: said.number } }),
      );
    case "tech":
      return ifAllowed(context, "askTech", () =>
        said.text === ""
          ? answer({ kind: "form", form: techForm(said.number, viewer) })
          : changeTicket(context, command.at, said.number, { type: "askTech", text: said.text }),
      );
    case "transcript":
      return ifAllowed(context, "transcript", () =>
        work({ kind: "ask", question: { kind: "transcript", number: said.number, format: said.format } }),
      );
    case "merge":
    case "link":
      return ifAllowed(context, said.say, () =>
        work({
          kind: "tie",
          how: said.say,
          number: said.number,
          to: said.other,
          by: context.actor,
          at: command.at,
        }),
      );
    case "whichTwo":
      return answer({ kind: "private", card: problemCard({ problem: "whichTwo", word: said.word }, viewer) });
    case "queue":
      return queue(said.words, context) ?? help(context, said.words.join(" "));
    case "close":
      return ifAllowed(context, "resolve", () => changeTicket(context, command.at, said.number, { type: "resolve" }));
    case "reopen":
      return ifAllowed(context, "reopen", () => changeTicket(context, command.at, said.number, { type: "reopen" }));
    case "reply":
      return ifAllowed(context, "reply", () =>
        answer({
          kind: "form",
          form: replyForm(said.number, null, desk, viewer, { text: said.text.slice(0, maxText) }),
        }),
      );
    case "escalate":
      return routeEscalation(context, command.at, said.number, said.why);
    case "call":
      return askForCall(context, command.at, said.number, said.text);
    case "consulting":
      return ifAllowed(context, "open", () =>
        answer({ kind: "form", form: consultingForm(said.topic, principal, desk, command.channel, viewer) }),
      );
    case "manager":
      return ifAllowed(context, "manager", () =>
        answer({ kind: "private", card: managerCard(accountHere(context, command.channel), desk, viewer, command.at) }),
      );
    case "out":
      return goOut(context, said.until, command.at);
    case "back":
      return comeBack(context);
    case "notify":
      return notify(context, said.switch);
    case "help":
      return help(context, null);
    case "unknown":
      return help(context, said.word);
    case "whichTicket":
      return answer({ kind: "private", card: problemCard({ problem: "whichTicket", word: said.word }, viewer) });
    case "badNumber":
      return answer({
        kind: "private",
        card: problemCard({ problem: "badNumber", word: said.word, text: said.text }, viewer),
      });
  }
};

/** Whether an earlier desk file named this person among the staff, and the one in force does not. */
const isFormerStaff = ({ principal, actor, desk }: RequestContext): boolean =>
  principal.is !== "staff" && actor.membership !== "outside" && desk.former.staff.includes(actor.user);

/** What a slash command means. `/desk` is for staff, whatever follows it. */
export const routeCommand = (command: Command, context: RequestContext): Routed => {
  const meaning = () => meaningOf(readCommand(command.name, command.text), command, context);
  if (command.name !== "desk") return meaning();
  if (isFormerStaff(context))
    return answer({
      kind: "private",
      card: problemCard({ problem: "noLongerStaff" }, context.viewer),
      refused: "queue",
    });
  return ifAllowed(context, "queue", meaning);
};
