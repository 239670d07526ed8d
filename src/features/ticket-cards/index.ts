export { conversationCard } from "./conversation-card.ts";
export { showCard } from "./show-card.ts";
export { triageCard } from "./triage-card.ts";
