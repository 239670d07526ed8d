import { workText } from "../../i18n/duration-text.ts";
import { rich } from "../../i18n/rich.ts";
import { severityLabel } from "../../cards/ticket-heading.ts";
import { accountOf, managerOf, personOf } from "../../tickets/people.ts";
import { requesterName, assigneeLine } from "../../cards/people.ts";
import type { CardPart, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { hasNoReader, whyConversationLeft } from "../../tickets/conversation-place.ts";
import { callBackOf, escalationOf, inactivityOf, type Ticket } from "../../tickets/ticket.ts";
import { latestClocks, latestOf, dueLine } from "../../cards/due-line.ts";
import type { CallBack, Escalation, PageReceipt } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { dotted, fact, faint, moment, plain, quietly, strong } from "../../i18n/spans.ts";
import { techLine } from "../tech-handoff/index.ts";
import { factsOn } from "../ticket-facts.ts";
import { linksLine } from "../ticket-links/index.ts";
import { formerAccount, nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

const accountLine = (ticket: Ticket, desk: Desk, say: Say): Line => {
  const account = accountOf(desk, ticket);
  const former = formerAccount(desk, ticket);
  if (former !== null) return dotted([strong(`⚠ ${former}`)], [faint(say("account.gone"))]);
  return account === null
    ? dotted([strong(`⚠ ${say("triage.accountUnknown")}`)], [faint(say("triage.accountUnknownHint"))])
    : dotted([strong(account.name)], [faint(say("triage.plan", { plan: account.plan }))]);
};

/** A warning if the requester may no longer see the ticket. Answers go to the account, unless the ticket is private. */
const requesterLeft = (ticket: Ticket, desk: Desk, say: Say): Line => {
  if (hasNoReader(ticket, desk)) return [strong(`⚠ ${say("requester.goneFromPrivate")}`)];
  const account = accountOf(desk, ticket);
  const direct = { kind: "person", user: ticket.requester.user } as const;
  return account === null || whyConversationLeft(ticket, direct, desk) === null
    ? []
    : [strong(`⚠ ${say("requester.gone", { account: account.name })}`)];
};

const managerLine = (ticket: Ticket, desk: Desk, say: Say): Line => {
  const manager = managerOf(desk, ticket);
  if (manager === null) return [strong(say("triage.nobodyManages"))];
  const deputy = personOf(desk, manager.deputy);
  return [
    plain(
      deputy === null ? manager.name : say("triage.managerWithDeputy", { name: manager.name, deputy: deputy.name }),
    ),
  ];
};

const severityLine = (ticket: Ticket, say: Say): Line => {
  if (ticket.kind === "consulting") return [strong(say("kind.consulting"))];
  const claimed = say(`severity.${ticket.sla.claimedSeverity}`);
  const confirmed = ticket.sla.confirmedSeverity;
  if (confirmed === null)
    return dotted([plain(say("triage.claimed", { severity: claimed }))], [faint(say("triage.unconfirmed"))]);
  const line = strong(say("triage.confirmed", { severity: say(`severityLabel.${confirmed}`) }));
  return confirmed === ticket.sla.claimedSeverity
    ? [line]
    : dotted([line], [faint(say("triage.customerClaimed", { severity: claimed }))]);
};

const statusLine = (ticket: Ticket, say: Say): Line =>
  ticket.status === "resolved"
    ? rich(say, "triage.resolvedAt", { at: moment(ticket.resolvedAt) })
    : [plain(say(`status.${ticket.status}`))];

const receiptLine = (notified: PageReceipt | null, desk: Desk, say: Say): Line => {
  if (notified === null) return [plain(say("page.nobodyNotified"))];
  const name = notified.person === null ? say("history.triageMention") : nameOf(desk, notified.person);
  return rich(say, "page.notifiedAt", { name, at: moment(notified.at) });
};

const escalationLine = ({ by, at, notified }: Escalation, desk: Desk, say: Say): Line =>
  dotted(
    rich(say, "escalation.by", { name: strong(nameOf(desk, by)), at: moment(at) }),
    receiptLine(notified, desk, say),
  );

const callLine = ({ by, number, time, notified }: CallBack, desk: Desk, say: Say): Line =>
  dotted(
    [strong(number)],
    [plain(nameOf(desk, by))],
    time === null ? [] : [plain(time)],
    receiptLine(notified, desk, say),
  );

/** All facts that staff see about a ticket; the triage card and `show` share them. */
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
        ...dotted(
          rich(say, "triage.askedBy", {
            name: quietly(ticket.requester.user, requesterName(ticket, desk, say)),
            channel: { t: "channel", channel: ticket.askedIn },
            at: moment(ticket.openedAt),
          }),
          requesterLeft(ticket, desk, say),
        ),
      ),
      fact(severityLabel(ticket, say), ...severityLine(ticket, say)),
      fact(say("fact.status"), ...statusLine(ticket, say)),
      fact(say("fact.assignee"), ...assigneeLine(ticket, desk, say)),
      ...(escalation === null ? [] : [fact(say("fact.escalated"), ...escalationLine(escalation, desk, say))]),
      ...(closeAt === null ? [] : [fact(say("fact.closesAt"), moment(closeAt))]),
      ...(callBack === null ? [] : [fact(say("fact.call"), ...callLine(callBack, desk, say))]),
      ...(ticket.consultingMinutes === 0
        ? []
        : [fact(say("fact.consultingTime"), plain(workText(ticket.consultingMinutes, viewer.locale)))]),
      ...factsOn(ticket, { desk, viewer }, "staff"),
      ...(ticket.sla.clocks.length === 0 ? [fact(say("clock.firstResponse"), plain(say("target.none")))] : []),
      ...latestClocks(ticket).map((clock) => fact(say(`clock.${clock.kind}`), ...dueLine(ticket, clock, viewer))),
      ...(ticket.links.length === 0 ? [] : [fact(say("fact.links"), linksLine(ticket.links, say))]),
      ...(ticket.tech === null ? [] : [fact(say("fact.tech"), ...techLine(ticket.tech, desk, say))]),
      ...(techClock === null ? [] : [fact(say("clock.tech"), ...dueLine(ticket, techClock, viewer))]),
    ],
  };
};
