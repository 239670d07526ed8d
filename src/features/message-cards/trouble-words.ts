import { failureCode } from "../../chat/failure-code.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn } from "../../i18n/say.ts";

/** What the platforms' own errors mean to people; the names are Slack's, the numbers Discord's. */
const meanings = [
  ["archived", /\b(?:channel_)?is_archived\b|\bis_inactive\b/],
  ["locked", /\b(?:restricted_action_thread_locked|thread_not_found|160005|50083)\b/],
  ["notIn", /\b(?:not_in_channel|channel_not_found|access_denied|10003|10004|50001|50013)\b/],
  ["personGone", /\b(?:user_disabled|users?_not_found|user_not_visible|10007|10013|50033)\b/],
  ["noDirect", /\b(?:cannot_dm_bot|messages_tab_disabled|50007|50278)\b/],
  ["restricted", /\brestricted_action\w*|\bno_permission\b/],
  ["filtered", /\b(?:200000|20009)\b/],
] as const;

/** Why a platform refused us, or several did one after the other, in words, with its own error for whoever must look it up. */
export const troubleWords = (why: string, viewer: Viewer): string =>
  why
    .split("; ")
    .map((each) => oneTrouble(each, viewer))
    .join("; ");

const oneTrouble = (why: string, viewer: Viewer): string => {
  // Older versions kept what the platform said after its code.
  const code = oneLine(failureCode(why), 80);
  const found = meanings.find(([, pattern]) => pattern.test(why));
  return found === undefined ? code : sayIn(viewer.locale)(`trouble.${found[0]}`, { code });
};
