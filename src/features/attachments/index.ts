export { fileLines, fileWords, sizeWords } from "./file-words.ts";
export { filesLimitedCard } from "./files-limited-card.ts";
export type { AttachmentNotification } from "./messages.ts";
