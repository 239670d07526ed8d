import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { CommandType } from "../../tickets/messages.ts";
import { runningClocks } from "../../tickets/clocks/plan.ts";
import { severityOf, ticketName, type Ticket, callBackOf } from "../../tickets/ticket.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

const sentence = (done: CommandType, ticket: Ticket, desk: Desk, viewer: Viewer): string | null => {
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  switch (done) {
    case "claim":
      return say("done.claimed", { ticket: name });
    case "assign":
      return ticket.assignee === null
        ? say("done.unassigned", { ticket: name })
        : say("done.assigned", { ticket: name, name: nameOf(desk, ticket.assignee) });
    case "setSeverity":
      return say("done.severity", { ticket: name, severity: say(`severity.${severityOf(ticket)}`) });
    case "setAccount":
      return say("done.account", { ticket: name, name: accountName(desk, ticket, say) });
    case "reply":
    case "releaseReply":
      return say("done.replied", { ticket: name });
    case "resend":
      return say("done.resent", { ticket: name });
    case "markDelivered":
      return say("done.markedDelivered", { ticket: name });
    case "undoReply":
      return say("done.undone", { ticket: name });
    case "note":
      return say("done.noted", { ticket: name });
    case "askTech":
      return say("done.techMessaged", { ticket: name });
    case "claimTech":
      return say("done.techClaimed", { ticket: name });
    case "returnTech":
      return say("done.techReturned", { ticket: name });
    case "dismiss":
      return say("done.dismissed", { ticket: name });
    case "wait":
      return say("done.waiting", { ticket: name });
    case "resolve":
      return say("done.resolved", { ticket: name });
    case "reopen":
      return say("done.reopened", { ticket: name });
    case "snooze": {
      const until = runningClocks(ticket).flatMap((clock) => clock.snoozedUntil ?? [])[0];
      return until === undefined ? null : say("done.snoozed", { ticket: name, until: momentWords(until, viewer) });
    }
    case "promiseUpdate": {
      const clock = runningClocks(ticket).find(({ kind }) => kind === "update");
      return clock === undefined
        ? null
        : say("done.updatePromised", { ticket: name, due: momentWords(clock.target.due, viewer) });
    }
    case "escalate":
      return say("done.escalated", { ticket: name });
    case "requestCall": {
      const callBack = callBackOf(ticket);
      return callBack === null ? null : say("done.callRequested", { ticket: name, number: callBack.number });
    }
    case "reportCalled":
      return say("done.called", { ticket: name });
    case "rate":
      return say("done.rated");
    case "acknowledge":
      return say("done.acknowledged", { ticket: name });
    case "open":
    case "merge":
    case "mergeFrom":
    case "link":
    case "followUp":
    case "hear":
    case "commentAsTech":
    case "editMessage":
    case "deleteMessage":
    case "replan":
    case "reassign":
    case "remind":
    case "takeFallback":
    case "reroute":
    case "requeue":
    case "reportOtherRoute":
    case "pageNext":
    case "checkInactivity":
    case "reportPaged":
    case "moveConversation":
    case "reportUndelivered":
      return null;
  }
};

/** A short "done" for the person who acted; null where there is nothing to add. */
export const doneCard = (done: CommandType, ticket: Ticket, desk: Desk, viewer: Viewer): Card | null => {
  const words = sentence(done, ticket, desk, viewer);
  return words === null ? null : sentenceCard(words);
};
