import type { Instant } from "../sla/instant.ts";
import type { ChatUser } from "../chat/inbound-event.ts";
import type { Log } from "../chat/port.ts";
import type { Disclosure, RefusedPage, RefusedReason } from "../chat/refused.ts";
import { createWarnOncePerMinute } from "../chat/refusals.ts";
import type { Desk } from "../desk/desk.ts";
import { isStaff } from "../tickets/principal.ts";
import type { Refusal } from "../tickets/messages.ts";

/** The acting person, as the platform reports them. */
type Who = Pick<ChatUser, "user" | "membership">;

/** Records for the operator which requests were refused and which records were disclosed. */
export interface Traces {
  /** `verb` names the command or the button, never anything that a person wrote. */
  refused(who: Who, reason: Refusal["reason"], verb: string): void;
  /** The same for a request of a browser. */
  pageRefused(page: RefusedPage): void;
  /** `ticket`: null if it is about many. */
  disclosed(who: Who, what: Disclosure, ticket: number | null): void;
}

/** Null for refusals in daily work, such as a ticket that is already claimed. */
const countedAs = (reason: Refusal["reason"], isOfStaff: boolean): RefusedReason | null => {
  if (reason === "askedTooOften") return "limited";
  if (reason === "notAllowed" || reason === "limited") return reason;
  return reason === "noSuchTicket" && !isOfStaff ? "notYours" : null;
};

interface TraceDeps {
  readonly log: Log;
  readonly now: () => Instant;
  readonly metrics: { requestRefused(why: RefusedReason): void; disclosed(what: Disclosure): void };
  readonly desk: () => Desk;
}

/**
 * Counts every refusal and disclosure. Logs each disclosure, and a person's refusals at most once a minute. Strangers have as
 * many addresses as they like, so all of them together get one line a minute for each kind of request.
 */
export const createTraces = ({ log, now, metrics, desk }: TraceDeps): Traces => {
  const warn = createWarnOncePerMinute(log, now);
  return {
    refused: ({ user, membership }, reason, verb) => {
      const why = countedAs(reason, isStaff(user, desk(), membership));
      if (why === null) return;
      metrics.requestRefused(why);
      warn(user, { reason: why, who: user, verb }, "access.refused");
    },
    pageRefused: ({ reason, what, user, address }) => {
      metrics.requestRefused(reason);
      const facts = { reason, who: user ?? address, what };
      warn(user === null ? `stranger ${reason} ${what}` : `${user} on a page`, facts, "web.refused");
    },
    disclosed: ({ user }, what, ticket) => {
      metrics.disclosed(what);
      log.info({ what, who: user, ...(ticket === null ? {} : { ticket }) }, "access.disclosed");
    },
  };
};
