/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const assignment = {
  "button.claim": "Claim",
  "button.assign": "Assign",
  "message.noAgentAvailable": "⚠ {{ticket}} has no assignee: every agent is out or in quiet hours. Please claim it.",
  "history.claimed": "claimed the ticket",
  "history.assigned": "assigned the ticket to {{name}}",
  "history.unassigned": "removed the assignee",
  "history.noAgentAvailable": "found no available agent to assign the ticket to",
  "history.noPerson": "nobody",
  "history.assigneeLeft": "found that the assignee, {{name}}, is no longer on the desk",
  "refusal.alreadyClaimed": "{{name}} has already claimed {{ticket}}.",
  "refusal.noSuchPerson": "There is no person called “{{name}}” on this desk.",
  "refusal.already.claimed": "You have already claimed {{ticket}}.",
  "refusal.already.assignee": "{{ticket}} already has that assignee.",
  "error.personUnknown": "There is no person of that name on this desk.",
  "done.claimed": "{{ticket}} is now assigned to you.",
  "done.assigned": "{{ticket}} is now assigned to {{name}}.",
  "done.unassigned": "{{ticket}} now has no assignee.",
  "form.assignTitle": "Assign ticket",
  "form.assignSubmit": "Assign",
  "form.assignPerson": "Who takes {{ticket}}?",
  "form.assignHint": "Name of the person",
  "form.noAssignee": "Nobody",
  "assigned.heading": "{{ticket}} is now assigned to you",
  "assigned.by": "{{name}} assigned it to you.",
  "assigned.roundRobin": "It was your turn.",
  "assignee.notNotifiedOut": "{{name}}, the assignee of {{ticket}}, was not notified: out until {{until}}.",
  "assignee.notNotifiedQuiet": "{{name}}, the assignee of {{ticket}}, was not notified: these are their quiet hours.",
  "assignee.notNotifiedFailed":
    "{{name}}, the assignee of {{ticket}}, could not be notified by direct message ({{why}}).",
  "assignee.left":
    "⚠ {{name}} is no longer on this desk and is still the assignee of {{ticket}}: please claim it, or assign it to a colleague.",
  "assignee.leftReassigned":
    "{{name}} is no longer on this desk: {{ticket}} is now assigned to {{next}}, whose turn it was.",
  "assignee.gone": "no longer on this desk: claim it, or assign it to a colleague",
  "assignee.outUntil": "{{name}} · out until {{until}}",
  "notice.customer": "The customer wrote on {{ticket}}, which is assigned to you.",
  "notice.tech": "The technical team wrote on {{ticket}}, which is assigned to you.",
  "notice.reopened": "{{ticket}}, which is assigned to you, is open again.",
  "notice.instead": "You get this because you stand in for {{assignee}}, who is out.",
  "notice.standsIn": "{{name}} (for {{assignee}}, who is out)",
  "help.notify": "/desk notify [on | off]",
  "help.notifyMeans":
    "{{command}} switches whether you are notified when a customer or the technical team writes on a ticket assigned to you",
  "notify.label": "Notifications",
  "notify.on.asYouChose":
    "You are notified when a customer or the technical team writes on a ticket that is assigned to you, as you chose. /desk notify off ends that.",
  "notify.on.asDeskSays":
    "You are notified when a customer or the technical team writes on a ticket that is assigned to you, as the desk file says. /desk notify off ends that for you.",
  "notify.off.asYouChose":
    "You are not notified when a customer or the technical team writes on a ticket that is assigned to you, as you chose. Reminders of due times still reach you. /desk notify on brings notifications back.",
  "notify.off.asDeskSays":
    "You are not notified when a customer or the technical team writes on a ticket that is assigned to you, as the desk file says. Reminders of due times still reach you. /desk notify on switches notifications on for you.",
  "notify.switch.on": "Notify me",
  "notify.switch.off": "Stop notifying me",
  "notify.badSwitch": "“{{text}}” is neither on nor off. For instance: /desk notify off",
} as const;
