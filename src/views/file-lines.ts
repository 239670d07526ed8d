import type { CardPart } from "../chat/card.ts";
import type { ThreadMessage } from "../domain/ticket.ts";
import { fileWords } from "./file-words.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";

/** The files of a message, a line each, with why one stays where it is; nothing where there are none. */
export const fileLines = (said: Pick<ThreadMessage, "files"> | null, viewer: Viewer): readonly CardPart[] =>
  said === null || said.files.length === 0
    ? []
    : [{ part: "text", lines: said.files.map((file) => [plain(fileWords(file, file.rejectedBecause, viewer))]) }];
