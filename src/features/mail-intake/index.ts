export { mailPath, mailsPath, mostNamedMails, senderText, subjectText } from "./named-mails.ts";
export { mayBeTaken, whyText } from "./why-text.ts";
export { waitingMailsCard } from "./waiting-mails-card.ts";
export { acknowledgement } from "./acknowledgement.ts";
