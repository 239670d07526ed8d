export { type HistoryEntry, historySteps as tellHistory } from "./history-card.ts";
export { historyLine } from "./line-of.ts";
export {
  type Stepwise,
  type TicketChangeStep as ToldChange,
  atOnce,
  changeSteps as retelling,
  ticketChanges,
} from "./ticket-changes.ts";
