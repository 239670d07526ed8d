import { contactWords } from "../../cards/people.ts";
import { severityList } from "../../cards/ticket-heading.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Refusal } from "../../tickets/refusal.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { durationWords } from "../../i18n/duration-words.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

const sentence = (refusal: Refusal, number: number | null, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const ticket = number === null ? say("refusal.theTicket") : ticketName(number);
  switch (refusal.reason) {
    case "alreadyClaimed":
      return say("refusal.alreadyClaimed", { ticket, name: nameOf(desk, refusal.by) });
    case "alreadyTicket":
      return say("refusal.alreadyTicket", { ticket: ticketName(refusal.number) });
    case "alreadyThat":
      return say(`refusal.already.${refusal.what}`, { ticket });
    case "channelOfAnother":
    case "noSuchAccount":
    case "noSuchPerson":
      return say(`refusal.${refusal.reason}`, { name: oneLine(refusal.name, 60) });
    case "notBreached": {
      const contact = contactWords(refusal.manager, desk, viewer);
      return refusal.due === null
        ? say("refusal.nothingBroken", { ticket, contact })
        : say("refusal.notBreached", { ticket, contact, due: momentWords(refusal.due, viewer) });
    }
    case "noCallHere": {
      const contact = contactWords(refusal.manager, desk, viewer);
      return refusal.severities.length === 0
        ? say("refusal.noCallAtAll", { contact })
        : say("refusal.noCallHere", { ticket, contact, severities: severityList(refusal.severities, viewer) });
    }
    case "escalatedAlready":
      return say("refusal.escalatedAlready", {
        ticket,
        at: momentWords(refusal.at, viewer),
        again: momentWords(refusal.again, viewer),
      });
    case "internalWords":
      return say("refusal.internalWords", { found: oneLine(refusal.found, 60) });
    case "continuesIn":
    case "linkedAlready":
    case "otherAccount":
      return say(`tie.refusal.${refusal.reason}`, { ticket, to: ticketName(refusal.to) });
    case "sameTicket":
      return say("tie.refusal.sameTicket");
    case "limited":
      return say(`refusal.limited.${refusal.what}.${refusal.of}`, {
        most: new Intl.NumberFormat(viewer.locale).format(refusal.limit.most),
        within: durationWords(refusal.limit.withinMs, viewer.locale),
        until: momentWords(refusal.until, viewer),
      });
    case "askedTooOften":
      return say(`refusal.askedTooOften.${refusal.what}`, {
        most: new Intl.NumberFormat(viewer.locale).format(refusal.limit.most),
        within: durationWords(refusal.limit.withinMs, viewer.locale),
        until: momentWords(refusal.until, viewer),
      });
    case "tooFarAhead":
      return say("refusal.tooFarAhead", { count: refusal.days });
    case "nothingAskedOfCustomer":
      return say("replying.nothingAsked", { ticket });
    case "noTechTeam":
    case "notWithTech":
    case "callRequestedAlready":
    case "noCallRequested":
    case "consultingHasNone":
    case "nothingToRate":
    case "nothingAsked":
    case "reasonNeeded":
    case "resolvedAlready":
    case "readersChanged":
    case "nothingRunning":
    case "notDue":
      return say(`refusal.${refusal.reason}`, { ticket });
    case "ratedAlready":
    case "notAllowed":
    case "noLongerPending":
    case "seenToAlready":
    case "noSuchTicket":
    case "notAhead":
    case "emptyText":
      return say(`refusal.${refusal.reason}`);
  }
};

/** Why not, in one friendly sentence. `noSuchTicket` also stands for tickets of others: the two must read the same. */
export const refusalCard = (refusal: Refusal, number: number | null, desk: Desk, viewer: Viewer): Card =>
  sentenceCard(sentence(refusal, number, desk, viewer));
