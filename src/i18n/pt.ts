import { assignment } from "../features/assignment/texts/pt.ts";
import { attachments } from "../features/attachments/texts/pt.ts";
import { availability } from "../features/availability/texts/pt.ts";
import { callback } from "../features/callback/texts/pt.ts";
import { consulting } from "../features/consulting/texts/pt.ts";
import { conversation } from "../features/conversation/texts/pt.ts";
import { escalation } from "../features/escalation/texts/pt.ts";
import { explanation } from "../features/explanation/texts/pt.ts";
import { help } from "../features/help/texts/pt.ts";
import { history } from "../features/history/texts/pt.ts";
import { common } from "./pt/common.ts";
import { terms } from "./pt/terms.ts";
import { knowledge } from "../features/knowledge/texts/pt.ts";
import { limits } from "../features/limits/texts/pt.ts";
import { lists } from "../features/lists/texts/pt.ts";
import { notes } from "../features/notes/texts/pt.ts";
import { open } from "../features/open/texts/pt.ts";
import { promisedUpdates } from "../features/promised-updates/texts/pt.ts";
import { rating } from "../features/rating/texts/pt.ts";
import { reminders } from "../features/reminders/texts/pt.ts";
import { reply } from "../features/reply/texts/pt.ts";
import { resolution } from "../features/resolution/texts/pt.ts";
import { severity } from "../features/severity/texts/pt.ts";
import { techHandoff } from "../features/tech-handoff/texts/pt.ts";
import { ticketCards } from "../features/ticket-cards/texts/pt.ts";
import { ticketLinks } from "../features/ticket-links/texts/pt.ts";
import { transcript } from "../features/transcript/texts/pt.ts";
import { waiting } from "../features/waiting/texts/pt.ts";

/** Every sentence of Plazo in Portuguese, by key. */
export const pt = {
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
