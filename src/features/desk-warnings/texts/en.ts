/** The English sentences about what a desk file may have forgotten, and what it takes away. They have no full stop. */
export const deskWarnings = {
  "deskWarning.noPeople": "people is empty: without staff, tickets get no answer",
  "deskWarning.noPlans": "plans is empty: no account has targets",
  "deskWarning.gapNoStep":
    "the ladder has no step for a clock of {{severities}} tickets of plan {{plan}} ({{accounts}}): no person is ever reminded of them",
  "deskWarning.gapNever":
    "no person with a reachable DM or e-mail step ever covers {{severities}} tickets of plan {{plan}} ({{accounts}})",
  "deskWarning.gapBetween":
    "between {{from}} and {{to}} no person with a reachable DM or e-mail step covers {{severities}} tickets of plan {{plan}} ({{accounts}})",
  "deskWarning.gapEveryDay":
    "every day between {{from}} and {{to}} no person with a reachable DM or e-mail step covers {{severities}} tickets of plan {{plan}} ({{accounts}})",
  "deskWarning.gapOnDays":
    "on {{days}} between {{from}} and {{to}} no person with a reachable DM or e-mail step covers {{severities}} tickets of plan {{plan}} ({{accounts}})",
  "deskWarning.gapOvernight":
    "on {{days}} between {{from}} and {{to}} of the next day no person with a reachable DM or e-mail step covers {{severities}} tickets of plan {{plan}} ({{accounts}})",
  "deskWarning.days": "{{first}} to {{last}}",
  "deskWarning.mail": "e-mail",
  "deskWarning.noNextResponse":
    "plan {{plan}} has no target for the next answers (nextResponse) to {{severities}} tickets: no person is reminded of what customers write after the first answer",
  "deskWarning.holidaysNotInstalled":
    "calendar {{calendar}}: public holidays are not known here, because npm ci --omit=dev leaves them out: run npm ci to know them",
  "deskWarning.holidaysUnknown": "calendar {{calendar}}: nothing is known of public holidays in {{country}}",
  "deskWarning.holidayMissing":
    "calendar {{calendar}}: {{date}} is a public holiday in {{country}} ({{holiday}}) and a working day here",
  "deskLoss.person": "{{name}} ({{roles}}) loses every right",
  "deskLoss.personDuties": "{{name}} ({{roles}}) loses every right; {{duties}}",
  "deskLoss.managed": "managed {{name}} (now {{now}})",
  "deskLoss.managedNone": "managed {{name}} (now nobody)",
  "deskLoss.stoodIn": "stood in for {{name}} (now {{now}})",
  "deskLoss.stoodInNone": "stood in for {{name}} (now nobody)",
  "deskLoss.noLonger": "{{name}} is no longer {{what}}",
  "deskLoss.handedOver":
    "{{name}} ({{what}}) loses every right, and {{now}} takes over the entry with its tickets, duties and history",
  "deskLoss.item": "{{place}} {{item}}",
  "deskLoss.account": "{{name}} loses every right, with {{channels}} and {{contacts}}",
  "deskLoss.default": "{{place}}: back to the default",
  "deskLoss.accessKept": "{{name}} ({{person}}), contact of {{account}}, added by {{inviter}}",
  "deskLoss.access": "{{name}} ({{person}}), invited to or remembered for {{account}}",
  "deskLoss.role.agent": "agent",
  "deskLoss.role.manager": "manager",
  "deskLoss.role.tech": "tech",
  "deskLoss.role.head": "head",
  "deskLoss.role.admin": "admin",
  "deskWarning.unreachable_one": "{{people}} cannot be reached: {{platforms}} is not switched on",
  "deskWarning.unreachable_other": "{{people}} cannot be reached: {{platforms}} are not switched on",
  "deskLoss.channels_one": "{{count}} channel",
  "deskLoss.channels_other": "{{count}} channels",
  "deskLoss.contacts_one": "{{count}} contact",
  "deskLoss.contacts_other": "{{count}} contacts",
  "deskLoss.stillHas_one": "{{name}} still has {{count}} open ticket: {{tickets}}",
  "deskLoss.stillHas_other": "{{name}} still has {{count}} open tickets: {{tickets}}",
  "deskLoss.accountStillHas_one":
    "{{name}} still has {{count}} open ticket: {{tickets}}; they stay for the staff, who may give them to another account",
  "deskLoss.accountStillHas_other":
    "{{name}} still has {{count}} open tickets: {{tickets}}; they stay for the staff, who may give them to another account",
  "deskLoss.more_one": "{{tickets}} and {{count}} more",
  "deskLoss.more_other": "{{tickets}} and {{count}} more",
  "deskLoss.moreOrMore_one": "{{tickets}} and at least {{count}} more",
  "deskLoss.moreOrMore_other": "{{tickets}} and at least {{count}} more",
} as const;
