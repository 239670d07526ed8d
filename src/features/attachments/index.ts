export { fileLines, fileText as fileWords, fileWhyNot, sizeText as sizeWords } from "./file-texts.ts";
export { filesLimitedCard } from "./files-limited-card.ts";
export type { AttachmentNotification } from "./messages.ts";
