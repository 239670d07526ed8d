/** The English sentences of this feature. Plural forms end in `_one` and `_other`. */
export const consulting = {
  "history.openedConsulting": "asked for consulting",
  "history.consultingRouted": "notified {{names}} of the consulting request",
  "help.consulting": "/ticket consulting [topic]",
  "help.consultingMeans": "{{command}} asks your account manager to talk something over with you",
  "refusal.consultingHasNone": "{{ticket}} is a consulting request, which has no severity.",
  "form.consultingTitle": "Consulting",
  "form.consultingSubmit": "Request consulting",
  "form.consultingTopic": "What is it about?",
  "form.consultingWhatFor": "What do you want to achieve?",
  "form.consultingWhatForHint": "What you plan, what you have, what you would like to know",
  "form.consultingTime": "When would you like to talk?",
  "form.consultingTimeHint": "For instance: Tuesday morning, or by e-mail",
  "form.consultingTimeIs": "Would like to talk: {{time}}",
  "form.consultingManager": "It goes to {{name}}, your account manager.",
  "form.consultingTeam": "It goes to the support team.",
  "form.consultingDue": "We answer within {{target}}. If something does not work, open a ticket instead: /ticket",
  "form.consultingNoTarget":
    "There is no fixed time for our answer. If something does not work, open a ticket instead: /ticket",
  "kind.consulting": "Consulting",
  "fact.kind": "Kind",
  "consulting.receipt":
    "Consulting has no fixed time for our answer; your account manager or the support team gets in touch.",
  "consulting.heading": "{{ticket}}: {{account}} asks for consulting",
  "consulting.summary": "{{ticket}} · {{account}} asks for consulting: {{title}}",
  "consulting.mention": "{{people}}: {{account}} asks for consulting ({{ticket}}). Who gets in touch?",
  "unreached.consulting":
    "⚠ {{name}} could not be notified that the customer of {{ticket}} asks for consulting ({{why}}), and there is no one else to notify.",
  "notified.person.consulting": "{{name}} was notified ({{at}}) of your consulting request, {{ticket}}.",
  "notified.team.consulting": "Our support team was notified ({{at}}) of your consulting request, {{ticket}}.",
} as const;
