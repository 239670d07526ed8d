export { deskFaultSentence, loggedDeskFault } from "./fault-sentence.ts";
