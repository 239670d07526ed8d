import type { ClockKind } from "../sla/clock-kinds.ts";
import type { Instant } from "../sla/instant.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { AlertKind } from "./goal-state.ts";
import type { ReportTime } from "./report-times.ts";

/** What a goal of a plan is about: one clock of one account's tickets in one month of the account's zone (`2026-11`). */
export interface GoalSubject {
  readonly account: string;
  readonly plan: string;
  readonly clock: ClockKind;
  readonly month: string;
}

/** What a triage channel reads about mails that wait. `first`: the mail that was new when it was made. */
export interface MailsReport {
  readonly kind: "mails";
  readonly channel: ChannelRef;
  readonly first: number;
}

/** What a triage channel reads about customers' messages that belong to no ticket (a row of `unticketed`), and chooses what they are. */
export interface UnticketedReport {
  readonly kind: "unticketed";
  readonly channel: ChannelRef;
  readonly unticketed: number;
}

/** The message in a customer's channel that says how to ask and what is promised. It is posted once and kept true. */
export interface WelcomeReport {
  readonly kind: "welcome";
  readonly channel: ChannelRef;
}

/** A report that is posted in a triage channel. */
export type TriageReport = MailsReport | UnticketedReport;

/**
 * What Plazo tells one member of the staff, a triage channel, or a customer's channel, by itself. It holds no figures and no words of customers: they are read when it
 * is sent. `period` is the first day of the week or month that it is about.
 */
export type StaffReport =
  | { readonly kind: "weekly" | "statements"; readonly period: string; readonly plannedFor: Instant }
  | (GoalSubject & { readonly kind: "goal"; readonly alert: AlertKind })
  | TriageReport
  | WelcomeReport;

/** The subject of the messages in customers' channels that say how to ask. Each channel has one. */
export const welcomeSubject = "welcome";

/** The subject of the reports about a row of `unticketed`. */
export const unticketedSubject = (unticketed: number): string => `unticketed ${unticketed}`;

/** What the report is about, as a key. A person gets one report about a subject. */
export const subjectOf = (report: StaffReport): string => {
  switch (report.kind) {
    case "goal":
      return `goal ${report.month} ${report.account} ${report.plan} ${report.clock} ${report.alert}`;
    case "mails":
      return `mails ${report.first}`;
    case "welcome":
      return welcomeSubject;
    case "unticketed":
      return unticketedSubject(report.unticketed);
    default:
      return `${report.kind} ${report.period}`;
  }
};

/** The report that a due time comes to. */
export const timedReport = (
  { report }: Pick<ReportTime, "report">,
  due: { readonly period: string; readonly plannedFor: Instant },
): StaffReport => ({ kind: report, period: due.period, plannedFor: due.plannedFor });
