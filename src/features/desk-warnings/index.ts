export { deskWarningSentence } from "./warning-sentence.ts";
export { accessLostSentence, deskLossLine, deskLossSentence, ticketsLeftSentence } from "./loss-sentence.ts";
