/** The Spanish sentences about what a desk file may have forgotten, and what it takes away. They have no full stop. */
export const deskWarnings = {
  "deskWarning.noPeople": "no hay personas: sin personal, los tickets no reciben respuesta",
  "deskWarning.noPlans": "no hay planes: ninguna cuenta tiene plazos",
  "deskWarning.gapNoStep":
    "ningún paso de los recordatorios vale para un plazo de los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}}): nadie recibe nunca un recordatorio de ellos",
  "deskWarning.gapNever":
    "ninguna persona localizable por mensaje directo o correo cubre nunca los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}})",
  "deskWarning.gapBetween":
    "entre {{from}} y {{to}}, ninguna persona localizable por mensaje directo o correo cubre los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}})",
  "deskWarning.gapEveryDay":
    "todos los días entre las {{from}} y las {{to}}, ninguna persona localizable por mensaje directo o correo cubre los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}})",
  "deskWarning.gapOnDays":
    "{{days}}, entre las {{from}} y las {{to}}, ninguna persona localizable por mensaje directo o correo cubre los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}})",
  "deskWarning.gapOvernight":
    "{{days}}, entre las {{from}} y las {{to}} del día siguiente, ninguna persona localizable por mensaje directo o correo cubre los tickets con gravedad {{severities}} del plan {{plan}} ({{accounts}})",
  "deskWarning.days": "de {{first}} a {{last}}",
  "deskWarning.mail": "correo electrónico",
  "deskWarning.noNextResponse":
    "el plan {{plan}} no tiene plazo para las siguientes respuestas (nextResponse) a los tickets con gravedad {{severities}}: nadie recibe recordatorios de lo que los clientes escriben después de la primera respuesta",
  "deskWarning.holidaysNotInstalled":
    "calendario {{calendar}}: aquí no se conocen los festivos, porque npm ci --omit=dev los deja fuera: ejecuta npm ci para conocerlos",
  "deskWarning.holidaysUnknown": "calendario {{calendar}}: no se sabe nada de los festivos de {{country}}",
  "deskWarning.holidayMissing":
    "calendario {{calendar}}: {{date}} es festivo en {{country}} ({{holiday}}) y aquí es laborable",
  "deskLoss.person": "{{name}} ({{roles}}) pierde todos sus derechos",
  "deskLoss.personDuties": "{{name}} ({{roles}}) pierde todos sus derechos; {{duties}}",
  "deskLoss.managed": "llevaba {{name}} (ahora {{now}})",
  "deskLoss.managedNone": "llevaba {{name}} (ahora nadie)",
  "deskLoss.stoodIn": "era suplente de {{name}} (ahora {{now}})",
  "deskLoss.stoodInNone": "era suplente de {{name}} (ahora nadie)",
  "deskLoss.noLonger": "{{name}} deja de ser {{what}}",
  "deskLoss.handedOver":
    "{{name}} ({{what}}) pierde todos sus derechos, y {{now}} recibe la entrada con sus tickets, tareas e historial",
  "deskLoss.item": "{{place}} {{item}}",
  "deskLoss.account": "{{name}} pierde todos sus derechos, con {{channels}} y {{contacts}}",
  "deskLoss.default": "{{place}}: vuelve al valor predeterminado",
  "deskLoss.accessKept": "{{name}} ({{person}}), contacto de {{account}}, por {{inviter}}",
  "deskLoss.access": "{{name}} ({{person}}), con invitación o recordado para {{account}}",
  "deskLoss.role.agent": "agente",
  "deskLoss.role.manager": "gerente de cuenta",
  "deskLoss.role.tech": "equipo técnico",
  "deskLoss.role.head": "dirección de soporte",
  "deskLoss.role.admin": "administración",
  "deskWarning.unreachable_one": "no se puede localizar a {{people}}: {{platforms}} no está activado",
  "deskWarning.unreachable_many": "no se puede localizar a {{people}}: {{platforms}} no están activados",
  "deskWarning.unreachable_other": "no se puede localizar a {{people}}: {{platforms}} no están activados",
  "deskLoss.channels_one": "{{count}} canal",
  "deskLoss.channels_many": "{{count}} de canales",
  "deskLoss.channels_other": "{{count}} canales",
  "deskLoss.contacts_one": "{{count}} contacto",
  "deskLoss.contacts_many": "{{count}} de contactos",
  "deskLoss.contacts_other": "{{count}} contactos",
  "deskLoss.stillHas_one": "{{name}} tiene aún {{count}} ticket abierto: {{tickets}}",
  "deskLoss.stillHas_many": "{{name}} tiene aún {{count}} de tickets abiertos: {{tickets}}",
  "deskLoss.stillHas_other": "{{name}} tiene aún {{count}} tickets abiertos: {{tickets}}",
  "deskLoss.accountStillHas_one":
    "{{name}} tiene aún {{count}} ticket abierto: {{tickets}}; queda para el personal, que puede pasarlo a otra cuenta",
  "deskLoss.accountStillHas_many":
    "{{name}} tiene aún {{count}} de tickets abiertos: {{tickets}}; quedan para el personal, que puede pasarlos a otra cuenta",
  "deskLoss.accountStillHas_other":
    "{{name}} tiene aún {{count}} tickets abiertos: {{tickets}}; quedan para el personal, que puede pasarlos a otra cuenta",
  "deskLoss.more_one": "{{tickets}} y {{count}} más",
  "deskLoss.more_many": "{{tickets}} y {{count}} más",
  "deskLoss.more_other": "{{tickets}} y {{count}} más",
  "deskLoss.moreOrMore_one": "{{tickets}} y al menos {{count}} más",
  "deskLoss.moreOrMore_many": "{{tickets}} y al menos {{count}} más",
  "deskLoss.moreOrMore_other": "{{tickets}} y al menos {{count}} más",
} as const;
