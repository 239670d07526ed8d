import type { Desk } from "../../desk/desk.ts";
import { breach } from "../../tickets/clocks/ladder.ts";
import type { FileRef } from "../../tickets/refs.ts";
import type { Event } from "../../tickets/messages.ts";
import type { SkippedTarget, NotificationRoute, NotifyTarget } from "../reminders/notification-route.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { troubleWords } from "../message-cards/trouble-words.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/** Several names as one. */
export const listOf = (names: readonly string[], viewer: Viewer): string =>
  names.length === 0
    ? sayIn(viewer.locale)("history.nobody")
    : new Intl.ListFormat(viewer.locale, { type: "conjunction" }).format(names);

/** Whom a notify target reaches. */
export const notifyTargetText = (notifyTarget: NotifyTarget, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  switch (notifyTarget.how) {
    case "direct":
      return nameOf(desk, notifyTarget.person);
    case "email":
      return say("history.byEmail", { name: nameOf(desk, notifyTarget.person) });
    case "mention":
      return say("history.triageMention");
  }
};

/** Why somebody was not told. */
const passedWords = ({ to: notifyTarget, why }: SkippedTarget, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const name = notifyTargetText(notifyTarget, desk, viewer);
  switch (why.is) {
    case "out":
      return say("history.passedOut", { name, until: momentWords(why.until, viewer) });
    case "quiet":
      return say("history.passedQuiet", { name });
    case "failed":
      return say("history.passedFailed", { name, why: troubleWords(why.error, viewer) });
  }
};

/** Who is told, and for whom they stand in where they do. */
const routeWords = (
  { to: notifyTarget, skipped: passed }: Pick<NotificationRoute, "to" | "skipped">,
  desk: Desk,
  viewer: Viewer,
): string => {
  const why = passed.map((each) => passedWords(each, desk, viewer));
  const told = notifyTargetText(notifyTarget, desk, viewer);
  return why.length === 0 ? told : sayIn(viewer.locale)("history.standsIn", { told, why: why.join("; ") });
};

/** Who was not told and why, and who comes next; who was passed over in between stands beside them. */
const hopWords = (
  failed: NotificationRoute,
  why: Extract<Event, { type: "fallbackTaken" }>["why"],
  next: NotificationRoute | null,
  desk: Desk,
  viewer: Viewer,
): string => {
  const say = sayIn(viewer.locale);
  const between = next?.skipped.slice(failed.skipped.length + 1) ?? [];
  const then = next === null ? say("history.nobody") : routeWords({ ...next, skipped: between }, desk, viewer);
  return typeof why === "string"
    ? say("history.fallbackTaken", {
        name: notifyTargetText(failed.to, desk, viewer),
        why: troubleWords(why, viewer),
        next: then,
      })
    : say("turn.passedOver", { why: passedWords({ to: failed.to, why }, desk, viewer), next: then });
};

const capital = { heard: "Heard", replied: "Replied", noted: "Noted", opened: "Opened" } as const;

/** Words that were taken back are wiped from the facts. */
const shareOf = (step: number, viewer: Viewer): string =>
  new Intl.NumberFormat(viewer.locale, { style: "percent" }).format(step / 100);

const told = (text: string, viewer: Viewer): string =>
  text === "" ? sayIn(viewer.locale)("said.history.wiped") : oneLine(text, 140);

/** Files are told by name. */
const spoken = ({ text, files = [] }: { text: string; files?: readonly FileRef[] | undefined }): string =>
  [text, ...files.map(({ name }) => `📎 ${name}`)].join(" ").trim();

/** What happened, said after the name of who did it: "claimed it", "confirmed severity high". */
export const historyLine = (event: Event, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  switch (event.type) {
    case "opened":
      if (event.kind === "consulting") return say("history.openedConsulting");
      return event.source === undefined
        ? say("history.opened", { severity: say(`severity.${event.severity}`) })
        : say(`history.openedFrom.${event.source.how}`, {
            severity: say(`severity.${event.severity}`),
            author: event.requester.name,
          });
    case "articlesOffered":
      return say("history.articlesOffered", { titles: oneLine(event.titles.join(" · "), 140) });
    case "threadImported":
      return say("history.threadImported", { count: event.words.length });
    case "assigned":
      if (event.claimed) return say("history.claimed");
      return event.person === null
        ? say("history.unassigned")
        : say("history.assigned", { name: nameOf(desk, event.person) });
    case "severitySet": {
      const [from, to] = [say(`severity.${event.from}`), say(`severity.${event.to}`)];
      if (event.from === event.to) return say("history.severityConfirmed", { to });
      return event.reason === null
        ? say("history.severityChanged", { from, to })
        : say("history.severityLowered", { from, to, reason: oneLine(event.reason, 200) });
    }
    case "accountSet":
      return say("history.accountSet", {
        to: desk.accounts[event.to]?.name ?? desk.former.accounts[event.to] ?? event.to,
      });
    case "replyPending":
    case "replyUndone":
    case "replied":
    case "noted":
    case "heard":
      return say(`history.${event.type}`, { text: told(spoken(event), viewer) });
    case "techAsked":
      return say("history.techAsked", { text: oneLine(event.need, 140) });
    case "techMessaged":
    case "techCommented":
      return say(`history.${event.type}`, { text: oneLine(event.text, 140) });
    case "techClaimed":
      return say("history.techClaimed");
    case "techReturned":
      return say(event.done ? "history.techDone" : "history.techReturned", { text: oneLine(event.findings, 140) });
    case "messageEdited":
      return say(`said.history.edited${capital[event.as]}`, { text: told(event.text, viewer) });
    case "messageDeleted":
      if (event.on === undefined)
        return say(event.kept === true ? "said.history.keptByAuthor" : `said.history.gone${capital[event.as]}`);
      return say(event.kept === true ? "said.history.deletedKept" : `said.history.deleted${capital[event.as]}`, {
        author: event.author ?? "",
      });
    case "resolved":
      return say(event.silent === true ? "history.closedSilently" : "history.resolved");
    case "waited":
    case "reopened":
    case "acknowledged":
    case "replanned":
      return say(`history.${event.type}`);
    case "merged":
      return say("tie.history.merged", { other: ticketName(event.into) });
    case "linkAdded":
      return say(`tie.history.${event.how}`, { other: ticketName(event.number) });
    case "assigneeLeft":
      return say("turn.leftHistory", { name: nameOf(desk, event.person) });
    case "noAgentAvailable":
      return say("history.noAgentAvailable");
    case "dismissed":
      return say("history.dismissed");
    case "snoozed":
      return say("history.snoozed", { until: momentWords(event.until, viewer) });
    case "updatePromised":
      return say("history.updatePromised", { due: momentWords(event.target.due, viewer) });
    case "requeued":
      return say("history.requeued", { clock: say(`clock.${event.clock}`), share: shareOf(event.step, viewer) });
    case "reminded":
      if (event.step >= breach && event.notices.length === 0)
        return say("history.breachedUntold", { clock: say(`clock.${event.clock}`) });
      return say(event.step >= breach ? "history.breached" : "history.reminded", {
        clock: say(`clock.${event.clock}`),
        share: shareOf(event.step, viewer),
        names: listOf(
          event.notices.map((notice) => routeWords(notice, desk, viewer)),
          viewer,
        ),
      });
    case "fallbackTaken":
      return hopWords(event.failed, event.why, event.next, desk, viewer);
    case "reachedByOtherRoute":
      return say("turn.reachedByOtherRoute", {
        name: nameOf(desk, event.person),
        why: troubleWords(event.why, viewer),
      });
    case "escalated": {
      const names = listOf(
        event.page.map((each) => routeWords(each, desk, viewer)),
        viewer,
      );
      return event.why === null
        ? say("history.escalated", { names })
        : say("history.escalatedWhy", { names, why: oneLine(event.why, 200) });
    }
    case "consultingRouted":
      return say("history.consultingRouted", {
        names: listOf(
          event.page.map((each) => routeWords(each, desk, viewer)),
          viewer,
        ),
      });
    case "nudged":
      return say("history.nudged");
    case "inactivityRestarted":
      return say("history.inactivityRestarted", { since: momentWords(event.inactivity.since, viewer) });
    case "callRequested":
      return say("history.callRequested", {
        number: event.number,
        names: listOf(
          event.page.map((each) => routeWords(each, desk, viewer)),
          viewer,
        ),
      });
    case "called":
      return say("history.called");
    case "rated": {
      const score = say(`way.score.${event.score}`);
      return event.before === null
        ? say("history.rated", { score })
        : say("history.ratedAnew", { score, before: say(`way.score.${event.before}`) });
    }
    case "pageFailed":
      return hopWords(event.failed, event.why, event.next, desk, viewer);
    case "told":
      return say("history.told", {
        name: event.person === null ? say("history.triageMention") : nameOf(desk, event.person),
      });
    case "conversationTried":
      return say("turn.tried");
    case "conversationMoved":
      return say("history.conversationMoved", { why: troubleWords(event.why, viewer) });
    case "resent":
    case "markedDelivered":
      return say(`history.${event.type}`);
    case "undelivered":
      if (event.to === "tech") return say("history.techUnreached", { why: troubleWords(event.why, viewer) });
      return say(event.certain ? "history.undelivered" : "history.deliveryUnknown", {
        why: troubleWords(event.why, viewer),
      });
  }
};
