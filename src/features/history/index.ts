export { type HistoryEntry, tellHistory } from "./history-card.ts";
export { historyLine } from "./line-of.ts";
export { type Stepwise, type ToldChange, atOnce, retelling, ticketChanges } from "./ticket-changes.ts";
