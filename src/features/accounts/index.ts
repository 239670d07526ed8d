export { longestNote, noteExcerpt, noteText } from "./note-text.ts";
export { accountPagePart, accountPath } from "./page-link.ts";
export { mayChangeNote, mayReadNoteLog } from "./rules.ts";
