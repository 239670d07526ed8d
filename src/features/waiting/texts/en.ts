/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const waiting = {
  "button.wait": "Waiting",
  "message.waiting": "{{ticket}} is waiting for you: we need your answer to carry on. Please reply below.",
  "history.nudged": "asked the customer again",
  "history.inactivityRestarted": "counts the customer’s silence from {{since}}",
  "history.closedSilently": "closed it: the customer answered no more",
  "history.waited": "is waiting for the customer",
  "refusal.already.waiting": "{{ticket}} is already waiting for the customer.",
  "done.waiting": "{{ticket}} is waiting for the customer.",
  "transcript.waited": "is waiting for the customer’s answer",
  "way.closesAt": "Closes without an answer",
  "way.nudge": "We are still waiting for your answer on {{ticket}}. Please reply below whenever you can.",
  "way.nudgeClose":
    "We are still waiting for your answer on {{ticket}}. Without one we close it on {{until}}; any word from you below keeps it open.",
  "way.closedSilently":
    "We heard nothing more on {{ticket}}, so it is closed. If it still matters, reply here or type /ticket reopen {{number}}, and we carry on.",
} as const;
