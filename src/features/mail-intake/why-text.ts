import type { Say } from "../../i18n/say.ts";
import type { StrangerWhy } from "../../mail/becomes.ts";
import type { Unreadable } from "../../mail/reading/read-mail.ts";

type MailWhy = StrangerWhy | Unreadable | "givenUp";

const sentences = {
  unknown: "mails.why.unknown",
  notVerified: "mails.why.notVerified",
  forged: "mails.why.forged",
  severalAccounts: "mails.why.severalAccounts",
  staff: "mails.why.staff",
  noAuthor: "mails.why.noAuthor",
  mailingList: "mails.why.mailingList",
  refused: "mails.why.refused",
  flood: "mails.why.flood",
  tooLarge: "mails.why.tooLarge",
  tooManyParts: "mails.why.tooManyParts",
  headersTooLarge: "mails.why.headersTooLarge",
  tookTooLong: "mails.why.tookTooLong",
  damaged: "mails.why.damaged",
  givenUp: "mails.why.givenUp",
} as const satisfies Record<MailWhy, string>;

const isMailWhy = (why: string | null): why is MailWhy => why !== null && Object.hasOwn(sentences, why);

/** Why a mail waits for the staff, as a sentence. A code that this version does not know reads as one of an unknown sender. */
export const whyText = (why: string | null, say: Say): string => say(sentences[isMailWhy(why) ? why : "unknown"]);

/** Whether an agent can choose the account of the mail: it has one author, who is no colleague. */
export const mayBeTaken = (why: string | null): boolean => why !== "staff" && why !== "noAuthor";
