import { platformName } from "../../../../i18n/directory.ts";
import { sayIn, type Say } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { ExpectationKey } from "../../../../desk/expectation.ts";
import type { DeskFault } from "../../../../desk/findings.ts";
import type { FieldShape } from "../../../../desk/editing/field.ts";

/** The sentences about an answer that are not about the kind of its field. */
type FaultKey =
  | "choose"
  | "anotherPerson"
  | "noEmail"
  | "taken"
  | "internal"
  | "unreachable"
  | "alwaysOpen"
  | "either"
  | "noIdThere"
  | "laterThanNudge"
  | "laterThanAsk"
  | "ladder"
  | "neverOpens"
  | "intervals"
  | "placeholder"
  | "atLeastOne"
  | "address"
  | "email"
  | "shorterEmail"
  | "answerAddress"
  | "supportAddress"
  | "ownMailbox"
  | "phone"
  | "quiet"
  | "timeOfWeek"
  | "timeOfDay"
  | "country"
  | "date"
  | "reference";

/** What was expected, where that says more than the kind of the field. */
const ownSentences: Partial<Record<ExpectationKey, FaultKey>> = {
  oneOf: "choose",
  entryOf: "choose",
  noEntryOf: "choose",
  agentOf: "choose",
  noAgent: "choose",
  anotherPerson: "anotherPerson",
  personWithEmail: "noEmail",
  free: "taken",
  freeIn: "taken",
  freeChannel: "taken",
  freeChannelIn: "taken",
  withoutInternal: "internal",
  calendarForTarget: "unreachable",
  calendarForLength: "unreachable",
  nothingSinceAlways: "alwaysOpen",
  nothingSinceAt: "either",
  shareOrLeft: "either",
  nothingSinceNoId: "noIdThere",
  platformWithId: "noIdThere",
  longerThanNudge: "laterThanNudge",
  longerThanAsk: "laterThanAsk",
  stepsInOrder: "ladder",
  someDay: "neverOpens",
  hoursOrAlways: "neverOpens",
  intervalsInOrder: "intervals",
  placeholders: "placeholder",
  someSeverity: "atLeastOne",
  someClock: "atLeastOne",
  someStep: "atLeastOne",
  someAgent: "atLeastOne",
  someRole: "atLeastOne",
  someKeyword: "atLeastOne",
  triageChannel: "atLeastOne",
  webAddress: "address",
  email: "email",
  shorterEmail: "shorterEmail",
  answerAddress: "answerAddress",
  supportAddress: "supportAddress",
  addressOfPerson: "ownMailbox",
  phone: "phone",
  quiet: "quiet",
  timeOfWeekOrNever: "timeOfWeek",
  timeOfDayOrNever: "timeOfDay",
  country: "country",
  dates: "date",
  date: "date",
  reference: "reference",
  channel: "reference",
};

const byKind = ({ kind }: FieldShape, say: Say): string => {
  switch (kind.is) {
    case "number":
    case "percent":
    case "duration":
    case "zone":
    case "hours":
      return say(`fault.${kind.is}`);
    case "exceptions":
      return say("fault.date");
    case "channel":
    case "channels":
    case "users":
      return say("fault.reference");
    case "platformId":
      return say("fault.platformId", { platform: platformName(kind.platform) });
    case "key":
    case "choice":
    case "choices":
    case "flag":
    case "recipients":
      return say("fault.choose");
    default:
      return say("fault.text");
  }
};

/** What is wrong with an answer, in the words of the person who gave it. `place`: the other place that has the same. */
export const faultText = (
  { value, expected }: DeskFault,
  field: FieldShape,
  { place, viewer }: { readonly place: string; readonly viewer: Viewer },
): string => {
  const say = sayIn(viewer.locale);
  const own = ownSentences[expected.key];
  const { word, found } = expected.values;
  if (own === "taken") return say("fault.taken", { place });
  if (own === "internal") return say("fault.internal", { word: String(word ?? "").replaceAll(/^"|"$/g, "") });
  if (own === "placeholder") return say("fault.placeholder", { found: String(found ?? "") });
  if (own !== undefined) return say(`fault.${own}`);
  if (value !== null) return byKind(field, say);
  return say(field.kind.is === "key" || field.kind.is === "choices" ? "fault.choose" : "fault.required");
};
