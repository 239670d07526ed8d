import type { Translation } from "../../../i18n/languages.ts";
import type { clientAccess as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const clientAccess: Translation<typeof english> = {
  "help.invite": "/ticket convidar carla@example.com",
  "help.inviteMeans":
    "{{command}} dá acesso à área do cliente a uma pessoa desta conta; com tickets:próprios ela vê só os tickets que pede",
  "help.access": "/ticket acessos",
  "help.accessMeans":
    "{{command}} mostra quem tem acesso à área do cliente; ali você escolhe quais tickets cada pessoa vê e retira o acesso",
  "clientAccess.whom":
    "Quem? Escreva /ticket convidar com um endereço de e-mail, ou com @ e o nome da pessoa neste canal. Acrescente tickets:próprios se ela deve ver só os tickets que pede.",
  "clientAccess.whichAccount":
    "Para qual conta? Escreva no canal da conta, ou acrescente a chave da conta no arquivo de configuração, como conta:acme.",
  "clientAccess.whichTickets":
    "Quais tickets essa pessoa deve ver? Escreva tickets:todos para todos os da conta, ou tickets:próprios para os que ela pede.",
  "clientAccess.notYours":
    "Só o gerente de conta de {{account}}, o seu suplente, a direção de suporte e os administradores decidem quem tem acesso, e os contatos que eles deixam gerenciá-lo.",
  "clientAccess.isStaff": "Esta pessoa é da equipe de suporte. Ela usa o painel web: /desk web.",
  "clientAccess.ofAnother": "{{name}} é contato de outra conta, por isso nada foi feito.",
  "clientAccess.areaOff": "A área do cliente não está ativada aqui. Fale com o seu administrador do Plazo.",
  "clientAccess.invited": "{{name}} já pode usar a área do cliente de {{account}}.",
  "clientAccess.theySeeAll": "Essa pessoa vê todos os tickets da conta.",
  "clientAccess.theySeeOwn": "Essa pessoa vê só os tickets que pede.",
  "clientAccess.sentTo": "O convite foi enviado para {{to}}.",
  "clientAccess.linkNotShown":
    "{{name}} já entrou antes, por isso um link novo vai só para essa pessoa, e não pôde ser enviado. Ela pode entrar com o próprio endereço. Se não for possível, retire o acesso e convide de novo.",
  "clientAccess.copyLink": "Dê você mesmo este link à pessoa. Ele aparece só aqui e só agora:",
  "clientAccess.linkUntil": "O link funciona uma vez, até {{until}}.",
  "clientAccess.heading": "Acesso à área do cliente: {{account}}",
  "clientAccess.none": "Ninguém foi convidado ainda para a área do cliente de {{account}}.",
  "clientAccess.since": "desde {{at}}, por {{by}}",
  "clientAccess.lastSeen": "última visita: {{at}}",
  "clientAccess.neverSeen": "ainda não entrou",
  "clientAccess.chatOnly": "só no chat",
  "clientAccess.inFile_one": "O arquivo de configuração indica mais {{count}} contato, que usa o chat.",
  "clientAccess.inFile_many": "O arquivo de configuração indica mais {{count}} de contatos, que usam o chat.",
  "clientAccess.inFile_other": "O arquivo de configuração indica mais {{count}} contatos, que usam o chat.",
  "clientAccess.more_one": "Falta aqui mais {{count}} pessoa.",
  "clientAccess.more_many": "Faltam aqui mais {{count}} de pessoas.",
  "clientAccess.more_other": "Faltam aqui mais {{count}} pessoas.",
  "clientAccess.howToInvite": "Convide uma pessoa com /ticket convidar e o endereço de e-mail dela.",
  "clientAccess.inviteTitle": "Convidar uma pessoa",
  "clientAccess.inviteSubmit": "Convidar",
  "clientAccess.inviteAddress": "Endereço de e-mail",
  "clientAccess.inviteHint":
    "A pessoa recebe um link que funciona uma vez, durante sete dias. Depois vê os tickets de {{account}}.",
  "clientAccess.inviteName": "Nome",
  "clientAccess.noAddress": "Isto não é um endereço de e-mail.",
  "clientAccess.actions": "Mudar os acessos",
  "clientAccess.actionsFor": "Acesso de {{name}}",
  "clientAccess.withdraw": "Retirar o acesso de {{name}}",
  "clientAccess.withdrawTitle": "Retirar o acesso de {{name}}?",
  "clientAccess.withdrawText":
    "A sessão da pessoa termina na hora, e ela deixa de ver os tickets de {{account}}. Você pode convidá-la de novo.",
  "clientAccess.withdrawYes": "Retirar o acesso",
  "clientAccess.withdrawn": "{{name}} não tem mais acesso a {{account}}.",
  "clientAccess.inviteesKeep": "{{name}} convidou estas pessoas, que mantêm o acesso:",
  "clientAccess.noneToWithdraw": "Esta pessoa não tem mais acesso.",
  "clientAccess.cannotInvite": "Esta pessoa não pode ser convidada aqui. Pergunte a quem cuida da sua conta.",
  "clientAccess.tooMany":
    "Muitas pessoas foram convidadas hoje. Convide as próximas amanhã ou pergunte a quem cuida da sua conta.",
  "clientAccess.notSent":
    "{{name}} já pode usar a área do cliente, mas o e-mail com o link não pôde ser enviado. Convide de novo mais tarde ou pergunte a quem cuida da sua conta.",
  "clientAccess.notYourself": "Você não pode retirar o seu próprio acesso.",
  "clientAccess.giveManaging": "Deixar gerenciar os acessos",
  "clientAccess.takeManaging": "Tirar a gestão de acessos",
  "clientAccess.managingGiven":
    "{{name}} já pode convidar pessoas de {{account}} para a área do cliente e retirar o acesso delas.",
  "clientAccess.managingTaken": "{{name}} não pode mais convidar pessoas de {{account}} nem retirar o acesso delas.",
  "clientAccess.inviteSees": "Quais tickets essa pessoa vê?",
  "clientAccess.seesAll": "Todos os tickets da conta",
  "clientAccess.seesOwn": "Só os tickets que ela pede",
  "clientAccess.giveSeeingAll": "Deixar ver todos os tickets",
  "clientAccess.takeSeeingAll": "Limitar aos próprios tickets",
  "clientAccess.letSeeAll": "Deixar {{name}} ver todos os tickets",
  "clientAccess.limitToOwn": "Limitar {{name}} aos próprios tickets",
  "clientAccess.seeingAllGiven": "{{name}} agora vê todos os tickets de {{account}}.",
  "clientAccess.seeingAllTaken": "{{name}} agora vê só os tickets que pede.",
  "clientAccess.notSeeingAll": "Não é possível mudar isso aqui. Fale com o seu gerente de conta.",
  "clientAccess.unknownPerson": "{{name}} ainda não é contato de {{account}}.",
  "clientAccess.remember": "Lembrar esta pessoa para esta conta",
  "clientAccess.remembered": "{{name}} agora é contato de {{account}} e vê os tickets dela no chat.",
  "web.accessDetails": "Conta, por",
  "access.invited": "Convite para a área do cliente",
  "access.remembered": "Lembrado para a conta",
  "access.withdrawn": "Acesso retirado",
  "access.leftDesk": "Acesso perdido por uma mudança na configuração",
  "access.managesGiven": "Pode gerenciar os acessos",
  "access.managesTaken": "Não pode mais gerenciar os acessos",
  "access.seesAllGiven": "Pode ver todos os tickets da conta",
  "access.seesAllTaken": "Pode ver só os próprios tickets",
  "invitation.summary": "{{inviter}} convida você para a área do cliente de {{desk}}",
  "invitation.about": "Lá você vê os tickets de {{account}}, abre novos e escreve para a equipe de suporte.",
  "invitation.open": "Abrir a área do cliente",
  "invitation.until":
    "O link funciona uma vez, até {{until}}. É só para você: não o repasse. Se não esperava este convite, ignore-o.",
};
