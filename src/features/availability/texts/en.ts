/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const availability = {
  "help.out": "/desk out [18:00 | tomorrow | 3d | 2026-12-31]",
  "help.outMeans": "{{command}} sends your reminders to your deputy until then",
  "help.back": "/desk back",
  "help.backMeans": "{{command}} sends them to you again",
  "problem.noLongerStaff":
    "You are no longer in the desk file, so /desk does nothing for you and no ticket notifies you. What you chose with /desk notify is kept: it counts again once an admin adds you.",
  "problem.badUntil":
    "“{{text}}” is not a time that I understand, or it has passed. For instance: /desk out 18:00, /desk out tomorrow, /desk out 3d, /desk out 2026-12-31",
  "done.outStandIn": "You are out until {{until}}. Your reminders go to {{name}}. /desk back ends it.",
  "done.outAlone":
    "You are out until {{until}}. You have no deputy, so your reminders go to the triage channel. /desk back ends it.",
  "done.back": "Welcome back. Your reminders come to you again.",
} as const;
