import type { CardPart } from "../../chat/card.ts";
import type { ThreadMessage } from "../../tickets/ticket.ts";
import { fileWords } from "./file-words.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";

/** The files of a message, a line each, with why one stays where it is; nothing where there are none. */
export const fileLines = (said: Pick<ThreadMessage, "files"> | null, viewer: Viewer): readonly CardPart[] =>
  said === null || said.files.length === 0
    ? []
    : [{ part: "text", lines: said.files.map((file) => [plain(fileWords(file, file.rejectedBecause, viewer))]) }];
