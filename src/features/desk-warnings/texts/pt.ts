/** The Portuguese sentences about what a desk file may have forgotten, and what it takes away. They have no full stop. */
export const deskWarnings = {
  "deskWarning.noPeople": "não há pessoas: sem equipe, os tickets não recebem resposta",
  "deskWarning.noPlans": "não há planos: nenhuma conta tem prazos",
  "deskWarning.gapNoStep":
    "nenhum passo dos lembretes vale para um prazo dos tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}}): ninguém recebe lembretes deles",
  "deskWarning.gapNever":
    "nenhuma pessoa alcançável por mensagem direta ou e-mail cobre os tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}})",
  "deskWarning.gapBetween":
    "entre {{from}} e {{to}}, nenhuma pessoa alcançável por mensagem direta ou e-mail cobre os tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}})",
  "deskWarning.gapEveryDay":
    "todos os dias entre {{from}} e {{to}}, nenhuma pessoa alcançável por mensagem direta ou e-mail cobre os tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}})",
  "deskWarning.gapOnDays":
    "{{days}}, entre {{from}} e {{to}}, nenhuma pessoa alcançável por mensagem direta ou e-mail cobre os tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}})",
  "deskWarning.gapOvernight":
    "{{days}}, entre {{from}} e {{to}} do dia seguinte, nenhuma pessoa alcançável por mensagem direta ou e-mail cobre os tickets de gravidade {{severities}} do plano {{plan}} ({{accounts}})",
  "deskWarning.days": "de {{first}} a {{last}}",
  "deskWarning.mail": "e-mail",
  "deskWarning.noNextResponse":
    "o plano {{plan}} não tem prazo para as próximas respostas (nextResponse) aos tickets de gravidade {{severities}}: ninguém recebe lembretes do que os clientes escrevem depois da primeira resposta",
  "deskWarning.holidaysNotInstalled":
    "calendário {{calendar}}: os feriados não são conhecidos aqui, porque npm ci --omit=dev os deixa de fora: execute npm ci para conhecê-los",
  "deskWarning.holidaysUnknown": "calendário {{calendar}}: nada se sabe dos feriados de {{country}}",
  "deskWarning.holidayMissing":
    "calendário {{calendar}}: {{date}} é feriado em {{country}} ({{holiday}}) e aqui é dia útil",
  "deskLoss.person": "{{name}} ({{roles}}) perde todos os direitos",
  "deskLoss.personDuties": "{{name}} ({{roles}}) perde todos os direitos; {{duties}}",
  "deskLoss.managed": "cuidava de {{name}} (agora {{now}})",
  "deskLoss.managedNone": "cuidava de {{name}} (agora ninguém)",
  "deskLoss.stoodIn": "era suplente de {{name}} (agora {{now}})",
  "deskLoss.stoodInNone": "era suplente de {{name}} (agora ninguém)",
  "deskLoss.noLonger": "{{name}} deixa de ser {{what}}",
  "deskLoss.handedOver":
    "{{name}} ({{what}}) perde todos os direitos, e {{now}} recebe a entrada com seus tickets, tarefas e histórico",
  "deskLoss.item": "{{place}} {{item}}",
  "deskLoss.account": "{{name}} perde todos os direitos, com {{channels}} e {{contacts}}",
  "deskLoss.default": "{{place}}: volta ao valor padrão",
  "deskLoss.accessKept": "{{name}} ({{person}}), contato de {{account}}, por {{inviter}}",
  "deskLoss.access": "{{name}} ({{person}}), com convite ou lembrado para {{account}}",
  "deskLoss.role.agent": "agente",
  "deskLoss.role.manager": "gerente de conta",
  "deskLoss.role.tech": "equipe técnica",
  "deskLoss.role.head": "direção de suporte",
  "deskLoss.role.admin": "administração",
  "deskWarning.unreachable_one": "não é possível alcançar {{people}}: {{platforms}} não está ativado",
  "deskWarning.unreachable_many": "não é possível alcançar {{people}}: {{platforms}} não estão ativados",
  "deskWarning.unreachable_other": "não é possível alcançar {{people}}: {{platforms}} não estão ativados",
  "deskLoss.channels_one": "{{count}} canal",
  "deskLoss.channels_many": "{{count}} de canais",
  "deskLoss.channels_other": "{{count}} canais",
  "deskLoss.contacts_one": "{{count}} contato",
  "deskLoss.contacts_many": "{{count}} de contatos",
  "deskLoss.contacts_other": "{{count}} contatos",
  "deskLoss.stillHas_one": "{{name}} ainda tem {{count}} ticket aberto: {{tickets}}",
  "deskLoss.stillHas_many": "{{name}} ainda tem {{count}} de tickets abertos: {{tickets}}",
  "deskLoss.stillHas_other": "{{name}} ainda tem {{count}} tickets abertos: {{tickets}}",
  "deskLoss.accountStillHas_one":
    "{{name}} ainda tem {{count}} ticket aberto: {{tickets}}; fica para a equipe, que pode passá-lo a outra conta",
  "deskLoss.accountStillHas_many":
    "{{name}} ainda tem {{count}} de tickets abertos: {{tickets}}; ficam para a equipe, que pode passá-los a outra conta",
  "deskLoss.accountStillHas_other":
    "{{name}} ainda tem {{count}} tickets abertos: {{tickets}}; ficam para a equipe, que pode passá-los a outra conta",
  "deskLoss.more_one": "{{tickets}} e mais {{count}}",
  "deskLoss.more_many": "{{tickets}} e mais {{count}}",
  "deskLoss.more_other": "{{tickets}} e mais {{count}}",
  "deskLoss.moreOrMore_one": "{{tickets}} e pelo menos mais {{count}}",
  "deskLoss.moreOrMore_many": "{{tickets}} e pelo menos mais {{count}}",
  "deskLoss.moreOrMore_other": "{{tickets}} e pelo menos mais {{count}}",
} as const;
