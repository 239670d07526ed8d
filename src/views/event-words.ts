import type { Desk } from "../domain/desk.ts";
import { breach } from "../domain/ladder.ts";
import type { FileRef } from "../domain/refs.ts";
import type { Event } from "../domain/messages.ts";
import type { PassedRung, Route, Rung } from "../domain/rung.ts";
import { ticketName } from "../domain/ticket.ts";
import { oneLine } from "./excerpt.ts";
import { momentWords } from "./moment-words.ts";
import type { Reader } from "./reader.ts";
import { troubleWords } from "./trouble-words.ts";
import { nameOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

/** Several names as one. */
export const listOf = (names: readonly string[], reader: Reader): string =>
  names.length === 0
    ? sayIn(reader.locale)("history.nobody")
    : new Intl.ListFormat(reader.locale, { type: "conjunction" }).format(names);

/** Whom a rung reaches. */
export const rungWords = (rung: Rung, desk: Desk, reader: Reader): string => {
  const say = sayIn(reader.locale);
  switch (rung.how) {
    case "direct":
      return nameOf(desk, rung.person);
    case "email":
      return say("history.byEmail", { name: nameOf(desk, rung.person) });
    case "mention":
      return say("history.triageMention");
  }
};

/** Why somebody was not told. */
const passedWords = ({ rung, why }: PassedRung, desk: Desk, reader: Reader): string => {
  const say = sayIn(reader.locale);
  const name = rungWords(rung, desk, reader);
  switch (why.is) {
    case "out":
      return say("history.passedOut", { name, until: momentWords(why.until, reader) });
    case "quiet":
      return say("history.passedQuiet", { name });
    case "failed":
      return say("history.passedFailed", { name, why: troubleWords(why.error, reader) });
  }
};

/** Who is told, and for whom they stand in where they do. */
const routeWords = ({ rung, passed }: Pick<Route, "rung" | "passed">, desk: Desk, reader: Reader): string => {
  const why = passed.map((each) => passedWords(each, desk, reader));
  const told = rungWords(rung, desk, reader);
  return why.length === 0 ? told : sayIn(reader.locale)("history.standsIn", { told, why: why.join("; ") });
};

/** Who was not told and why, and who comes next; who was passed over in between stands beside them. */
const hopWords = (
  failed: Route,
  why: Extract<Event, { type: "fellBack" }>["why"],
  next: Route | null,
  desk: Desk,
  reader: Reader,
): string => {
  const say = sayIn(reader.locale);
  const between = next?.passed.slice(failed.passed.length + 1) ?? [];
  const then = next === null ? say("history.nobody") : routeWords({ ...next, passed: between }, desk, reader);
  return typeof why === "string"
    ? say("history.fellBack", {
        name: rungWords(failed.rung, desk, reader),
        why: troubleWords(why, reader),
        next: then,
      })
    : say("turn.passedOver", { why: passedWords({ rung: failed.rung, why }, desk, reader), next: then });
};

const capital = { heard: "Heard", replied: "Replied", noted: "Noted", opened: "Opened" } as const;

/** Words that were taken back are wiped from the facts. */
const shareOf = (step: number, reader: Reader): string =>
  new Intl.NumberFormat(reader.locale, { style: "percent" }).format(step / 100);

const told = (text: string, reader: Reader): string =>
  text === "" ? sayIn(reader.locale)("said.history.wiped") : oneLine(text, 140);

/** Files are told by name. */
const spoken = ({ text, files = [] }: { text: string; files?: readonly FileRef[] | undefined }): string =>
  [text, ...files.map(({ name }) => `📎 ${name}`)].join(" ").trim();

/** What happened, said after the name of who did it: "claimed it", "confirmed severity high". */
export const eventWords = (event: Event, desk: Desk, reader: Reader): string => {
  const say = sayIn(reader.locale);
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
    case "tookOver":
      return say("history.tookOver", { count: event.words.length });
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
    case "replyHeld":
    case "replyUndone":
    case "replied":
    case "noted":
    case "heard":
      return say(`history.${event.type}`, { text: told(spoken(event), reader) });
    case "techAsked":
      return say("history.techAsked", { text: oneLine(event.need, 140) });
    case "techTold":
    case "techRemarked":
      return say(`history.${event.type}`, { text: oneLine(event.text, 140) });
    case "techTook":
      return say("history.techTook");
    case "techReturned":
      return say(event.done ? "history.techDone" : "history.techReturned", { text: oneLine(event.findings, 140) });
    case "wordsEdited":
      return say(`said.history.edited${capital[event.as]}`, { text: told(event.text, reader) });
    case "wordsTakenBack":
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
    case "tied":
      return say(`tie.history.${event.how}`, { other: ticketName(event.number) });
    case "assigneeLeft":
      return say("turn.leftHistory", { name: nameOf(desk, event.person) });
    case "nobodyFree":
      return say("history.nobodyFree");
    case "dismissed":
      return say("history.dismissed");
    case "snoozed":
      return say("history.snoozed", { until: momentWords(event.until, reader) });
    case "updatePromised":
      return say("history.updatePromised", { due: momentWords(event.promise.due, reader) });
    case "heldBack":
      return say("history.heldBack", { clock: say(`clock.${event.clock}`), share: shareOf(event.step, reader) });
    case "reminded":
      if (event.step >= breach && event.notices.length === 0)
        return say("history.breachedUntold", { clock: say(`clock.${event.clock}`) });
      return say(event.step >= breach ? "history.breached" : "history.reminded", {
        clock: say(`clock.${event.clock}`),
        share: shareOf(event.step, reader),
        names: listOf(
          event.notices.map((notice) => routeWords(notice, desk, reader)),
          reader,
        ),
      });
    case "fellBack":
      return hopWords(event.failed, event.why, event.next, desk, reader);
    case "reachedElsewhere":
      return say("turn.reachedElsewhere", {
        name: nameOf(desk, event.person),
        why: troubleWords(event.why, reader),
      });
    case "escalated": {
      const names = listOf(
        event.summons.map((each) => routeWords(each, desk, reader)),
        reader,
      );
      return event.why === null
        ? say("history.escalated", { names })
        : say("history.escalatedWhy", { names, why: oneLine(event.why, 200) });
    }
    case "consultingRouted":
      return say("history.consultingRouted", {
        names: listOf(
          event.summons.map((each) => routeWords(each, desk, reader)),
          reader,
        ),
      });
    case "nudged":
      return say("history.nudged");
    case "silenceCounted":
      return say("history.silenceCounted", { since: momentWords(event.silence.since, reader) });
    case "callRequested":
      return say("history.callRequested", {
        number: event.number,
        names: listOf(
          event.summons.map((each) => routeWords(each, desk, reader)),
          reader,
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
    case "summonsFailed":
      return hopWords(event.failed, event.why, event.next, desk, reader);
    case "told":
      return say("history.told", {
        name: event.person === null ? say("history.triageMention") : nameOf(desk, event.person),
      });
    case "conversationTried":
      return say("turn.tried");
    case "conversationMoved":
      return say("history.conversationMoved", { why: troubleWords(event.why, reader) });
    case "sentAgain":
    case "foundArrived":
      return say(`history.${event.type}`);
    case "undelivered":
      if (event.to === "tech") return say("history.techUnreached", { why: troubleWords(event.why, reader) });
      return say(event.certain ? "history.undelivered" : "history.deliveryUnknown", {
        why: troubleWords(event.why, reader),
      });
  }
};
