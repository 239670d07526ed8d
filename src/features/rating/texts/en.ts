/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const rating = {
  "history.rated": "rated our work: {{score}}",
  "history.ratedAnew": "rated our work: {{score}} (before: {{before}})",
  "refusal.nothingToRate": "{{ticket}} cannot be rated yet: we ask you once it is solved.",
  "refusal.ratedAlready": "Thank you, that question was already answered.",
  "done.rated": "Thank you for telling us. You can change your answer within a day.",
  "rating.question": "How did we do?",
  "fact.rating": "Customer’s rating",
  "rating.score.good": "Good",
  "rating.score.ok": "All right",
  "rating.score.bad": "Not good",
  "rating.given": "{{name}} rated {{ticket}}: {{score}}.",
  "rating.changed": "{{name}} changed the rating of {{ticket}}: {{score}} (before: {{before}}).",
  "rating.thanks": "Thank you, {{name}}. Your answer: {{score}}.",
  "rating.changeUntil": "Changed your mind? You can change your answer until {{until}}",
} as const;
