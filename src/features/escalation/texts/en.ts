/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const escalation = {
  "history.escalated": "escalated the ticket to the head of support; notified: {{names}}",
  "history.escalatedWhy": "escalated the ticket to the head of support: {{why}}; notified: {{names}}",
  "history.notified": "notified {{name}}",
  "help.escalate": "/ticket escalate 1042 [why]",
  "help.escalateMeans":
    "{{command}} takes it to the head of support, once we missed a due time or where your plan always allows it",
  "refusal.notBreached": "{{ticket}} is not overdue: it is due {{due}}. If it cannot wait until then: {{contact}}.",
  "refusal.nothingBreached": "{{ticket}} is not overdue. If it cannot wait: {{contact}}.",
  "refusal.escalatedAlready":
    "{{ticket}} was escalated to the head of support at {{at}}. If nothing happens, escalate it again after {{again}}.",
  "done.escalated": "{{ticket}} goes to the head of support now. Its thread shows who was notified.",
  "buttons.needMore": "If you need more",
  "escalation.heading": "{{ticket}} was escalated to you",
  "escalation.summary": "{{ticket}} · {{account}}: {{name}} escalates to the head of support",
  "escalation.askedBy": "{{name}} asked the head of support to look at it, {{at}}",
  "escalation.breached": "Missed: {{clock}}, was due {{due}}",
  "escalation.notBreached": "Nothing is overdue; the ticket was escalated all the same.",
  "escalation.reason": "Reason",
  "fact.noCustomerMessage": "Nothing since the ticket was opened",
  "fact.lastReply": "Our last answer",
  "fact.noReplyYet": "None yet",
  "escalation.escalated": "{{name}} escalated {{ticket}} to the head of support. Notified: {{names}}.",
  "escalation.escalatedNoHead":
    "{{name}} escalated {{ticket}} to the head of support, but no person with that role can be notified. Notified: {{names}}.",
  "escalation.mention":
    "{{people}}: {{name}} escalates {{ticket}} ({{account}}) to the head of support. Please look at it now.",
  "unreached.escalation":
    "⚠ {{name}} could not be notified that {{ticket}} was escalated to the head of support ({{why}}), and there is no one else to notify.",
  "notified.person.escalation": "{{name}} was notified ({{at}}) that {{ticket}} cannot wait.",
  "notified.team.escalation": "Our support team was notified ({{at}}) that {{ticket}} cannot wait.",
  "person.headOfSupport": "{{name}}, head of support,",
  "person.accountManager": "{{name}}, your account manager,",
  "escalation.allowed": "The customer may now escalate it to the head of support.",
  "escalation.allowedAlways": "The customer may escalate it to the head of support, as at any time.",
  "fact.escalated": "Escalated to the head of support",
  "escalation.by": "by {{name}}, {{at}}",
  "page.notifiedAt": "{{name}} was notified {{at}}",
  "page.nobodyNotified": "no person was notified yet",
} as const;
