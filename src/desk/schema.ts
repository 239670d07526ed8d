import { longestAddress } from "../text/mail-address.ts";
import { allClockKinds } from "../sla/clock-kinds.ts";
import { z } from "zod";
import { locales, staffRoles } from "./desk.ts";
import { severities } from "../sla/severity.ts";
import { isDate } from "../sla/instant.ts";
import { deskPlatforms, idsOf, personIds, ref } from "./platform-ids.ts";
import { platformOf } from "../tickets/refs.ts";
import { isAtMostAWeek, parseDuration } from "./duration.ts";
import { ladderFits } from "./checks/ladder-fits.ts";
import { inOrder, parseDays, parseInterval, parseQuiet } from "./opening-hours.ts";
import { inEveryLanguage } from "./every-language.ts";
import { hinted } from "./editing/hint.ts";
import { expects } from "./expectation.ts";
import { mail } from "./mail-of.ts";
import { reports } from "./reports-of.ts";
import { sectionSchemas } from "./sections.ts";
import { duration, keyed, listOf, name, oneOf, strict, text } from "./shapes.ts";
import { waiting, watch } from "./waits.ts";

/**
 * The desk file as it is written: checked but not translated, so that the stored document is what the file says. Each
 * message is an expectation; `read-desk-file` adds line, path and value. Nothing is required that may already
 * be in force.
 */

const refs = (is: "channels" | "users") => hinted(listOf(ref, expects("platformsAndIds")), { is });
const phoneNumber = text(expects("phone"), /^\+?[\d ().-]{4,30}$/);
const locale = oneOf(locales);
const percent = hinted(text(expects("percent"), /^(?:[1-9]\d?|100)%$/), { is: "percent" });

const share = hinted(text(expects("share"), /^(?:[1-9]\d{0,2}|1000)%$/), { is: "percent" });

const goal = hinted(text(expects("goal"), /^(?:[1-9]\d?(?:\.\d)?|100)%$/), { is: "percent" });

const isZone = (zone: string): boolean => {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
};
const timezoneExpected = expects("zone");
const timezone = hinted(z.string(timezoneExpected).refine(isZone, timezoneExpected), { is: "zone" });

const dateExpected = expects("date");
const date = z.string(dateExpected).refine(isDate, dateExpected);

const interval = z.string(expects("interval")).refine((each) => parseInterval(each) !== null, {
  // YAML and people write 9:00.
  error: ({ input }) => expects(/(?:^|-)\d:\d\d/.test(String(input)) ? "intervalTwoDigits" : "interval"),
});
const day = listOf(interval, expects("intervals")).refine(
  (intervals) => inOrder(intervals.map(parseInterval).filter((each) => each !== null)),
  expects("intervalsInOrder"),
);
const hours = z
  .record(
    z.string().refine((each) => parseDays(each) !== null),
    day,
    {
      error: (issue) => expects(issue.code === "invalid_key" ? "days" : "daysToHours"),
    },
  )
  .refine(
    (each) => Object.keys(each).flatMap(parseDays).length === new Set(Object.keys(each).flatMap(parseDays)).size,
    expects("eachDayOnce"),
  )
  .refine((each) => Object.values(each).some((intervals) => intervals.length > 0), expects("someDay"));

const exceptions = z.record(
  z.string().refine(isDate),
  z.union([z.literal("closed"), day.min(1)], expects("exception")),
  {
    error: (issue) => expects(issue.code === "invalid_key" ? "date" : "datesToHours"),
  },
);

const calendar = strict({
  open: z.literal("always", expects("always")).optional(),
  timezone: timezone.optional(),
  hours: hinted(hours, { is: "hours" }).optional(),
  holidays: listOf(date, expects("dates")).optional(),
  publicHolidays: text(expects("country"), /^[A-Z]{2}(?:-[A-Z0-9]{1,5}){0,2}$/).optional(),
  exceptions: hinted(exceptions, { is: "exceptions" }).optional(),
}).superRefine((given, context) => {
  const expect = (key: keyof typeof given, message: string): void =>
    context.addIssue({ code: "custom", path: [key], message });
  if (given.open === "always") {
    for (const key of ["timezone", "hours", "holidays", "publicHolidays", "exceptions"] as const)
      if (given[key] !== undefined) expect(key, expects("nothingSinceAlways"));
    return;
  }
  if (given.timezone === undefined) expect("timezone", timezoneExpected);
  if (given.hours === undefined) expect("hours", expects("hoursOrAlways"));
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
const line = expects("line", { most: maxMeans });
const means = inEveryLanguage(
  text(line, /^\S(?:.*\S)?$/u).max(maxMeans, line),
  expects("lineByLanguage", { most: maxMeans }),
);

const calendarName = hinted(text(expects("calendarName"), /./), { is: "key", of: "calendars" });
const plan = strict({
  calendar: calendarName,
  targets: bySeverity(strict({ ...targetShape, calendar: calendarName.optional() })).optional(),
  phone: listOf(oneOf(severities), expects("severities")).optional(),
  escalate: oneOf(["always", "broken"]).optional(),
  attainment: strict({
    firstResponse: goal.optional(),
    nextResponse: goal.optional(),
    update: goal.optional(),
    resolution: goal.optional(),
  }).optional(),
  watch: watch.optional(),
});

const recipients = hinted(listOf(text(expects("recipient"), /./), expects("recipients")), { is: "recipients" });
const leftExpected = expects("timeLeft");
const step = strict({
  at: share.optional(),
  left: duration.refine((each) => parseDuration(each)?.days === 0, leftExpected).optional(),
  tell: recipients.optional(),
  email: recipients.optional(),
  mention: z.literal("triage", expects("triage")).optional(),
  severities: listOf(oneOf(severities), expects("severities")).min(1, expects("someSeverity")).optional(),
  clocks: listOf(oneOf(allClockKinds), expects("clocks")).min(1, expects("someClock")).optional(),
}).superRefine(({ at, left }, context) => {
  if ((at === undefined) === (left === undefined))
    context.addIssue({
      code: "custom",
      path: [at === undefined ? "at" : "left"],
      message: expects(at === undefined ? "shareOrLeft" : "nothingSinceAt"),
    });
});
const ladder = listOf(step, expects("steps")).min(1, expects("someStep")).refine(ladderFits, expects("stepsInOrder"));

const undoExpected = expects("undo");
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

const yesOrNo = z.boolean(expects("yesOrNo"));
const quietExpected = expects("quiet");
const personKey = hinted(text(expects("personKey"), /./), { is: "key", of: "people" });
const person = strict({
  name,
  roles: listOf(oneOf(staffRoles), expects("roles")).min(1, expects("someRole", { values: staffRoles.join(", ") })),
  ...personIds,
  prefers: z.enum(deskPlatforms, expects("oneOf", { values: deskPlatforms.join(", ") })).optional(),
  email: z.email(expects("email")).max(longestAddress, expects("email")).optional(),
  phone: phoneNumber.optional(),
  deputy: personKey.optional(),
  quiet: z
    .string(quietExpected)
    .refine((each) => parseQuiet(each) !== null, quietExpected)
    .optional(),
  notify: yesOrNo.optional(),
  reports: yesOrNo.optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
}).superRefine((given, context) => {
  const givenPlatforms = idsOf(given).map(platformOf);
  if (given.prefers === undefined || givenPlatforms.includes(given.prefers)) return;
  const message =
    givenPlatforms.length > 0
      ? expects("platformWithId", { values: givenPlatforms.join(", ") })
      : expects("nothingSinceNoId");
  context.addIssue({ code: "custom", path: ["prefers"], message });
});

const account = strict({
  name,
  plan: hinted(text(expects("planName"), /./), { is: "key", of: "plans" }),
  manager: personKey.optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
  channels: refs("channels").optional(),
  contacts: refs("users").optional(),
  ownTicketsOnly: refs("users").optional(),
});

const span = duration.refine(isAtMostAWeek, expects("upToAWeek"));
const most = z.int(expects("number")).min(1, expects("number"));
const limits = strict({
  tickets: strict({ person: most.optional(), account: most.optional(), within: span.optional() }).optional(),
  messages: strict({ person: most.optional(), account: most.optional(), within: span.optional() }).optional(),
  strangers: strict({ cards: most.optional(), within: span.optional() }).optional(),
  files: strict({ count: most.optional(), megabytes: most.optional(), within: span.optional() }).optional(),
  transcripts: strict({ person: most.optional(), within: span.optional() }).optional(),
  lookups: strict({ person: most.optional(), within: span.optional() }).optional(),
});

const channels = hinted(z.union([ref, refs("channels").min(1)], expects("channel")), { is: "channels" });
const reopenAfter = hinted(z.union([duration, z.literal("never")], expects("durationOrNever")), {
  is: "duration",
  also: "never",
});

const webAddress = z.url({ protocol: /^https?$/, error: expects("webAddress") });
const keyword = text(expects("keyword"), /^(?=.*[\p{L}\p{N}])\S(?:.{0,58}\S)?$/u);
const article = strict({
  title: name,
  url: webAddress,
  keywords: listOf(keyword, expects("keywords")).min(1, expects("someKeyword")),
  lang: locale.optional(),
});
export const manualInParts = strict({
  url: webAddress.optional(),
  articles: listOf(article, expects("articles")).optional(),
});

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
  calendars: keyed(calendar, "calendars").optional(),
  severities: bySeverity(strict({ ...targetShape, means: means.optional() })).optional(),
  plans: keyed(plan, "plans").optional(),
  reminders: ladder.optional(),
  grace: percent.optional(),
  undo: undo.optional(),
  assignment: oneOf(["manual", "roundRobin"]).optional(),
  notifyAssignee: yesOrNo.optional(),
  welcome: yesOrNo.optional(),
  reports: reports.optional(),
  mail: mail.optional(),
  ...sectionSchemas,
  reopen: reopenAfter.optional(),
  thanks: listOf(text(expects("thanks"), /^\S(?:.{0,58}\S)?$/u), expects("listOfThanks")).optional(),
  limits: limits.optional(),
  channels: strict({ triage: channels.optional(), tech: channels.optional() }).optional(),
  people: keyed(person, "people").optional(),
  accounts: keyed(account, "accounts").optional(),
});

/** The content of a desk file, or of several merged ones. */
export type DeskDocument = z.output<typeof deskDocument>;
