/**
 * What a check of the desk file may expect. `src/features/desk-checks/texts` has the words for each key in every language.
 * `platformId` has none there: its values are the words of the platform.
 */
export const expectationKeys = [
  "platformId",
  "platformsAndIds",
  "phone",
  "oneOf",
  "percent",
  "goal",
  "share",
  "zone",
  "duration",
  "durationOrNever",
  "date",
  "interval",
  "intervalTwoDigits",
  "intervals",
  "intervalsInOrder",
  "days",
  "daysToHours",
  "eachDayOnce",
  "someDay",
  "exception",
  "datesToHours",
  "always",
  "dates",
  "country",
  "nothingSinceAlways",
  "hoursOrAlways",
  "line",
  "lineByLanguage",
  "title",
  "titleByLanguage",
  "text",
  "textByLanguage",
  "someLanguage",
  "placeholders",
  "calendarName",
  "planName",
  "severities",
  "someSeverity",
  "durationOrClose",
  "longerThanNudge",
  "longerThanAsk",
  "recipient",
  "recipients",
  "timeLeft",
  "triage",
  "clocks",
  "someClock",
  "shareOrLeft",
  "nothingSinceAt",
  "steps",
  "someStep",
  "stepsInOrder",
  "undo",
  "yesOrNo",
  "timeOfWeekOrNever",
  "timeOfDayOrNever",
  "quiet",
  "personKey",
  "personKeys",
  "someAgent",
  "roles",
  "someRole",
  "email",
  "shorterEmail",
  "answerAddress",
  "supportAddress",
  "addressOfPerson",
  "platformWithId",
  "nothingSinceNoId",
  "upToAWeek",
  "number",
  "channel",
  "webAddress",
  "keyword",
  "keywords",
  "someKeyword",
  "articles",
  "thanks",
  "listOfThanks",
  "name",
  "mapping",
  "key",
  "keyMeant",
  "entryKey",
  "calendars",
  "plans",
  "people",
  "accounts",
  "areas",
  "replies",
  "reference",
  "entryOf",
  "noEntryOf",
  "anotherPerson",
  "personWithEmail",
  "otherKey",
  "free",
  "freeIn",
  "oneOfList",
  "freeChannel",
  "freeChannelIn",
  "unused",
  "unusedChannel",
  "calendarForTarget",
  "calendarForLength",
  "withoutInternal",
  "triageChannel",
  "agentOf",
  "noAgent",
  "yourId",
  "yaml",
  "other",
] as const;

export type ExpectationKey = (typeof expectationKeys)[number];

/** What stands in the placeholders of the words. */
type Values = Readonly<Record<string, string | number>>;

export interface Expectation {
  readonly key: ExpectationKey;
  readonly values: Values;
}

export const expectation = (key: ExpectationKey, values: Values = {}): Expectation => ({ key, values });

/** An expectation as the message of a schema, which can only be a text. */
export const expects = (key: ExpectationKey, values: Values = {}): string => JSON.stringify({ key, values });

const isKey = (key: unknown): key is ExpectationKey => expectationKeys.some((each) => each === key);

/** The expectation in the message of a schema. A message of the schema library itself says only that the value is wrong. */
export const readExpectation = (message: string): Expectation => {
  try {
    const { key, values } = JSON.parse(message) as { readonly key?: unknown; readonly values?: Values };
    return isKey(key) ? expectation(key, values) : expectation("other");
  } catch {
    return expectation("other");
  }
};
