import { recipientRoles, type LadderStep, type Recipient } from "../sla/ladder-step.ts";
import { clockKinds } from "../sla/clock-kinds.ts";
import { roundTheClock, weekdays, type Calendar, type Interval } from "../sla/calendar.ts";
import { type Account, type Article, type Desk, type Person, type SupportPlan, type Targets } from "./desk.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import { severities, type Severity } from "../sla/severity.ts";
import { parseDuration } from "./duration.ts";
import { readFormer } from "./removal/former.ts";
import { limitsOf } from "./limits-of.ts";
import { mailOf } from "./mail-of.ts";
import { reportsOf } from "./reports-of.ts";
import { parseDays, parseInterval, parseQuiet } from "./opening-hours.ts";
import { platformOf } from "../tickets/refs.ts";
import { idsOf } from "./platform-ids.ts";
import { deskDocument, type DeskDocument } from "./schema.ts";
import { translated } from "./every-language.ts";
import { readSections } from "./sections.ts";

/** First responses that apply if neither plan nor desk names one. */
const builtInTargets: Readonly<Record<Severity, WrittenTargets>> = {
  critical: { firstResponse: "PT1H" },
  high: { firstResponse: "PT4H" },
  medium: { firstResponse: "PT8H" },
  low: { firstResponse: "P1D" },
};

/** The reminders of a desk that names none. */
export const builtInLadder: NonNullable<DeskDocument["reminders"]> = [
  { at: "50%", tell: ["assignee", "manager"] },
  { at: "80%", tell: ["assignee", "manager", "deputy"] },
  { at: "100%", tell: ["assignee", "manager", "head"], email: ["head"], mention: "triage" },
];

/** The steps for the technical team's clock if the file names none for it. */
const builtInTechLadder: NonNullable<DeskDocument["reminders"]> = [
  { at: "80%", tell: ["tech", "assignee"], clocks: ["tech"] },
  { at: "100%", tell: ["tech", "assignee", "head"], mention: "triage", clocks: ["tech"] },
];

/** Working days within which people still remember the ticket. */
const builtInReopen = "P7D";

const builtInGrace = "25%";
const builtInUndo = "PT10S";

/** The desk of a stored document, with all defaults. Throws if it is no desk document. */
export const deskOf = (stored: unknown, version: number, former: unknown = null): Desk => {
  const document = deskDocument.parse(stored);
  const timezone = document.timezone ?? firstZone(document) ?? "UTC";
  const locale = document.locale ?? "en";
  const defaults = bySeverity((severity) => ({ ...builtInTargets[severity], ...document.severities?.[severity] }));
  return {
    version,
    name: document.desk ?? "Support",
    locale,
    timezone,
    consulting: targetsOf(document.consulting ?? {}),
    waiting: document.waiting === undefined ? null : waitingOf(document.waiting),
    manual: (typeof document.manual === "object" ? document.manual.url : document.manual) ?? null,
    articles: articlesOf(document.manual),
    phone: document.phone ?? null,
    calendars: { [roundTheClock.name]: roundTheClock, ...mapped(document.calendars, calendarOf) },
    severities: bySeverity((severity) => targetsOf(defaults[severity])),
    severityMeans: bySeverity((severity) => {
      const means = document.severities?.[severity]?.means;
      return means === undefined ? null : translated(means, locale);
    }),
    plans: mapped(document.plans, (key, plan) => planOf(key, plan, defaults)),
    ladder: laddersOf(document.reminders ?? builtInLadder).map(stepOf),
    channels: { triage: listOf(document.channels?.triage), tech: listOf(document.channels?.tech) },
    people: mapped(document.people, personOf),
    accounts: mapped(document.accounts, (key, account) => accountOf(key, account, { locale, timezone })),
    grace: shareOf(document.grace ?? builtInGrace),
    undo: lengthOf(document.undo ?? builtInUndo),
    assignment: document.assignment ?? "manual",
    notifyAssignee: document.notifyAssignee ?? true,
    welcome: document.welcome ?? false,
    reports: reportsOf(document.reports),
    mail: mailOf(document.mail),
    ...readSections(document, locale),
    reopen: document.reopen === "never" ? null : parseDuration(document.reopen ?? builtInReopen),
    thanks: document.thanks ?? [],
    limits: limitsOf(document.limits),
    former: readFormer(former),
  };
};

const articlesOf = (manual: DeskDocument["manual"]): readonly Article[] =>
  typeof manual === "object"
    ? (manual.articles ?? []).map(({ title, url, keywords, lang }) => ({ title, url, keywords, locale: lang ?? null }))
    : [];

const laddersOf = (written: NonNullable<DeskDocument["reminders"]>): NonNullable<DeskDocument["reminders"]> =>
  written.some((step) => step.clocks?.includes("tech")) ? written : [...written, ...builtInTechLadder];

type Entry<Section extends "calendars" | "plans" | "people" | "accounts"> = NonNullable<DeskDocument[Section]>[string];
type WrittenTargets = NonNullable<DeskDocument["consulting"]>;
type Reference = ChannelRef;

const mapped = <Written, Meant>(
  section: Readonly<Record<string, Written>> | undefined,
  mean: (key: string, written: Written) => Meant,
): Readonly<Record<string, Meant>> =>
  Object.fromEntries(Object.entries(section ?? {}).map(([key, written]) => [key, mean(key, written)]));

const bySeverity = <Meant>(mean: (severity: Severity) => Meant): Readonly<Record<Severity, Meant>> =>
  Object.fromEntries(severities.map((each) => [each, mean(each)])) as Record<Severity, Meant>;

const shareOf = (percent: string): number => parseInt(percent, 10) / 100;

const lengthOf = (written: 0 | string): number => (written === 0 ? 0 : (parseDuration(written)?.ms ?? 0));

const listOf = (written: string | readonly string[] | undefined): readonly Reference[] =>
  (typeof written === "string" ? [written] : (written ?? [])) as readonly Reference[];

/** A desk without a zone takes the zone of its first calendar. */
const firstZone = (document: DeskDocument): string | undefined =>
  Object.values(document.calendars ?? {}).find((each) => each.timezone !== undefined)?.timezone;

const intervalsOf = (written: readonly string[]): readonly Interval[] =>
  written.map(parseInterval).filter((each) => each !== null);

const calendarOf = (name: string, { open, timezone, hours, holidays, exceptions }: Entry<"calendars">): Calendar => {
  if (open === "always" || timezone === undefined || hours === undefined) return { name, open: "always" };
  const byDay = Object.entries(hours).flatMap(([days, intervals]) =>
    (parseDays(days) ?? []).map((day) => [day, intervalsOf(intervals)] as const),
  );
  return {
    name,
    open: "hours",
    timezone,
    hours: Object.fromEntries([...weekdays.map((day) => [day, []] as const), ...byDay]) as Extract<
      Calendar,
      { open: "hours" }
    >["hours"],
    holidays: [...(holidays ?? [])].toSorted(),
    exceptions: Object.fromEntries(
      Object.entries(exceptions ?? {})
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([date, written]) => [date, written === "closed" ? [] : intervalsOf(written)]),
    ),
  };
};

const targetsOf = ({ firstResponse, nextResponse, resolution, tech }: WrittenTargets): Targets =>
  Object.fromEntries(
    Object.entries({ firstResponse, nextResponse, resolution, tech }).flatMap(([clock, text]) => {
      const target = text === undefined ? null : parseDuration(text);
      return target === null ? [] : [[clock, target]];
    }),
  );

const waitingOf = ({ nudge, close }: NonNullable<DeskDocument["waiting"]>): Desk["waiting"] => ({
  nudge: nudge === undefined ? null : parseDuration(nudge),
  close: close === undefined ? null : parseDuration(close),
});

const goalsOf = (written: NonNullable<Entry<"plans">["attainment"]>): SupportPlan["attainment"] =>
  Object.fromEntries(
    clockKinds.flatMap((clock) => {
      const goal = written[clock];
      return goal === undefined ? [] : [[clock, parseFloat(goal) / 100] as const];
    }),
  );

const watchOf = ({ ask, open }: NonNullable<Entry<"plans">["watch"]>): SupportPlan["watch"] => {
  const askAfter = parseDuration(ask);
  return askAfter === null ? null : { askAfter, openAfter: open === undefined ? null : parseDuration(open) };
};

const planOf = (
  key: string,
  plan: Entry<"plans">,
  defaults: Readonly<Record<Severity, WrittenTargets>>,
): SupportPlan => ({
  key,
  calendar: plan.calendar,
  terms: bySeverity((severity) => ({
    calendar: plan.targets?.[severity]?.calendar ?? plan.calendar,
    targets: targetsOf({ ...defaults[severity], ...plan.targets?.[severity] }),
  })),
  phone: plan.phone ?? [],
  escalate: plan.escalate ?? "broken",
  attainment: goalsOf(plan.attainment ?? {}),
  watch: plan.watch === undefined ? null : watchOf(plan.watch),
});

/** A role, else a person. The check made sure that the person exists. */
const recipientOf = (written: string): Recipient =>
  recipientRoles.find((role) => role === written) ?? { person: written };

const stepOf = (step: NonNullable<DeskDocument["reminders"]>[number]): LadderStep => ({
  when:
    step.left === undefined
      ? { by: "used", percent: parseInt(step.at ?? "100", 10) }
      : { by: "left", ms: parseDuration(step.left)?.ms ?? 0 },
  severities: step.severities ?? severities,
  clocks: step.clocks ?? clockKinds,
  tell: (step.tell ?? []).map(recipientOf),
  email: (step.email ?? []).map(recipientOf),
  mention: step.mention ?? null,
});

const personOf = (key: string, person: Entry<"people">): Person => ({
  key,
  name: person.name,
  roles: person.roles,
  identities: idsOf(person).toSorted(
    (one, other) => Number(platformOf(other) === person.prefers) - Number(platformOf(one) === person.prefers),
  ),
  email: person.email ?? null,
  phone: person.phone ?? null,
  deputy: person.deputy ?? null,
  locale: person.locale ?? null,
  timezone: person.timezone ?? null,
  quiet: person.quiet === undefined ? null : parseQuiet(person.quiet),
  notify: person.notify ?? null,
  notifyChoice: null,
  reports: person.reports ?? true,
  outUntil: null,
});

const accountOf = (key: string, account: Entry<"accounts">, desk: Pick<Desk, "locale" | "timezone">): Account => ({
  key,
  name: account.name,
  plan: account.plan,
  manager: account.manager ?? null,
  locale: account.locale ?? desk.locale,
  timezone: account.timezone ?? desk.timezone,
  channels: listOf(account.channels),
  contacts: listOf(account.contacts),
  accessManagers: [],
  ownTicketsOnly: listOf(account.ownTicketsOnly),
  sameContact: {},
});
