/**
 * Files of one feature that other features import, although a feature should be imported through its index.ts. Nothing may be
 * added here: move what several features need into `src/tickets`, `src/sla` or `src/i18n`, and take the line out.
 */
export const sharedFeatureFiles: readonly string[] = [
  "src/features/attachments/file-words.ts",
  "src/features/callback/call-wanted-card.ts",
  "src/features/callback/called-button.ts",
  "src/features/callback/phone-for.ts",
  "src/features/callback/request-call.ts",
  "src/features/consulting/consulting-card.ts",
  "src/features/escalation/breached-target.ts",
  "src/features/explanation/explain.ts",
  "src/features/history/line-of.ts",
  "src/features/history/ticket-changes.ts",
  "src/features/knowledge/matching-articles.ts",
  "src/features/lists/list-card.ts",
  "src/features/lists/list-words.ts",
  "src/features/message-cards/problem-card.ts",
  "src/features/open/in-post.ts",
  "src/features/open/opening-words.ts",
  "src/features/open/ticket-form.ts",
  "src/features/promised-updates/news-line.ts",
  "src/features/promised-updates/update-fields.ts",
  "src/features/promised-updates/update-values.ts",
  "src/features/rating/rating-question.ts",
  "src/features/reply/reply-form.ts",
  "src/features/reply/requests.ts",
  "src/features/tech-handoff/tech-line.ts",
  "src/features/ticket-links/link-texts.ts",
  "src/features/transcript/transcript.ts",
];
