export { awayLines, listCard, queueCard, rowOrUnreadable as rowOrRegret } from "./list-card.ts";
export { excerptsOf, findCard } from "./find-card.ts";
export { isListWord } from "./read-list-filter.ts";
export { suggestedTicket } from "./ticket-row.ts";
