export { dueAfterReply } from "./pending-replies.ts";
export { settledNoteCard as ownSettledCard, pendingNotice, pendingReplyCard } from "./pending-reply-card.ts";
export { cannedText, dueMark, withDue } from "./render-canned-reply.ts";
export { replyForm } from "./reply-form.ts";
export { askForReply } from "./requests.ts";
export { resendCard } from "./undelivered-card.ts";
