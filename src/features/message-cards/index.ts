export { doneCard } from "./done-card.ts";
export { type Instead, receiptCard } from "./receipt-card.ts";
export { refusalCard } from "./refusal-card.ts";
