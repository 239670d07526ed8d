import { assignment } from "../features/assignment/texts/es.ts";
import { attachments } from "../features/attachments/texts/es.ts";
import { availability } from "../features/availability/texts/es.ts";
import { callback } from "../features/callback/texts/es.ts";
import { consulting } from "../features/consulting/texts/es.ts";
import { conversation } from "../features/conversation/texts/es.ts";
import { escalation } from "../features/escalation/texts/es.ts";
import { explanation } from "../features/explanation/texts/es.ts";
import { help } from "../features/help/texts/es.ts";
import { history } from "../features/history/texts/es.ts";
import { common } from "./es/common.ts";
import { terms } from "./es/terms.ts";
import { knowledge } from "../features/knowledge/texts/es.ts";
import { limits } from "../features/limits/texts/es.ts";
import { lists } from "../features/lists/texts/es.ts";
import { notes } from "../features/notes/texts/es.ts";
import { open } from "../features/open/texts/es.ts";
import { promisedUpdates } from "../features/promised-updates/texts/es.ts";
import { rating } from "../features/rating/texts/es.ts";
import { reminders } from "../features/reminders/texts/es.ts";
import { reply } from "../features/reply/texts/es.ts";
import { resolution } from "../features/resolution/texts/es.ts";
import { severity } from "../features/severity/texts/es.ts";
import { techHandoff } from "../features/tech-handoff/texts/es.ts";
import { ticketCards } from "../features/ticket-cards/texts/es.ts";
import { ticketLinks } from "../features/ticket-links/texts/es.ts";
import { transcript } from "../features/transcript/texts/es.ts";
import { waiting } from "../features/waiting/texts/es.ts";

/** Every sentence of Plazo in Spanish, by key. */
export const es = {
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
