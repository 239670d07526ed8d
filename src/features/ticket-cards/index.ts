export { contactLine, conversationCard, customerFacts, openingRemarks } from "./conversation-card.ts";
export { customerButtons } from "./customer-buttons.ts";
export { showCard } from "./show-card.ts";
export { cardBesideConversation, triageCard } from "./triage-card.ts";
export { messagesOnPage } from "./last-messages.ts";
