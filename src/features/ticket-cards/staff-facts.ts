import { severityLabel } from "../../cards/ticket-heading.ts";
import { accountOf, managerOf, personOf } from "../../tickets/people.ts";
import { requesterName, assigneeLine } from "../../cards/people.ts";
import type { CardPart, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { whyLeft } from "../../tickets/conversation-place.ts";
import { callBackOf, escalationOf, inactivityOf, type Ticket } from "../../tickets/ticket.ts";
import { latestClocks, latestOf, dueLine } from "../../cards/due-line.ts";
import type { CallBack, Escalation, PageReceipt } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { fact, faint, moment, plain, quietly, strong } from "../../i18n/spans.ts";
import { techLine } from "../tech-handoff/index.ts";
import { linksLine } from "../ticket-links/index.ts";
import { formerAccount, nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

const accountLine = (ticket: Ticket, desk: Desk, say: Say): Line => {
  const account = accountOf(desk, ticket);
  const former = formerAccount(desk, ticket);
  if (former !== null) return [strong(`⚠ ${former}`), faint(say("turn.accountGone"))];
  return account === null
    ? [strong(`⚠ ${say("triage.accountUnknown")}`), faint(say("triage.accountUnknownHint"))]
    : [strong(account.name), faint(say("triage.planPart", { plan: account.plan }))];
};

/** A requester who lost the ticket: answers go to the account. */
const requesterLeft = (ticket: Ticket, desk: Desk, say: Say): Line => {
  const account = accountOf(desk, ticket);
  const direct = { kind: "person", user: ticket.requester.user } as const;
  return account === null || whyLeft(ticket, direct, desk) === null
    ? []
    : [strong(` ⚠ ${say("turn.requesterGone", { account: account.name })}`)];
};

const managerLine = (ticket: Ticket, desk: Desk, say: Say): Line => {
  const manager = managerOf(desk, ticket);
  if (manager === null) return [strong(say("triage.nobodyManages"))];
  const deputy = personOf(desk, manager.deputy);
  return [plain(manager.name), ...(deputy === null ? [] : [faint(say("triage.deputy", { name: deputy.name }))])];
};

const severityLine = (ticket: Ticket, say: Say): Line => {
  if (ticket.kind === "consulting") return [strong(say("way.consulting"))];
  const claimed = say(`severity.${ticket.sla.claimedSeverity}`);
  const confirmed = ticket.sla.confirmedSeverity;
  if (confirmed === null)
    return [plain(say("triage.claimed", { severity: claimed })), faint(say("triage.unconfirmed"))];
  const line = strong(say("triage.confirmed", { severity: say(`severityLabel.${confirmed}`) }));
  return confirmed === ticket.sla.claimedSeverity
    ? [line]
    : [line, faint(say("triage.customerSaid", { severity: claimed }))];
};

const statusLine = (ticket: Ticket, say: Say): Line =>
  ticket.status === "resolved"
    ? [plain(say("triage.resolvedAt")), moment(ticket.resolvedAt)]
    : [plain(say(`status.${ticket.status}`))];

const toldLine = (told: PageReceipt | null, desk: Desk, say: Say): Line => {
  if (told === null) return [plain(say("way.nobodyKnows"))];
  const name = told.person === null ? say("history.triageMention") : nameOf(desk, told.person);
  return [plain(say("way.knows", { name })), moment(told.at)];
};

const escalationLine = ({ by, at, told }: Escalation, desk: Desk, say: Say): Line => [
  strong(say("way.escalatedFact", { name: nameOf(desk, by) })),
  moment(at),
  plain(" · "),
  ...toldLine(told, desk, say),
];

const callLine = ({ by, number, time, told }: CallBack, desk: Desk, say: Say): Line => [
  strong(number),
  plain(` · ${nameOf(desk, by)}${time === null ? "" : ` · ${time}`} · `),
  ...toldLine(told, desk, say),
];

/** Every fact the staff have about a ticket; the card and `show` share it. */
export const staffFacts = (ticket: Ticket, desk: Desk, viewer: Viewer): CardPart => {
  const say = sayIn(viewer.locale);
  const techClock = latestOf(ticket, "tech");
  const escalation = escalationOf(ticket);
  const callBack = callBackOf(ticket);
  const closeAt = inactivityOf(ticket)?.closeAt ?? null;
  return {
    part: "facts",
    facts: [
      fact(say("fact.account"), ...accountLine(ticket, desk, say)),
      fact(say("fact.manager"), ...managerLine(ticket, desk, say)),
      fact(
        say("fact.askedBy"),
        quietly(ticket.requester.user, requesterName(ticket, desk, say)),
        plain(say("triage.askedIn")),
        { t: "channel", channel: ticket.askedIn },
        plain(" · "),
        moment(ticket.openedAt),
        ...requesterLeft(ticket, desk, say),
      ),
      fact(severityLabel(ticket, say), ...severityLine(ticket, say)),
      fact(say("fact.status"), ...statusLine(ticket, say)),
      fact(say("fact.assignee"), ...assigneeLine(ticket, desk, say)),
      ...(escalation === null ? [] : [fact(say("way.escalated"), ...escalationLine(escalation, desk, say))]),
      ...(closeAt === null ? [] : [fact(say("way.closesAt"), moment(closeAt))]),
      ...(callBack === null ? [] : [fact(say("way.call"), ...callLine(callBack, desk, say))]),
      ...(ticket.rating?.given == null
        ? []
        : [
            fact(
              say("way.rating"),
              strong(say(`way.score.${ticket.rating.given.score}`)),
              plain(` · ${ticket.rating.given.name}`),
            ),
          ]),
      ...(ticket.sla.clocks.length === 0 ? [fact(say("clock.firstResponse"), plain(say("promise.none")))] : []),
      ...latestClocks(ticket).map((clock) => fact(say(`clock.${clock.kind}`), ...dueLine(ticket, clock, viewer))),
      ...(ticket.links.length === 0 ? [] : [fact(say("tie.fact"), linksLine(ticket.links, say))]),
      ...(ticket.tech === null ? [] : [fact(say("fact.tech"), ...techLine(ticket.tech, desk, say))]),
      ...(techClock === null ? [] : [fact(say("clock.tech"), ...dueLine(ticket, techClock, viewer))]),
    ],
  };
};
