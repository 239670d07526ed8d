import { messagesOnPage } from "../../src/features/ticket-cards/index.ts";
import type { TranscriptEntry } from "../../src/features/transcript/index.ts";

/** The page of a conversation that `conversationPage` reads, cut from all messages; page 0 is the newest. */
export const pageOf = (all: readonly TranscriptEntry[], page: number) => {
  const end = Math.max(0, all.length - page * messagesOnPage);
  const earlier = Math.max(0, end - messagesOnPage);
  return { messages: all.slice(earlier, end), page, earlier, all: all.length };
};
