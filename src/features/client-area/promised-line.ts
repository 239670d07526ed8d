import { latestClocks } from "../../cards/due-line.ts";
import type { Line } from "../../chat/card.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { momentAndLeft } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { pausedSince } from "../../tickets/clocks/plan.ts";
import { isForCustomer } from "../../sla/clock-kinds.ts";
import type { Ticket } from "../../tickets/ticket.ts";

/** What is due next for the customer, and when; null if nothing is. The clock of the technical team is internal. */
export const promisedLine = (ticket: Ticket, viewer: Viewer): Line | null => {
  const running = latestClocks(ticket)
    .filter((clock) => clock.end === null && pausedSince(ticket, clock) === null)
    .toSorted((one, other) => one.target.due - other.target.due);
  const say = sayIn(viewer.locale);
  const [promised = null] = running.flatMap(({ kind, target }) =>
    isForCustomer(kind) ? [rich(say, `area.clock.${kind}`, { at: momentAndLeft(target.due) })] : [],
  );
  return promised;
};
