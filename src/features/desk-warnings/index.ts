export { deskWarningSentence } from "./warning-sentence.ts";
export {
  accessKeptSentence,
  accessLostSentence,
  deskLossLine,
  deskLossSentence,
  ticketsLeftSentence,
} from "./loss-sentence.ts";
