export { listCard, queueCard, rowOrUnreadable as rowOrRegret } from "./list-card.ts";
export { isListWord } from "./list-words.ts";
export { suggestedTicket } from "./ticket-row.ts";
