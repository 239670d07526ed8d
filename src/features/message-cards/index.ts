export { doneCard, messageCard, refusalCard } from "./message-cards.ts";
export { type Instead, receiptCard } from "./receipt-card.ts";
