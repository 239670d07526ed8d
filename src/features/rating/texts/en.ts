/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const rating = {
  "history.rated": "found it: {{score}}",
  "history.ratedAnew": "found it: {{score}} (before: {{before}})",
  "refusal.nothingToRate": "There is nothing to say about {{ticket}} yet: it is asked once it is solved.",
  "refusal.ratedAlready": "Thank you, that was answered already.",
  "done.rated": "Thank you for telling us. You can change it within a day.",
  "way.howWasIt": "How did we do?",
  "way.rating": "Customer’s verdict",
  "way.score.good": "Good",
  "way.score.ok": "All right",
  "way.score.bad": "Not good",
  "way.ratedInternal": "{{name}} about {{ticket}}: {{score}}.",
  "way.ratedAnewInternal": "{{name}} about {{ticket}}: {{score}}, no longer {{before}}.",
  "turn.thanksFor": "Thank you, {{name}}. You said: {{score}}.",
  "turn.changeUntil": "Changed your mind? You can say so until ",
} as const;
