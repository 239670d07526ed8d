export { assumptions, coverageLines } from "./rehearsal-sentences.ts";
