import type { FileRef } from "../../../src/tickets/refs.ts";
import { withForwarded, type forwardedSchema } from "./forwarded.ts";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import { readRichText } from "./read-rich-text.ts";
import { sharedFiles, type filesSchema } from "./shared-files.ts";
import type { z } from "zod";

/** The body of a message in events, menus and threads. */
interface MessageBody {
  readonly text: string;
  readonly blocks?: unknown;
  readonly attachments?: z.infer<typeof forwardedSchema>;
  readonly files?: z.infer<typeof filesSchema>;
}

/** The content of a message: its own text and files, and those of messages that it forwards. */
export const readWritten = (
  { attachments = [], files = [], ...message }: MessageBody,
  botUser: string | null = null,
): TextWithMentions & { readonly files?: readonly FileRef[] } => {
  const read = withForwarded(readRichText(message, botUser), attachments, message.blocks);
  return { ...read, ...sharedFiles([...files, ...attachments.flatMap((each) => each.files ?? [])]) };
};
