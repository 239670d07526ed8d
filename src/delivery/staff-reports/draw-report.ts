import type { Card } from "../../chat/card.ts";
import { countMails } from "../../db/mail/mail-store.ts";
import { listMailsForStaff } from "../../db/mail/waiting-mail-store.ts";
import { mostNamedMails, waitingMailsCard } from "../../features/mail-intake/index.ts";
import { readGoals } from "../../db/staff-reports/goal-queries.ts";
import { readDrafts } from "../../db/staff-reports/draft-queries.ts";
import { readWeekly } from "../../db/staff-reports/weekly-queries.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import { draftsCard, goalAlertCard, weeklyDigestCard, type GoalRecipient } from "../../features/staff-reports/index.ts";
import { deskViewer, staffViewer } from "../../i18n/viewer-for.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import { alertFor } from "../../reports/goal-state.ts";
import { accountsFor, goalRecipients, roleOf } from "../../reports/recipients.ts";
import { isReplaced, minuteOf } from "../../reports/report-times.ts";
import type { StaffReport, TriageReport, WelcomeReport } from "../../reports/staff-report.ts";
import { draftAccounts } from "../../reports/waiting-draft.ts";
import { readUnticketed, unticketedMessagesOf, type UnticketedRow } from "../../db/messages/unticketed-store.ts";
import { unticketedCard } from "../../features/unticketed/index.ts";
import { welcomeCard } from "../../features/welcome/index.ts";
import { accountOfChannel } from "../../tickets/principal.ts";
import { platformOf, type ChannelRef, type UserRef } from "../../tickets/refs.ts";
import { deciderOf } from "../../tickets/thread/unticketed.ts";
import { personOf } from "../../tickets/people.ts";

/** A report as it is sent, or why it is not sent any more. */
export type DrawnReport = { readonly card: Card } | { readonly over: string };

interface Drawing {
  readonly deps: WorkDeps;
  readonly desk: Desk;
  readonly person: Person;
}

const contextOf = ({ deps, desk, person }: Drawing) => ({
  desk,
  viewer: staffViewer(desk, person.key),
  urlOf: (path: string): string | null => deps.webUrl?.(path) ?? null,
  now: deps.now(),
});

type About<Kind extends StaffReport["kind"]> = Extract<StaffReport, { readonly kind: Kind }>;

const drawTimed = async (about: About<"weekly" | "statements">, drawing: Drawing): Promise<DrawnReport> => {
  const { deps, desk, person } = drawing;
  const role = roleOf(person, desk);
  if (role === null) return { over: "the person gets no reports any more" };
  if (minuteOf(about.kind, desk.reports) === null) return { over: "the desk switched these reports off" };
  const context = contextOf(drawing);
  if (isReplaced(about.kind, about.period, person, context)) return { over: "a newer one is due" };
  if (about.kind === "statements") {
    const drafts = await readDrafts(deps.database.db, desk, about.period, draftAccounts(person, desk));
    return drafts.length === 0 ? { over: "every draft was sent" } : { card: draftsCard(drafts, about.period, context) };
  }
  const figures = await readWeekly(deps.database.db, {
    desk,
    period: about.period,
    zone: context.viewer.timezone,
    accounts: role === "head" ? null : accountsFor(person, desk),
    now: context.now,
  });
  return { card: weeklyDigestCard(figures, { role, plannedFor: about.plannedFor }, context) };
};

/** As whom a person reads of an account's goal; null if it is not for them any more. */
const recipientOf = (account: string, { deps, desk, person }: Drawing): GoalRecipient | null => {
  if (!goalRecipients(account, desk, deps.now()).some(({ key }) => key === person.key)) return null;
  if (person.roles.includes("head")) return { as: "head" };
  const manager = personOf(desk, desk.accounts[account]?.manager ?? null);
  if (manager === null || manager.key === person.key) return { as: "manager" };
  return { as: "deputy", manager: manager.name, until: manager.outUntil ?? deps.now() };
};

const drawGoal = async (about: About<"goal">, drawing: Drawing): Promise<DrawnReport> => {
  const { deps, desk } = drawing;
  const { account, plan, clock, month, alert } = about;
  if (!desk.reports.alerts) return { over: "the desk switched alerts off" };
  const recipient = recipientOf(account, drawing);
  if (recipient === null) return { over: "it is not for this person any more" };
  const goals = await readGoals(deps.database.db, desk, deps.now(), [account]);
  const goal = goals.find(({ subject }) => subject.clock === clock && subject.plan === plan && subject.month === month);
  // The report of a missed goal tells a recovery since; that of a goal at risk gives way to the one of a missed goal.
  const now = goal === undefined ? null : alertFor(goal.count);
  if (goal === undefined || now === null || (alert === "near" && now === "missed"))
    return { over: "the goal stands otherwise by now" };
  return { card: goalAlertCard(goal, recipient, contextOf(drawing)) };
};

const drawWaitingMails = async ({ database, webUrl }: WorkDeps, desk: Desk): Promise<DrawnReport> => {
  const { waiting, setAside } = await countMails(database.db);
  if (waiting + setAside === 0) return { over: "no mail waits any more" };
  const mails = await listMailsForStaff(database.db, mostNamedMails);
  const total = waiting + setAside;
  return { card: waitingMailsCard({ mails, total }, (path) => webUrl?.(path) ?? null, deskViewer(desk)) };
};

/** The name of a customer, if their platform tells it. */
const nameOfCustomer = async ({ ports }: WorkDeps, user: UserRef): Promise<string | null> =>
  (await ports.get(platformOf(user))?.nameOf?.({ user })) ?? null;

const drawUnticketed = async (
  deps: WorkDeps,
  desk: Desk,
  row: UnticketedRow,
  isPosted: boolean,
): Promise<DrawnReport> => {
  const isNews = row.outcome === null || row.outcome === "unreadable";
  if (!isNews && !isPosted) return { over: "it was decided before triage was asked" };
  const messages = await unticketedMessagesOf(deps.database.db, row.id);
  const [first] = messages;
  return {
    card: unticketedCard(
      {
        id: row.id,
        account: desk.accounts[row.account]?.name ?? row.account,
        channel: row.channel,
        first:
          first === undefined
            ? null
            : { channel: first.channel, id: first.message, author: await nameOfCustomer(deps, first.author) },
        count: messages.length,
        firstAt: row.firstAt,
        openAt: row.openAt,
        decided: row.outcome === null ? null : { outcome: row.outcome, by: deciderOf(row, desk), ticket: row.ticket },
      },
      deskViewer(desk),
    ),
  };
};

/** Draws a report for a triage channel. `isPosted`: it is there, and is to show how things stand now. */
export const drawForTriage = async (
  about: TriageReport,
  { deps, desk, isPosted }: Pick<Drawing, "deps" | "desk"> & { readonly isPosted: boolean },
): Promise<DrawnReport> => {
  if (about.kind === "mails") return drawWaitingMails(deps, desk);
  const row = await readUnticketed(deps.database.db, about.unticketed);
  return row === null ? { over: "it was decided long ago" } : drawUnticketed(deps, desk, row, isPosted);
};

/** Draws the message in a customer's channel that says how to ask, as the desk is now. */
export const drawWelcome = (channel: ChannelRef, desk: Desk): DrawnReport => {
  const account = accountOfChannel(channel, desk);
  if (!desk.welcome) return { over: "the desk switched it off" };
  if (account === null) return { over: "the channel belongs to no account any more" };
  return { card: welcomeCard(account, desk) };
};

/** Reads the figures of a report and draws it for its person. */
export const drawReport = (
  about: Exclude<StaffReport, TriageReport | WelcomeReport>,
  drawing: Drawing,
): Promise<DrawnReport> => (about.kind === "goal" ? drawGoal(about, drawing) : drawTimed(about, drawing));
