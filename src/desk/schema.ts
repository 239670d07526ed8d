import { allClockKinds } from "../sla/clock-kinds.ts";
import { z } from "zod";
import { locales, staffRoles } from "./desk.ts";
import { severities } from "../sla/severity.ts";
import { isDate } from "../sla/instant.ts";
import { deskPlatforms, idsOf, personIds, ref } from "./platform-ids.ts";
import { platformOf } from "../tickets/refs.ts";
import { isAtMostAWeek, parseDuration } from "./duration.ts";
import { ladderFits } from "./checks/ladder-fits.ts";
import { inOrder, parseDays, parseInterval, parseQuiet, zeroHint } from "./opening-hours.ts";
import { inEveryLanguage } from "./every-language.ts";
import { hinted } from "./editing/hint.ts";
import { sectionSchemas } from "./sections.ts";
import { keyed, listOf, name, oneOf, strict, text } from "./shapes.ts";

/**
 * The desk file as it is written: checked but not translated, so that the stored document is what the file says. Each
 * message names what was *expected*; `read-desk-file` adds line, path and value. Nothing is required that may already
 * be in force.
 */

const refs = (is: "channels" | "users") => hinted(listOf(ref, "a list of platforms and ids"), { is });
const phoneNumber = text("a telephone number", /^\+?[\d ().-]{4,30}$/);
const locale = oneOf(locales);
const percent = hinted(text("a percentage from 1% to 100%", /^(?:[1-9]\d?|100)%$/), { is: "percent" });

const share = hinted(text("a percentage from 1% to 1000%", /^(?:[1-9]\d{0,2}|1000)%$/), { is: "percent" });

const isZone = (zone: string): boolean => {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
};
const timezoneExpected = "a time zone such as Europe/Madrid";
const timezone = hinted(z.string(timezoneExpected).refine(isZone, timezoneExpected), { is: "zone" });

const durationExpected = "an ISO 8601 duration from PT5S to P3660D, such as PT30M or P1D";
const duration = hinted(
  z.string(durationExpected).refine((each) => parseDuration(each) !== null, durationExpected),
  { is: "duration" },
);

const dateExpected = "a date such as 2026-12-25";
const date = z.string(dateExpected).refine(isDate, dateExpected);

const intervalExpected =
  'opening hours such as "09:00-14:00", the end after the start; divide at midnight ("22:00-24:00", "00:00-06:00")';
const interval = z.string(intervalExpected).refine((each) => parseInterval(each) !== null, zeroHint(intervalExpected));
const day = listOf(interval, 'a list such as ["09:00-14:00", "15:30-18:30"]').refine(
  (intervals) => inOrder(intervals.map(parseInterval).filter((each) => each !== null)),
  "intervals in order, none beginning before the one before it has ended",
);
const daysExpected = "days such as mon, mon-fri or sun-thu";
const hours = z
  .record(
    z.string().refine((each) => parseDays(each) !== null),
    day,
    {
      error: (issue) => (issue.code === "invalid_key" ? daysExpected : `a mapping of ${daysExpected} to opening hours`),
    },
  )
  .refine(
    (each) => Object.keys(each).flatMap(parseDays).length === new Set(Object.keys(each).flatMap(parseDays)).size,
    "each day once",
  )
  .refine(
    (each) => Object.values(each).some((intervals) => intervals.length > 0),
    "at least one day with opening hours: a calendar that never opens keeps no promise",
  );

const exceptionExpected = 'closed, or opening hours in order such as ["09:00-13:00"]';
const exceptions = z.record(z.string().refine(isDate), z.union([z.literal("closed"), day.min(1)], exceptionExpected), {
  error: (issue) => (issue.code === "invalid_key" ? dateExpected : `a mapping of dates to ${exceptionExpected}`),
});

const calendar = strict({
  open: z.literal("always", "always (or leave it out and give timezone and hours)").optional(),
  timezone: timezone.optional(),
  hours: hinted(hours, { is: "hours" }).optional(),
  holidays: listOf(date, "a list of dates").optional(),
  publicHolidays: text(
    "a country such as ES, or a region of one such as ES-MD",
    /^[A-Z]{2}(?:-[A-Z0-9]{1,5}){0,2}$/,
  ).optional(),
  exceptions: hinted(exceptions, { is: "exceptions" }).optional(),
}).superRefine((given, context) => {
  const expect = (key: keyof typeof given, message: string): void =>
    context.addIssue({ code: "custom", path: [key], message });
  if (given.open === "always") {
    for (const key of ["timezone", "hours", "holidays", "publicHolidays", "exceptions"] as const)
      if (given[key] !== undefined) expect(key, "nothing here, since the calendar is always open");
    return;
  }
  if (given.timezone === undefined) expect("timezone", timezoneExpected);
  if (given.hours === undefined) expect("hours", "opening hours (or open: always)");
});

const targetShape = {
  firstResponse: duration.optional(),
  nextResponse: duration.optional(),
  resolution: duration.optional(),
  tech: duration.optional(),
};
const targets = strict(targetShape);
const bySeverity = <Value extends z.ZodType>(value: Value) =>
  strict(
    Object.fromEntries(severities.map((each) => [each, value.optional()])) as Record<
      (typeof severities)[number],
      z.ZodOptional<Value>
    >,
  );

/** As long as Discord shows beside a choice of a form. Slack's choices are shorter, so it repeats longer texts below them. */
const maxMeans = 100;
const meansExpected = `one line of at most ${maxMeans} characters`;
const means = inEveryLanguage(text(meansExpected, /^\S(?:.*\S)?$/u).max(maxMeans, meansExpected), meansExpected);

const calendarName = hinted(text("the name of a calendar", /./), { is: "key", of: "calendars" });
const plan = strict({
  calendar: calendarName,
  targets: bySeverity(strict({ ...targetShape, calendar: calendarName.optional() })).optional(),
  phone: listOf(oneOf(severities), "a list of severities").optional(),
  escalate: oneOf(["always", "broken"]).optional(),
});

const length = (written: string | undefined): number => {
  const target = written === undefined ? null : parseDuration(written);
  return target === null ? 0 : target.days * 86_400_000 + target.ms;
};

const waiting = strict({ nudge: duration.optional(), close: duration.optional() }).superRefine(
  ({ nudge, close }, context) => {
    if (nudge === undefined && close === undefined)
      context.addIssue({ code: "custom", path: ["nudge"], message: "a duration here, or in close" });
    if (close !== undefined && length(nudge) >= length(close))
      context.addIssue({ code: "custom", path: ["close"], message: "a duration longer than that of nudge" });
  },
);

const recipients = hinted(
  listOf(text("manager, deputy, assignee, head, tech or a key of people", /./), "a list of recipients"),
  { is: "recipients" },
);
const leftExpected = "working time left such as PT15M, without days";
const step = strict({
  at: share.optional(),
  left: duration.refine((each) => parseDuration(each)?.days === 0, leftExpected).optional(),
  tell: recipients.optional(),
  email: recipients.optional(),
  mention: z.literal("triage", "triage").optional(),
  severities: listOf(oneOf(severities), "a list of severities").min(1, "at least one severity").optional(),
  clocks: listOf(oneOf(allClockKinds), "a list of clocks").min(1, "at least one clock").optional(),
}).superRefine(({ at, left }, context) => {
  if ((at === undefined) === (left === undefined))
    context.addIssue({
      code: "custom",
      path: [at === undefined ? "at" : "left"],
      message:
        at === undefined ? "a share of the target such as 80% (or left: PT15M)" : "nothing here, since at is given",
    });
});
const ladder = listOf(step, "a list of steps such as { at: 50%, tell: [manager] }")
  .min(1, "at least one step")
  .refine(ladderFits, "shares rising, time left falling, and none twice for the same severity and clock");

const undoExpected = "0, or from PT5S to PT5M, such as PT10S";
const undoMost = 5 * 60_000;
const undoOrNone = z.union(
  [
    z.literal(0),
    z.string(undoExpected).refine((each) => {
      const length = parseDuration(each);
      return length !== null && length.days === 0 && length.ms <= undoMost;
    }, undoExpected),
  ],
  undoExpected,
);

const undo = hinted(undoOrNone, { is: "duration", also: 0 });

const yesOrNo = z.boolean("true or false");
const quietExpected = 'quiet hours such as "22:00-07:00"';
const personKey = hinted(text("a key of people", /./), { is: "key", of: "people" });
const person = strict({
  name,
  roles: listOf(oneOf(staffRoles), "a list of roles").min(1, `at least one of ${staffRoles.join(", ")}`),
  ...personIds,
  prefers: z.enum(deskPlatforms, `one of ${deskPlatforms.join(", ")}`).optional(),
  email: z.email("an e-mail address").optional(),
  phone: phoneNumber.optional(),
  deputy: personKey.optional(),
  quiet: z
    .string(quietExpected)
    .refine((each) => parseQuiet(each) !== null, quietExpected)
    .optional(),
  notify: yesOrNo.optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
}).superRefine((given, context) => {
  const givenPlatforms = idsOf(given).map(platformOf);
  if (given.prefers === undefined || givenPlatforms.includes(given.prefers)) return;
  const message =
    givenPlatforms.length > 0
      ? `a platform they have an id on: ${givenPlatforms.join(", ")}`
      : "nothing here, since no id is given";
  context.addIssue({ code: "custom", path: ["prefers"], message });
});

const account = strict({
  name,
  plan: hinted(text("the name of a plan", /./), { is: "key", of: "plans" }),
  manager: personKey.optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
  channels: refs("channels").optional(),
  contacts: refs("users").optional(),
});

const span = duration.refine(isAtMostAWeek, "a length of time of at most a week, without days, such as PT10M or PT24H");
const most = z.int("a whole number, at least 1").min(1, "a whole number, at least 1");
const limits = strict({
  tickets: strict({ person: most.optional(), account: most.optional(), within: span.optional() }).optional(),
  messages: strict({ person: most.optional(), account: most.optional(), within: span.optional() }).optional(),
  strangers: strict({ cards: most.optional(), within: span.optional() }).optional(),
  files: strict({ count: most.optional(), megabytes: most.optional(), within: span.optional() }).optional(),
  transcripts: strict({ person: most.optional(), within: span.optional() }).optional(),
  lookups: strict({ person: most.optional(), within: span.optional() }).optional(),
});

const channels = hinted(
  z.union([ref, refs("channels").min(1)], 'a channel such as "slack:C0123ABCD", or a list of them'),
  { is: "channels" },
);
const reopenAfter = hinted(z.union([duration, z.literal("never")], `${durationExpected}, or never`), {
  is: "duration",
  also: "never",
});

const webAddress = z.url({ protocol: /^https?$/, error: "a web address" });
const keyword = text("a word or a few, of at most 60 characters", /^(?=.*[\p{L}\p{N}])\S(?:.{0,58}\S)?$/u);
const article = strict({
  title: name,
  url: webAddress,
  keywords: listOf(keyword, "a list of words").min(1, "at least one word"),
  lang: locale.optional(),
});
export const manualInParts = strict({ url: webAddress, articles: listOf(article, "a list of articles").optional() });

/**
 * The manual's address, alone or with its articles. A union would report a fault for the whole value and not for its
 * place inside.
 */
const manual = z
  .custom<string | z.infer<typeof manualInParts>>(() => true)
  .superRefine((written, context) => {
    const schema = typeof written === "string" ? webAddress : manualInParts;
    for (const issue of schema.safeParse(written).error?.issues ?? [])
      context.issues.push({ ...issue, input: undefined });
  });

export const deskDocument = strict({
  desk: name.optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
  consulting: targets.optional(),
  waiting: waiting.optional(),
  phone: phoneNumber.optional(),
  manual: hinted(manual, { is: "manual" }).optional(),
  calendars: keyed(calendar, "calendars by name").optional(),
  severities: bySeverity(strict({ ...targetShape, means: means.optional() })).optional(),
  plans: keyed(plan, "plans by name").optional(),
  reminders: ladder.optional(),
  grace: percent.optional(),
  undo: undo.optional(),
  assignment: oneOf(["manual", "roundRobin"]).optional(),
  notifyAssignee: yesOrNo.optional(),
  ...sectionSchemas,
  reopen: reopenAfter.optional(),
  thanks: listOf(
    text("words of thanks, at most 60 characters", /^\S(?:.{0,58}\S)?$/u),
    "a list of words of thanks",
  ).optional(),
  limits: limits.optional(),
  channels: strict({ triage: channels.optional(), tech: channels.optional() }).optional(),
  people: keyed(person, "people by a short name").optional(),
  accounts: keyed(account, "accounts by a short name").optional(),
});

/** The content of a desk file, or of several merged ones. */
export type DeskDocument = z.output<typeof deskDocument>;
