/**
 * What most events and notifications of a type have in fields that a test does not care about. A test writes them first
 * and overrides what it tests.
 */
export const usual = {
  opened: { source: null, follows: null, openingMessage: null },
  imported: { format: [], message: null, user: null, files: [] },
  customerWrote: { format: [], message: null, files: [], thanks: false, colleague: false },
  messageEdited: { format: [], needsReply: null, title: null },
  messageDeleted: { textKept: false, platform: null, author: null, erases: [] },
  replied: {
    message: null,
    files: [],
    replyId: null,
    sentAt: null,
    revealed: null,
    nextUpdateDue: null,
    setsWaiting: false,
  },
  reply: { nextUpdateDue: null, setsWaiting: false },
  undelivered: { key: "card", to: "customer" },
  customerMessage: { message: null, thanks: false, colleague: false, mention: null },
  fromTech: { format: [], message: null, mention: null },
  statusChanged: { asksRating: false, autoClosed: false, byRequester: false, mention: null },
} as const;
