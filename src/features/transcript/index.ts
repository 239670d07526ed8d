export { newestEntries } from "./newest-entries.ts";
export { openingEntry } from "./opening-entry.ts";
export { drawTranscript, transcriptFile } from "./transcript-file.ts";
export {
  type TranscriptEntry,
  messageSteps as tellMessages,
  transcriptSteps as tellTranscript,
  transcriptOf,
} from "./transcript.ts";
