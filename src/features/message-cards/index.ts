export { doneCard, messageCard, refusalCard } from "./message-cards.ts";
export { type FallbackPlace as Instead, receiptCard } from "./receipt-card.ts";
