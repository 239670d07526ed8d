export { type HistoryEntry, historySteps as tellHistory, historyLine } from "./history-card.ts";
export {
  type ChunkedWork as Stepwise,
  type TicketChangeStep as ToldChange,
  atOnce,
  changeSteps as retelling,
  ticketChanges,
} from "./ticket-changes.ts";
