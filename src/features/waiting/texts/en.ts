/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const waiting = {
  "button.wait": "Waiting",
  "message.waiting": "{{ticket}} is waiting for you: we need your answer to carry on.",
  "history.nudged": "asked the customer again",
  "history.inactivityRestarted": "waits for the customer’s answer since {{since}}",
  "history.autoClosed": "closed the ticket, because the customer did not answer",
  "history.waitStarted": "is waiting for the customer",
  "refusal.already.waiting": "{{ticket}} is already waiting for the customer.",
  "done.waiting": "{{ticket}} is waiting for the customer.",
  "transcript.waitStarted": "is waiting for the customer’s answer",
  "fact.closesAt": "Closes without an answer",
  "waiting.nudge": "We are still waiting for your answer on {{ticket}}. Please answer whenever you can.",
  "waiting.nudgeClose":
    "We are still waiting for your answer on {{ticket}}. Without one we close it on {{until}}; any message from you keeps it open.",
  "waiting.autoClosed": "We have not had an answer on {{ticket}}, so it is closed.",
} as const;
