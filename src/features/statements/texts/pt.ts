import type { Translation } from "../../../i18n/languages.ts";
import type { statements as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const statements = {
  "statement.title": "Relatório de serviço para {{account}}",
  "statement.account": "Conta",
  "statement.period": "Período",
  "statement.plan": "Plano",
  "statement.manager": "Seu gerente de conta",
  "statement.version": "Versão",
  "statement.replaces": "{{version}}, que substitui a versão {{before}}",
  "statement.summary": "No prazo: {{met}} de {{total}} ({{share}}).",
  "statement.nothing": "Nenhum prazo vencia neste período.",
  "statement.goals": "Metas do plano",
  "statement.chart": "Prazos cumpridos",
  "statement.target": "Prazo",
  "statement.severity": "Gravidade",
  "statement.agreed": "Tempo acordado",
  "statement.met": "No prazo",
  "statement.missedCount": "Perdidos",
  "statement.cancelled": "Cancelados",
  "statement.share": "Parcela no prazo",
  "statement.goal": "Meta",
  "statement.result": "Resultado",
  "statement.goalMet": "Meta cumprida",
  "statement.goalMissed": "Meta não cumprida",
  "statement.noGoal": "Sem meta",
  "statement.noneCounts": "Nenhum conta",
  "statement.bySeverity": "Prazos por gravidade",
  "statement.total": "No total",
  "statement.missed": "Prazos perdidos",
  "statement.noMissed": "Nenhum prazo foi perdido neste período.",
  "statement.ticket": "Ticket",
  "statement.happened": "O que aconteceu",
  "statement.fromManager": "Do seu gerente de conta",
  "statement.late.firstResponse":
    "Você perguntou em {{started}}, e nossa primeira resposta vencia em {{due}}. A espera terminou em {{ended}}, com {{late}} de atraso.",
  "statement.late.nextResponse":
    "Você escreveu em {{started}}, e nossa resposta vencia em {{due}}. A espera terminou em {{ended}}, com {{late}} de atraso.",
  "statement.late.update":
    "Em {{started}} prometemos novidades para {{due}}. A espera terminou em {{ended}}, com {{late}} de atraso.",
  "statement.late.resolution":
    "O ticket começou em {{started}}, e a solução vencia em {{due}}. Terminou em {{ended}}, com {{late}} de atraso.",
  "statement.unwritten": "Ainda não escrito",
  "statement.waiting": "À espera de você",
  "statement.waited":
    "Os tickets cuja solução vencia neste período ficaram à espera de você, ou fechados nesse meio-tempo, por {{time}} no total. Esse tempo não conta.",
  "statement.notWaited": "Nenhum ticket cuja solução vencia neste período ficou à espera de você.",
  "statement.ratings": "Suas avaliações",
  "statement.rating": "Avaliação",
  "statement.number": "Número",
  "statement.how":
    "Um prazo pertence ao período em que vencia. Um prazo cancelado não conta nem como cumprido nem como perdido. Um atraso conta só as horas do plano. Os horários são do fuso {{zone}}.",
  "statement.foot": "{{desk}} · {{title}} · {{period}}",
  "statement.noticeSummary": "{{desk}}: seu relatório de serviço, {{period}}",
  "statement.noticeText":
    "O relatório de serviço para {{account}} está na área do cliente. Lá você pode ler, imprimir e guardar em PDF.",
  "statement.noticeOpen": "Abrir o relatório",
  "statement.list": "Relatórios de serviço",
  "statement.listAbout":
    "Um relatório mostra a uma conta como seus prazos foram cumpridos em um período. O gerente de conta escreve uma frase sobre cada prazo perdido e o envia.",
  "statement.none": "Ainda não há nenhum relatório.",
  "statement.make": "Criar um rascunho",
  "statement.periodHelp": "Por exemplo “mês passado”, 2026-10 ou 2026-Q3.",
  "statement.chooseAccount": "Escolha uma conta cujos relatórios você possa escrever.",
  "statement.noAccounts":
    "Você não pode escrever relatórios de nenhuma conta: quem faz isso são o gerente de conta, o suplente, a direção de suporte e a administração.",
  "statement.state": "Situação",
  "statement.draft": "Rascunho",
  "statement.sentAt": "Enviado {{at}}",
  "statement.notThere": "Esse relatório não existe.",
  "statement.back": "Todos os relatórios",
  "statement.draftAbout": "É um rascunho que só a equipe de suporte vê. Os números acompanham os tickets até o envio.",
  "statement.mayNotWrite":
    "Só o gerente de conta, o suplente, a direção de suporte e a administração escrevem e enviam.",
  "statement.sentences": "Uma frase para cada prazo perdido",
  "statement.sentenceOf": "{{ticket}}, {{clock}}",
  "statement.sentenceHelp": "O cliente lê. Diga o que aconteceu e o que vocês estão fazendo a respeito.",
  "statement.cause": "Só para você: {{cause}}.",
  "statement.save": "Salvar as frases",
  "statement.saved": "As frases foram salvas.",
  "statement.tooLong_one": "Uma frase é longa demais: no máximo {{most}} caracteres. Não foi salva.",
  "statement.tooLong_other":
    "{{count}} frases são longas demais: no máximo {{most}} caracteres cada uma. Não foram salvas.",
  "statement.tooLong_many":
    "{{count}} frases são longas demais: no máximo {{most}} caracteres cada uma. Não foram salvas.",
  "statement.preview": "Prévia: o que o cliente verá",
  "statement.send": "Enviar ao cliente",
  "statement.sendTitle": "Enviar este relatório a {{account}}?",
  "statement.sendText":
    "Os contatos que veem todos os tickets da conta poderão ler na área do cliente e receberão uma mensagem. Não será mais possível alterar. Uma correção é uma nova versão.",
  "statement.sendYes": "Sim, enviar",
  "statement.sent": "O relatório foi enviado.",
  "statement.refused.unwritten_one": "Um prazo perdido ainda não tem frase. Escreva e depois envie o relatório.",
  "statement.refused.unwritten_other":
    "{{count}} prazos perdidos ainda não têm frase. Escreva e depois envie o relatório.",
  "statement.refused.unwritten_many":
    "{{count}} prazos perdidos ainda não têm frase. Escreva e depois envie o relatório.",
  "statement.refused.changed": "Os números ou as frases mudaram desde que você viu. Olhe de novo e depois envie.",
  "statement.refused.periodLasts": "O período termina em {{at}}. O relatório pode ser enviado depois disso.",
  "statement.refused.running":
    "Um prazo deste período ainda não terminou, e o relatório o deixaria de fora: {{tickets}}.",
  "statement.refused.deriving":
    "Depois da atualização, o Plazo ainda lê o histórico de tickets anteriores, por isso podem faltar números. Envie o relatório em alguns minutos.",
  "statement.refused.notDraft": "Já foi enviado.",
  "statement.refused.tooMany": "Mais de {{most}} prazos foram perdidos. Escolha um período mais curto.",
  "statement.refused.noAccount": "Esta conta não existe mais.",
  "statement.damaged":
    "Este relatório não é mais o que foi enviado: o conteúdo foi alterado no banco de dados. O Plazo não o mostra. A administração pode restaurar a linha a partir de um backup.",
  "statement.damagedForCustomer": "Este relatório não pode ser mostrado no momento. Fale com seu gerente de conta.",
  "statement.correct": "Fazer uma correção",
  "statement.correctAbout":
    "Uma correção é um novo rascunho com os números de hoje e as mesmas frases. Ao ser enviada, diz qual versão substitui.",
  "statement.replaced": "Uma versão posterior substitui esta.",
  "statement.pdf": "Baixar em PDF",
  "statement.html": "Baixar em HTML",
  "statement.log": "O que aconteceu com ele",
  "statement.log.made": "{{name}} criou o rascunho",
  "statement.log.sent": "{{name}} enviou",
  "statement.hash": "SHA-256 do que foi enviado: {{hash}}",
  "statement.areaTitle": "Relatórios",
  "statement.areaAbout": "Como cumprimos nossos prazos com você, conforme enviado pelo seu gerente de conta.",
  "statement.areaNone": "Seu gerente de conta ainda não enviou nenhum relatório.",
  "statement.areaSent": "Enviado",
  "statement.areaBack": "Voltar aos relatórios",
  "statement.open": "Abrir",
} as const satisfies Translation<typeof english>;
