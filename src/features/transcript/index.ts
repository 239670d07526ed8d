export { newestEntries } from "./newest-entries.ts";
export { drawTranscript, transcriptFile } from "./transcript-file.ts";
export { type TranscriptEntry, tellMessages, tellTranscript, transcriptOf } from "./transcript.ts";
