import type { ButtonVerb, FormVerb } from "../chat/action.ts";
import type { DeclaredButton, DeclaredForm } from "../requests/action-handlers.ts";
import type { SubcommandTable } from "../requests/subcommand.ts";
import type { CommandType, EventType } from "../tickets/messages.ts";
import { merged } from "./merged.ts";
import * as areasRequests from "./areas/requests.ts";
import * as areasViews from "./areas/views.ts";
import * as assignmentRequests from "./assignment/requests.ts";
import * as assignmentViews from "./assignment/views.ts";
import * as availabilityRequests from "./availability/requests.ts";
import * as callbackRequests from "./callback/requests.ts";
import * as callbackViews from "./callback/views.ts";
import * as clientAccessRequests from "./client-access/requests.ts";
import * as consultingRequests from "./consulting/requests.ts";
import * as consultingViews from "./consulting/views.ts";
import * as conversationRequests from "./conversation/requests.ts";
import * as conversationViews from "./conversation/views.ts";
import * as escalationRequests from "./escalation/requests.ts";
import * as escalationViews from "./escalation/views.ts";
import * as explanationRequests from "./explanation/requests.ts";
import * as helpRequests from "./help/requests.ts";
import * as historyRequests from "./history/requests.ts";
import * as homeRequests from "./home/requests.ts";
import * as knowledgeRequests from "./knowledge/requests.ts";
import * as knowledgeViews from "./knowledge/views.ts";
import * as limitsViews from "./limits/views.ts";
import * as listsRequests from "./lists/requests.ts";
import * as mailIntakeViews from "./mail-intake/views.ts";
import * as followersRequests from "./followers/requests.ts";
import * as followersViews from "./followers/views.ts";
import * as unticketedRequests from "./unticketed/requests.ts";
import * as unticketedViews from "./unticketed/views.ts";
import * as notesRequests from "./notes/requests.ts";
import * as notesViews from "./notes/views.ts";
import * as openRequests from "./open/requests.ts";
import * as openViews from "./open/views.ts";
import * as promisedUpdatesRequests from "./promised-updates/requests.ts";
import * as promisedUpdatesViews from "./promised-updates/views.ts";
import * as ratingRequests from "./rating/requests.ts";
import * as ratingViews from "./rating/views.ts";
import * as remindersRequests from "./reminders/requests.ts";
import * as remindersViews from "./reminders/views.ts";
import * as replyRequests from "./reply/requests.ts";
import * as replyViews from "./reply/views.ts";
import * as reportRequests from "./report/requests.ts";
import * as resolutionRequests from "./resolution/requests.ts";
import * as resolutionViews from "./resolution/views.ts";
import * as severityRequests from "./severity/requests.ts";
import * as severityViews from "./severity/views.ts";
import * as techHandoffRequests from "./tech-handoff/requests.ts";
import * as techHandoffViews from "./tech-handoff/views.ts";
import * as ticketCardsRequests from "./ticket-cards/requests.ts";
import * as ticketCardsViews from "./ticket-cards/views.ts";
import * as ticketLinksRequests from "./ticket-links/requests.ts";
import * as ticketLinksViews from "./ticket-links/views.ts";
import * as transcriptRequests from "./transcript/requests.ts";
import * as waitingRequests from "./waiting/requests.ts";
import * as waitingViews from "./waiting/views.ts";
import * as webDeskRequests from "./web-desk/requests.ts";
import {
  type DoneSentences,
  type HistoryLines,
  type NotificationCards,
  type NotificationType,
  type RefusalReason,
  type RefusalSentences,
  commonRefusals,
} from "../cards/feature-views.ts";

/** What people type, press and submit, in the order of the help. One line per feature. */
const requests = {
  openRequests,
  listsRequests,
  ticketCardsRequests,
  resolutionRequests,
  transcriptRequests,
  escalationRequests,
  callbackRequests,
  consultingRequests,
  techHandoffRequests,
  replyRequests,
  ticketLinksRequests,
  historyRequests,
  homeRequests,
  unticketedRequests,
  followersRequests,
  availabilityRequests,
  assignmentRequests,
  reportRequests,
  webDeskRequests,
  clientAccessRequests,
  helpRequests,
  areasRequests,
  conversationRequests,
  explanationRequests,
  knowledgeRequests,
  notesRequests,
  promisedUpdatesRequests,
  ratingRequests,
  remindersRequests,
  severityRequests,
  waitingRequests,
};

/** What people see. One line per feature. */
const views = {
  areasViews,
  assignmentViews,
  callbackViews,
  consultingViews,
  conversationViews,
  escalationViews,
  knowledgeViews,
  limitsViews,
  mailIntakeViews,
  unticketedViews,
  followersViews,
  notesViews,
  openViews,
  promisedUpdatesViews,
  ratingViews,
  remindersViews,
  replyViews,
  resolutionViews,
  severityViews,
  techHandoffViews,
  ticketCardsViews,
  ticketLinksViews,
  waitingViews,
};

/** Every subcommand of `/ticket` and `/desk`. */
export const subcommands: SubcommandTable = merged(requests, "subcommands");

/** Every button by its verb. If a feature that declares one is missing above, it does not compile. */
export const buttons: Readonly<Record<ButtonVerb, DeclaredButton>> = merged(requests, "buttons");

/** Every form by its verb. */
export const forms: Readonly<Record<FormVerb, DeclaredForm>> = merged(requests, "forms");

/** An event without a history line does not compile. */
export const historyLines: HistoryLines<EventType> = merged(views, "history");

/** A notification without a card does not compile. */
export const notificationCards: NotificationCards<NotificationType> = merged(views, "cards");

/** A command without a "done", or null, does not compile. */
export const doneSentences: DoneSentences<CommandType> = merged(views, "done");

/** A refusal without a sentence does not compile. */
export const refusalSentences: RefusalSentences<RefusalReason> = { ...commonRefusals, ...merged(views, "refusals") };
