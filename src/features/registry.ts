import { accounts } from "./accounts/rules.ts";
import { areas } from "./areas/rules.ts";
import { assignment } from "./assignment/rules.ts";
import { availability } from "./availability/rules.ts";
import { callback } from "./callback/rules.ts";
import { clientAccess } from "./client-access/rules.ts";
import { consulting } from "./consulting/rules.ts";
import { conversation } from "./conversation/rules.ts";
import { deskSettings } from "./desk-settings/rules.ts";
import { escalation } from "./escalation/rules.ts";
import { help } from "./help/rules.ts";
import { home } from "./home/rules.ts";
import { history } from "./history/rules.ts";
import { knowledge } from "./knowledge/rules.ts";
import { lists } from "./lists/rules.ts";
import { notes } from "./notes/rules.ts";
import { open } from "./open/rules.ts";
import { promisedUpdates } from "./promised-updates/rules.ts";
import { rating } from "./rating/rules.ts";
import { reminders } from "./reminders/rules.ts";
import { report } from "./report/rules.ts";
import { reply } from "./reply/rules.ts";
import { resolution } from "./resolution/rules.ts";
import { severity } from "./severity/rules.ts";
import { mailIntake } from "./mail-intake/rules.ts";
import { followers } from "./followers/rules.ts";
import { unticketed } from "./unticketed/rules.ts";
import { statements } from "./statements/rules.ts";
import { techHandoff } from "./tech-handoff/rules.ts";
import { ticketCards } from "./ticket-cards/rules.ts";
import { ticketLinks } from "./ticket-links/rules.ts";
import { transcript } from "./transcript/rules.ts";
import { waiting } from "./waiting/rules.ts";
import { webDesk } from "./web-desk/rules.ts";

/** What the features decide: commands, events, and read permissions. One line per feature. */
export const rules = {
  accounts,
  areas,
  assignment,
  availability,
  callback,
  clientAccess,
  consulting,
  conversation,
  deskSettings,
  escalation,
  help,
  history,
  home,
  knowledge,
  lists,
  notes,
  open,
  promisedUpdates,
  rating,
  reminders,
  reply,
  report,
  resolution,
  severity,
  mailIntake,
  unticketed,
  followers,
  statements,
  techHandoff,
  ticketCards,
  ticketLinks,
  transcript,
  waiting,
  webDesk,
};
