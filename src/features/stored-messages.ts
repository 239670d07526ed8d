import { areas } from "./areas/stored.ts";
import { assignment } from "./assignment/stored.ts";
import { attachments } from "./attachments/stored.ts";
import { mailIntake } from "./mail-intake/stored.ts";
import { followers } from "./followers/stored.ts";
import { unticketed } from "./unticketed/stored.ts";
import { callback } from "./callback/stored.ts";
import { consulting } from "./consulting/stored.ts";
import { conversation } from "./conversation/stored.ts";
import { escalation } from "./escalation/stored.ts";
import { knowledge } from "./knowledge/stored.ts";
import { notes } from "./notes/stored.ts";
import { open } from "./open/stored.ts";
import { promisedUpdates } from "./promised-updates/stored.ts";
import { rating } from "./rating/stored.ts";
import { reminders } from "./reminders/stored.ts";
import { reply } from "./reply/stored.ts";
import { resolution } from "./resolution/stored.ts";
import { severity } from "./severity/stored.ts";
import { techHandoff } from "./tech-handoff/stored.ts";
import { ticketCards } from "./ticket-cards/stored.ts";
import { ticketLinks } from "./ticket-links/stored.ts";
import { waiting } from "./waiting/stored.ts";
import { merged } from "./merged.ts";

/** The schemas of the events and notifications that the features store. One line per feature. */
const stored = {
  areas,
  assignment,
  attachments,
  callback,
  mailIntake,
  unticketed,
  followers,
  consulting,
  conversation,
  escalation,
  knowledge,
  notes,
  open,
  promisedUpdates,
  rating,
  reminders,
  reply,
  resolution,
  severity,
  techHandoff,
  ticketCards,
  ticketLinks,
  waiting,
};

export const storedEvents = merged(stored, "events");
export const storedNotifications = merged(stored, "notifications");
