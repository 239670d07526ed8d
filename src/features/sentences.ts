import { accounts as accountsEn } from "./accounts/texts/en.ts";
import { accounts as accountsEs } from "./accounts/texts/es.ts";
import { accounts as accountsPt } from "./accounts/texts/pt.ts";
import { areas as areasEn } from "./areas/texts/en.ts";
import { areas as areasEs } from "./areas/texts/es.ts";
import { areas as areasPt } from "./areas/texts/pt.ts";
import { assignment as assignmentEn } from "./assignment/texts/en.ts";
import { assignment as assignmentEs } from "./assignment/texts/es.ts";
import { assignment as assignmentPt } from "./assignment/texts/pt.ts";
import { attachments as attachmentsEn } from "./attachments/texts/en.ts";
import { attachments as attachmentsEs } from "./attachments/texts/es.ts";
import { attachments as attachmentsPt } from "./attachments/texts/pt.ts";
import { availability as availabilityEn } from "./availability/texts/en.ts";
import { availability as availabilityEs } from "./availability/texts/es.ts";
import { availability as availabilityPt } from "./availability/texts/pt.ts";
import { callback as callbackEn } from "./callback/texts/en.ts";
import { callback as callbackEs } from "./callback/texts/es.ts";
import { callback as callbackPt } from "./callback/texts/pt.ts";
import { clientAccess as clientAccessEn } from "./client-access/texts/en.ts";
import { clientAccess as clientAccessEs } from "./client-access/texts/es.ts";
import { clientAccess as clientAccessPt } from "./client-access/texts/pt.ts";
import { clientArea as clientAreaEn } from "./client-area/texts/en.ts";
import { clientArea as clientAreaEs } from "./client-area/texts/es.ts";
import { clientArea as clientAreaPt } from "./client-area/texts/pt.ts";
import { consulting as consultingEn } from "./consulting/texts/en.ts";
import { consulting as consultingEs } from "./consulting/texts/es.ts";
import { consulting as consultingPt } from "./consulting/texts/pt.ts";
import { conversation as conversationEn } from "./conversation/texts/en.ts";
import { conversation as conversationEs } from "./conversation/texts/es.ts";
import { conversation as conversationPt } from "./conversation/texts/pt.ts";
import { customerMail as customerMailEn } from "./customer-mail/texts/en.ts";
import { customerMail as customerMailEs } from "./customer-mail/texts/es.ts";
import { customerMail as customerMailPt } from "./customer-mail/texts/pt.ts";
import { deskChecks as deskChecksEn } from "./desk-checks/texts/en.ts";
import { deskChecks as deskChecksEs } from "./desk-checks/texts/es.ts";
import { deskChecks as deskChecksPt } from "./desk-checks/texts/pt.ts";
import { deskWarnings as deskWarningsEn } from "./desk-warnings/texts/en.ts";
import { deskWarnings as deskWarningsEs } from "./desk-warnings/texts/es.ts";
import { deskWarnings as deskWarningsPt } from "./desk-warnings/texts/pt.ts";
import { deskRehearsal as deskRehearsalEn } from "./desk-rehearsal/texts/en.ts";
import { deskSettings as deskSettingsEn } from "./desk-settings/texts/en.ts";
import { deskRehearsal as deskRehearsalEs } from "./desk-rehearsal/texts/es.ts";
import { deskSettings as deskSettingsEs } from "./desk-settings/texts/es.ts";
import { deskRehearsal as deskRehearsalPt } from "./desk-rehearsal/texts/pt.ts";
import { deskSettings as deskSettingsPt } from "./desk-settings/texts/pt.ts";
import { deskForms as deskFormsEn } from "./desk-forms/texts/en.ts";
import { deskForms as deskFormsEs } from "./desk-forms/texts/es.ts";
import { deskForms as deskFormsPt } from "./desk-forms/texts/pt.ts";
import { deskFormHelp as deskFormHelpEn } from "./desk-form-help/texts/en.ts";
import { deskFormHelp as deskFormHelpEs } from "./desk-form-help/texts/es.ts";
import { deskFormHelp as deskFormHelpPt } from "./desk-form-help/texts/pt.ts";
import { escalation as escalationEn } from "./escalation/texts/en.ts";
import { escalation as escalationEs } from "./escalation/texts/es.ts";
import { escalation as escalationPt } from "./escalation/texts/pt.ts";
import { explanation as explanationEn } from "./explanation/texts/en.ts";
import { explanation as explanationEs } from "./explanation/texts/es.ts";
import { explanation as explanationPt } from "./explanation/texts/pt.ts";
import { help as helpEn } from "./help/texts/en.ts";
import { help as helpEs } from "./help/texts/es.ts";
import { help as helpPt } from "./help/texts/pt.ts";
import { home as homeEn } from "./home/texts/en.ts";
import { home as homeEs } from "./home/texts/es.ts";
import { home as homePt } from "./home/texts/pt.ts";
import { history as historyEn } from "./history/texts/en.ts";
import { history as historyEs } from "./history/texts/es.ts";
import { history as historyPt } from "./history/texts/pt.ts";
import { knowledge as knowledgeEn } from "./knowledge/texts/en.ts";
import { knowledge as knowledgeEs } from "./knowledge/texts/es.ts";
import { knowledge as knowledgePt } from "./knowledge/texts/pt.ts";
import { limits as limitsEn } from "./limits/texts/en.ts";
import { limits as limitsEs } from "./limits/texts/es.ts";
import { limits as limitsPt } from "./limits/texts/pt.ts";
import { lists as listsEn } from "./lists/texts/en.ts";
import { lists as listsEs } from "./lists/texts/es.ts";
import { lists as listsPt } from "./lists/texts/pt.ts";
import { mailIntake as mailIntakeEn } from "./mail-intake/texts/en.ts";
import { followers as followersEn } from "./followers/texts/en.ts";
import { unticketed as unticketedEn } from "./unticketed/texts/en.ts";
import { welcome as welcomeEn } from "./welcome/texts/en.ts";
import { mailIntake as mailIntakeEs } from "./mail-intake/texts/es.ts";
import { followers as followersEs } from "./followers/texts/es.ts";
import { unticketed as unticketedEs } from "./unticketed/texts/es.ts";
import { welcome as welcomeEs } from "./welcome/texts/es.ts";
import { mailIntake as mailIntakePt } from "./mail-intake/texts/pt.ts";
import { followers as followersPt } from "./followers/texts/pt.ts";
import { unticketed as unticketedPt } from "./unticketed/texts/pt.ts";
import { welcome as welcomePt } from "./welcome/texts/pt.ts";
import { notes as notesEn } from "./notes/texts/en.ts";
import { notes as notesEs } from "./notes/texts/es.ts";
import { notes as notesPt } from "./notes/texts/pt.ts";
import { open as openEn } from "./open/texts/en.ts";
import { open as openEs } from "./open/texts/es.ts";
import { open as openPt } from "./open/texts/pt.ts";
import { promisedUpdates as promisedUpdatesEn } from "./promised-updates/texts/en.ts";
import { promisedUpdates as promisedUpdatesEs } from "./promised-updates/texts/es.ts";
import { promisedUpdates as promisedUpdatesPt } from "./promised-updates/texts/pt.ts";
import { rating as ratingEn } from "./rating/texts/en.ts";
import { rating as ratingEs } from "./rating/texts/es.ts";
import { rating as ratingPt } from "./rating/texts/pt.ts";
import { reminders as remindersEn } from "./reminders/texts/en.ts";
import { reminders as remindersEs } from "./reminders/texts/es.ts";
import { reminders as remindersPt } from "./reminders/texts/pt.ts";
import { reply as replyEn } from "./reply/texts/en.ts";
import { reply as replyEs } from "./reply/texts/es.ts";
import { reply as replyPt } from "./reply/texts/pt.ts";
import { report as reportEn } from "./report/texts/en.ts";
import { report as reportEs } from "./report/texts/es.ts";
import { report as reportPt } from "./report/texts/pt.ts";
import { resolution as resolutionEn } from "./resolution/texts/en.ts";
import { resolution as resolutionEs } from "./resolution/texts/es.ts";
import { resolution as resolutionPt } from "./resolution/texts/pt.ts";
import { severity as severityEn } from "./severity/texts/en.ts";
import { severity as severityEs } from "./severity/texts/es.ts";
import { severity as severityPt } from "./severity/texts/pt.ts";
import { staffReports as staffReportsEn } from "./staff-reports/texts/en.ts";
import { staffReports as staffReportsEs } from "./staff-reports/texts/es.ts";
import { staffReports as staffReportsPt } from "./staff-reports/texts/pt.ts";
import { statements as statementsEn } from "./statements/texts/en.ts";
import { techHandoff as techHandoffEn } from "./tech-handoff/texts/en.ts";
import { statements as statementsEs } from "./statements/texts/es.ts";
import { techHandoff as techHandoffEs } from "./tech-handoff/texts/es.ts";
import { statements as statementsPt } from "./statements/texts/pt.ts";
import { techHandoff as techHandoffPt } from "./tech-handoff/texts/pt.ts";
import { ticketCards as ticketCardsEn } from "./ticket-cards/texts/en.ts";
import { ticketCards as ticketCardsEs } from "./ticket-cards/texts/es.ts";
import { ticketCards as ticketCardsPt } from "./ticket-cards/texts/pt.ts";
import { ticketLinks as ticketLinksEn } from "./ticket-links/texts/en.ts";
import { ticketLinks as ticketLinksEs } from "./ticket-links/texts/es.ts";
import { ticketLinks as ticketLinksPt } from "./ticket-links/texts/pt.ts";
import { transcript as transcriptEn } from "./transcript/texts/en.ts";
import { transcript as transcriptEs } from "./transcript/texts/es.ts";
import { transcript as transcriptPt } from "./transcript/texts/pt.ts";
import { waiting as waitingEn } from "./waiting/texts/en.ts";
import { waiting as waitingEs } from "./waiting/texts/es.ts";
import { waiting as waitingPt } from "./waiting/texts/pt.ts";
import { webReports as webReportsEn } from "./web-reports/texts/en.ts";
import { webReports as webReportsEs } from "./web-reports/texts/es.ts";
import { webReports as webReportsPt } from "./web-reports/texts/pt.ts";
import { webDesk as webDeskEn } from "./web-desk/texts/en.ts";
import { webDesk as webDeskEs } from "./web-desk/texts/es.ts";
import { webDesk as webDeskPt } from "./web-desk/texts/pt.ts";

/** The features' sentences, one line per feature and language. A key that a translation lacks does not compile. */
export const sentences = {
  en: {
    ...accountsEn,
    ...areasEn,
    ...assignmentEn,
    ...attachmentsEn,
    ...availabilityEn,
    ...callbackEn,
    ...clientAccessEn,
    ...clientAreaEn,
    ...consultingEn,
    ...conversationEn,
    ...customerMailEn,
    ...deskRehearsalEn,
    ...deskSettingsEn,
    ...deskFormsEn,
    ...deskFormHelpEn,
    ...deskChecksEn,
    ...deskWarningsEn,
    ...escalationEn,
    ...mailIntakeEn,
    ...followersEn,
    ...unticketedEn,
    ...welcomeEn,
    ...explanationEn,
    ...helpEn,
    ...historyEn,
    ...homeEn,
    ...knowledgeEn,
    ...limitsEn,
    ...listsEn,
    ...notesEn,
    ...openEn,
    ...promisedUpdatesEn,
    ...ratingEn,
    ...remindersEn,
    ...replyEn,
    ...reportEn,
    ...resolutionEn,
    ...severityEn,
    ...staffReportsEn,
    ...statementsEn,
    ...techHandoffEn,
    ...ticketCardsEn,
    ...ticketLinksEn,
    ...transcriptEn,
    ...waitingEn,
    ...webDeskEn,
    ...webReportsEn,
  },
  es: {
    ...accountsEs,
    ...areasEs,
    ...assignmentEs,
    ...attachmentsEs,
    ...availabilityEs,
    ...callbackEs,
    ...clientAccessEs,
    ...clientAreaEs,
    ...consultingEs,
    ...conversationEs,
    ...customerMailEs,
    ...deskRehearsalEs,
    ...deskSettingsEs,
    ...deskFormsEs,
    ...deskFormHelpEs,
    ...deskChecksEs,
    ...deskWarningsEs,
    ...escalationEs,
    ...mailIntakeEs,
    ...followersEs,
    ...unticketedEs,
    ...welcomeEs,
    ...explanationEs,
    ...helpEs,
    ...historyEs,
    ...homeEs,
    ...knowledgeEs,
    ...limitsEs,
    ...listsEs,
    ...notesEs,
    ...openEs,
    ...promisedUpdatesEs,
    ...ratingEs,
    ...remindersEs,
    ...replyEs,
    ...reportEs,
    ...resolutionEs,
    ...severityEs,
    ...staffReportsEs,
    ...statementsEs,
    ...techHandoffEs,
    ...ticketCardsEs,
    ...ticketLinksEs,
    ...transcriptEs,
    ...waitingEs,
    ...webDeskEs,
    ...webReportsEs,
  },
  pt: {
    ...accountsPt,
    ...areasPt,
    ...assignmentPt,
    ...attachmentsPt,
    ...availabilityPt,
    ...callbackPt,
    ...clientAccessPt,
    ...clientAreaPt,
    ...consultingPt,
    ...conversationPt,
    ...customerMailPt,
    ...deskRehearsalPt,
    ...deskSettingsPt,
    ...deskFormsPt,
    ...deskFormHelpPt,
    ...deskChecksPt,
    ...deskWarningsPt,
    ...escalationPt,
    ...mailIntakePt,
    ...followersPt,
    ...unticketedPt,
    ...welcomePt,
    ...explanationPt,
    ...helpPt,
    ...historyPt,
    ...homePt,
    ...knowledgePt,
    ...limitsPt,
    ...listsPt,
    ...notesPt,
    ...openPt,
    ...promisedUpdatesPt,
    ...ratingPt,
    ...remindersPt,
    ...replyPt,
    ...reportPt,
    ...resolutionPt,
    ...severityPt,
    ...staffReportsPt,
    ...statementsPt,
    ...techHandoffPt,
    ...ticketCardsPt,
    ...ticketLinksPt,
    ...transcriptPt,
    ...waitingPt,
    ...webDeskPt,
    ...webReportsPt,
  },
};
