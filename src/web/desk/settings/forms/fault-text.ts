import { platformName } from "../../../../i18n/directory.ts";
import { sayIn, type Say } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { DeskFault } from "../../../../desk/desk-fault.ts";
import type { FieldShape } from "../../../../desk/editing/field.ts";

/** The words of a sentence about a fault: what the check quotes, and the other place that it is about. */
interface Quoted {
  readonly found: readonly string[];
  readonly place: string;
}

type FaultSentence = (say: Say, quoted: Quoted) => string;

/** The check of the desk says what it expected, in English. These are its sentences that say more than the kind of the field. */
const knownFaults: readonly (readonly [RegExp, FaultSentence])[] = [
  [/^(?:one of the (?:plans|calendars|people|agents) |an entry of |an agent of )/, (say) => say("fault.choose")],
  [/^one of manager, /, (say) => say("fault.choose")],
  [/^another person$/, (say) => say("fault.anotherPerson")],
  [/^a person with an e-mail address$/, (say) => say("fault.noEmail")],
  [/ that is not already (.+)$/, (say, { place }) => say("fault.taken", { place })],
  [/^words without "(.*)", which is internal$/, (say, { found: [word = ""] }) => say("fault.internal", { word })],
  [/^a calendar in which .* can be used up/, (say) => say("fault.unreachable")],
  [/^nothing here, since the calendar is always open$/, (say) => say("fault.alwaysOpen")],
  [/^nothing here, since at is given$|^a share of the target such as /, (say) => say("fault.either")],
  [/^(?:nothing here, since no id is given|a platform they have an id on)/, (say) => say("fault.noIdThere")],
  [/^a duration longer than that of nudge$/, (say) => say("fault.laterThanNudge")],
  [/^shares rising, /, (say) => say("fault.ladder")],
  [/^at least one day with opening hours|^opening hours \(or open: always\)$/, (say) => say("fault.neverOpens")],
  [/^intervals in order/, (say) => say("fault.intervals")],
  [/\(it has (.*)\)$/, (say, { found: [found = ""] }) => say("fault.placeholder", { found })],
  [/^at least one /, (say) => say("fault.atLeastOne")],
  [/^a web address$/, (say) => say("fault.address")],
  [/^an e-mail address$/, (say) => say("fault.email")],
  [/^a telephone number$/, (say) => say("fault.phone")],
  [/^quiet hours /, (say) => say("fault.quiet")],
  [/^a country such as /, (say) => say("fault.country")],
  [/^(?:a list of dates|a date) ?/, (say) => say("fault.date")],
  [/^a platform and an id|^a channel such as /, (say) => say("fault.reference")],
  [/^the channel where the team sees new tickets$/, (say) => say("fault.atLeastOne")],
];

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
  for (const [pattern, sentence] of knownFaults) {
    const found = pattern.exec(expected);
    if (found !== null) return sentence(say, { found: found.slice(1), place });
  }
  if (value !== null) return byKind(field, say);
  return say(field.kind.is === "key" || field.kind.is === "choices" ? "fault.choose" : "fault.required");
};
