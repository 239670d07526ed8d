import type { Instant } from "../sla/instant.ts";
import type { ChatUser } from "../chat/inbound-event.ts";
import type { Log } from "../chat/port.ts";
import type { Disclosure, RefusedReason } from "../chat/refused.ts";
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
  disclosed(who: Who, what: Disclosure, ticket: number): void;
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

/** Counts every refusal and disclosure. Logs each disclosure, and a person's refusals at most once a minute. */
export const createTraces = ({ log, now, metrics, desk }: TraceDeps): Traces => {
  const warn = createWarnOncePerMinute(log, now);
  return {
    refused: ({ user, membership }, reason, verb) => {
      const why = countedAs(reason, isStaff(user, desk(), membership));
      if (why === null) return;
      metrics.requestRefused(why);
      warn(user, { reason: why, who: user, verb }, "access.refused");
    },
    disclosed: ({ user }, what, ticket) => {
      metrics.disclosed(what);
      log.info({ what, who: user, ticket }, "access.disclosed");
    },
  };
};
