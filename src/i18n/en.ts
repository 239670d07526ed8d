import { assignment } from "../features/assignment/texts/en.ts";
import { attachments } from "../features/attachments/texts/en.ts";
import { availability } from "../features/availability/texts/en.ts";
import { callback } from "../features/callback/texts/en.ts";
import { consulting } from "../features/consulting/texts/en.ts";
import { conversation } from "../features/conversation/texts/en.ts";
import { escalation } from "../features/escalation/texts/en.ts";
import { explanation } from "../features/explanation/texts/en.ts";
import { help } from "../features/help/texts/en.ts";
import { history } from "../features/history/texts/en.ts";
import { common } from "./en/common.ts";
import { terms } from "./en/terms.ts";
import { knowledge } from "../features/knowledge/texts/en.ts";
import { limits } from "../features/limits/texts/en.ts";
import { lists } from "../features/lists/texts/en.ts";
import { notes } from "../features/notes/texts/en.ts";
import { open } from "../features/open/texts/en.ts";
import { promisedUpdates } from "../features/promised-updates/texts/en.ts";
import { rating } from "../features/rating/texts/en.ts";
import { reminders } from "../features/reminders/texts/en.ts";
import { reply } from "../features/reply/texts/en.ts";
import { resolution } from "../features/resolution/texts/en.ts";
import { severity } from "../features/severity/texts/en.ts";
import { techHandoff } from "../features/tech-handoff/texts/en.ts";
import { ticketCards } from "../features/ticket-cards/texts/en.ts";
import { ticketLinks } from "../features/ticket-links/texts/en.ts";
import { transcript } from "../features/transcript/texts/en.ts";
import { waiting } from "../features/waiting/texts/en.ts";

/** Every sentence of Plazo in English, by key. */
export const en = {
  ...assignment,
  ...attachments,
  ...availability,
  ...callback,
  ...consulting,
  ...conversation,
  ...escalation,
  ...explanation,
  ...help,
  ...history,
  ...common,
  ...terms,
  ...knowledge,
  ...limits,
  ...lists,
  ...notes,
  ...open,
  ...promisedUpdates,
  ...rating,
  ...reminders,
  ...reply,
  ...resolution,
  ...severity,
  ...techHandoff,
  ...ticketCards,
  ...ticketLinks,
  ...transcript,
  ...waiting,
};
