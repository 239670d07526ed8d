import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart } from "../../chat/card.ts";
import { contactText } from "../../cards/people.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { calendarText } from "../../i18n/calendar-text.ts";
import { numberText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, fact, plain, strong } from "../../i18n/spans.ts";
import { targetText } from "../../i18n/target-text.ts";
import { allClockKinds, isForCustomer } from "../../sla/clock-kinds.ts";
import { severities, type Severity } from "../../sla/severity.ts";
import { termsOfPlan } from "../../tickets/clocks/plan-terms.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import type { StoredTicket } from "../../tickets/ticket.ts";
import {
  buttonRow,
  homeHead,
  openTicketButtons,
  section,
  ticketRows,
  type HomeContext,
  type Places,
} from "./home-parts.ts";

/** What a customer sees on their home: their account's open tickets and their own, the next due first. */
export interface CustomerHome {
  /** Null if the desk does not know their account: then only what they asked for. */
  readonly account: Account | null;
  readonly tickets: readonly StoredTicket[];
  /** Counted up to `countedAtMost` plus one. */
  readonly total: number;
  readonly places: Places;
}

type Agreed = Pick<HomeContext, "desk" | "viewer">;

/** The targets at a severity in one line: "First answer: 1 hour, day and night · Solution: …". */
const targetLine = (account: Account, severity: Severity, { desk, viewer }: Agreed) => {
  const say = sayIn(viewer.locale);
  const plan = planOf(account, desk);
  if (plan === null) return [plain(say("target.none"))];
  const { calendar, targets } = termsOfPlan(desk, plan, severity);
  const agreed = allClockKinds.flatMap((kind) => {
    const target = isForCustomer(kind) ? targets[kind] : undefined;
    if (target === undefined) return [];
    const text = targetText(target, calendar, viewer.locale);
    return [[plain(say("home.target", { clock: say(`clock.${kind}`), target: text }))]];
  });
  return agreed.length === 0 ? [plain(say("target.none"))] : dotted(...agreed);
};

const planOf = ({ plan }: Account, desk: Desk) => (Object.hasOwn(desk.plans, plan) ? (desk.plans[plan] ?? null) : null);

/** The calendars of the plan in words, each once. */
const hoursText = (account: Account, { desk, viewer }: Agreed): string => {
  const plan = planOf(account, desk);
  const calendars = plan === null ? [] : severities.map((each) => termsOfPlan(desk, plan, each).calendar);
  return [...new Set(calendars.map((calendar) => calendarText(calendar, viewer.locale)))].join(" · ");
};

/** What was agreed with an account, for its people: the targets of each severity, the hours, and whom to ring. */
export const agreedPart = (account: Account, context: Agreed): CardPart => {
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const hours = hoursText(account, context);
  return {
    part: "facts",
    facts: [
      ...severities.map((each) => fact(say(`severityLabel.${each}`), ...targetLine(account, each, context))),
      ...(hours === "" ? [] : [fact(say("home.hours"), plain(hours))]),
      fact(say("fact.manager"), plain(contactText(account.manager, desk, viewer))),
    ],
  };
};

const planPart = (account: Account, context: HomeContext): readonly CardPart[] => [
  { part: "divider" },
  { part: "text", lines: [[strong(sayIn(context.viewer.locale)("home.plan", { plan: account.plan }))]] },
  agreedPart(account, context),
];

/** The home of a customer: *New ticket*, their tickets, and what was agreed with their company. */
export const customerHomeCard = ({ account, tickets, total, places }: CustomerHome, context: HomeContext): Card => {
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const shown = numberText(Math.min(total, countedAtMost), viewer.locale);
  const counted = total > countedAtMost ? say("list.over", { total: shown }) : shown;
  const newTicket: Button = { action: encodeAction("new"), label: say("home.newTicket"), style: "primary" };
  const all: readonly Button[] =
    total > tickets.length ? [{ action: encodeAction("list", "open"), label: say("home.all") }] : [];
  return {
    summary: desk.name,
    parts: [
      ...homeHead(desk.name, [newTicket], context),
      ...section(
        account === null
          ? say("home.myTickets", { total: counted })
          : say("home.ourTickets", { account: account.name, total: counted }),
        ticketRows(tickets, { is: "customer", places }, context),
        say("home.noTickets"),
      ),
      ...buttonRow(say("list.openTickets"), [...openTicketButtons(tickets, places, context), ...all]),
      ...(account === null
        ? [{ part: "text", lines: [[plain(say("home.unknown"))]] } as const]
        : planPart(account, context)),
    ],
  };
};
