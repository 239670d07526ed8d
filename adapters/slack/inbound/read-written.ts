import type { FileRef } from "../../../src/tickets/refs.ts";
import { forwardedIn, withForwarded, type attachmentsSchema } from "./forwarded.ts";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import { namesOfHeld } from "./names-of-held.ts";
import { readRichText } from "./read-rich-text.ts";
import { sharedFiles, type filesSchema } from "./shared-files.ts";
import type { z } from "zod";

/** The body of a message in events, menus and threads. */
interface MessageBody {
  readonly text: string;
  readonly blocks?: unknown;
  readonly attachments?: z.infer<typeof attachmentsSchema>;
  readonly files?: z.infer<typeof filesSchema>;
}

/**
 * The content of a message: its own text and files, and those of messages that it forwards. A message with neither is named
 * by what it holds, so that it comes to its ticket like any other.
 */
export const readWritten = (
  { attachments = [], files = [], ...message }: MessageBody,
  botUser: string | null = null,
): TextWithMentions & { readonly files?: readonly FileRef[] } => {
  const forwarded = forwardedIn(attachments);
  const read = withForwarded(readRichText(message, botUser), forwarded, message.blocks);
  const shared = sharedFiles([...files, ...forwarded.flatMap((each) => each.files ?? [])]);
  const isEmpty = read.text.trim() === "" && message.text.trim() === "" && (shared.files ?? []).length === 0;
  return isEmpty ? { text: namesOfHeld(message.blocks, attachments) } : { ...read, ...shared };
};
