export { longestNote, noteExcerpt, noteText } from "./note-text.ts";
export { mayChangeNote, mayReadNoteLog } from "./rules.ts";
