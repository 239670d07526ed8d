import type { Translation } from "../../../i18n/languages.ts";
import type { reply as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const reply: Translation<typeof english> = {
  "button.reply": "Responder ao cliente",
  "button.replyShort": "Responder",
  "button.undoReply": "Desfazer",
  "button.releaseReply": "Enviar agora",
  "button.resend": "Enviar de novo",
  "button.markDelivered": "Chegou",
  "message.replied": "{{name}} · {{desk}}",
  "message.replySummary": "{{name}} respondeu em {{ticket}}: {{text}}",
  "message.replyPending": "{{name}} responde ao cliente de {{ticket}}. A resposta pode ser desfeita até ser enviada",
  "message.replySent": "{{name}} respondeu ao cliente de {{ticket}}",
  "message.replyUndone": "{{name}} desfez a resposta: o cliente de {{ticket}} não viu nada",
  "message.replyReturned": "A resposta de {{name}} não foi enviada: o cliente de {{ticket}} não viu nada dela",
  "replying.returned.audienceChanged":
    "{{person}}, sua resposta em {{ticket}} não foi enviada: a conversa mudou de lugar desde que você a escreveu, e outras pessoas a leriam.",
  "replying.returned.noReader":
    "{{person}}, sua resposta em {{ticket}} não foi enviada: ele está em mensagens diretas, e quem pediu não pode mais lê-lo.",
  "replying.returned.dueChanged":
    "{{person}}, sua resposta em {{ticket}} não foi enviada: o prazo que ela cita não vale mais.",
  "history.replyReturned.audienceChanged":
    "escreveu uma resposta que não foi enviada, porque outras pessoas a leriam: {{text}}",
  "history.replyReturned.noReader":
    "escreveu uma resposta que não foi enviada, porque nenhum cliente poderia lê-la: {{text}}",
  "history.replyReturned.dueChanged":
    "escreveu uma resposta que não foi enviada, porque o prazo que ela cita não valia mais: {{text}}",
  "undelivered.withheld":
    "⚠ {{person}}, esta mensagem não foi para o cliente de {{ticket}}: a conversa mudou de lugar desde que você a escreveu, e outras pessoas a leriam.",
  "undelivered.otherReaders":
    "Nada foi enviado: a conversa de {{ticket}} mudou de lugar desde que isto foi escrito. Veja quem leria agora.",
  "undelivered.noReader":
    "Nenhum cliente pode mais ler {{ticket}}: está nas mensagens diretas de {{name}}, que perdeu o acesso. Para escrever à conta, abra um ticket novo para ela.",
  "message.undelivered":
    "⚠ Esta mensagem não chegou ao cliente de {{ticket}} ({{why}}). Encontre outra forma de avisar, por favor.",
  "message.deliveryUnknown":
    "⚠ Entrega desconhecida: o Plazo não consegue saber se esta mensagem chegou ao cliente de {{ticket}} ({{why}}). Verifique a conversa dele antes de enviar de novo.",
  "undelivered.resent": "{{name}} envia de novo.",
  "undelivered.arrived": "{{name}} verificou: a mensagem chegou.",
  "undelivered.resentByItself":
    "{{ticket}}: o cliente voltou a escrever, por isso as mensagens que não tinham chegado são enviadas agora.",
  "history.replied": "respondeu ao cliente: {{text}}",
  "history.replyPending": "está prestes a responder: {{text}}",
  "history.replyUndone": "desfez uma resposta: {{text}}",
  "history.requeued": "adiou o lembrete de {{share}} de “{{clock}}”, porque o prazo está em pausa",
  "history.undelivered": "não conseguiu contatar o cliente ({{why}})",
  "history.deliveryUnknown": "não consegue saber se a mensagem chegou ao cliente ({{why}})",
  "history.resent": "enviou de novo uma mensagem que talvez não tivesse chegado",
  "history.markedDelivered": "verificou que a mensagem chegou",
  "help.reply": "/ticket responder 1042 [texto]",
  "help.replyMeans": "{{command}} escreve para o cliente",
  "refusal.noLongerPending": "Essa resposta não está mais pendente: foi enviada ou desfeita.",
  "refusal.handledAlready": "Outra pessoa já cuidou dessa mensagem.",
  "refusal.internalMention":
    "Isso não pode ser enviado ao cliente: “{{found}}” é interno. Escreva sem mencionar isso, por favor.",
  "refusal.nothingUnanswered": "Nenhuma mensagem do cliente de {{ticket}} espera resposta.",
  "refusal.emptyText": "Não há nada para enviar: o texto está vazio.",
  "refusal.customerElsewhere":
    "Sua mensagem não respondeu ao cliente de {{ticket}}: ele não lê mais esta conversa. Use “{{button}}” no cartão do ticket.",
  "refusal.noReader":
    "Nada foi enviado: nenhum cliente pode mais ler {{ticket}}. Ele está nas mensagens diretas de uma pessoa que perdeu o acesso. Para escrever à conta, abra um ticket novo para ela.",
  "refusal.audienceChanged":
    "Nada foi enviado: a conversa de {{ticket}} mudou de lugar e outras pessoas a leriam. Abra a resposta de novo para ver quem.",
  "problem.replyTooLong": "Nada foi enviado: a resposta pronta e o seu texto somam mais de {{max}} caracteres.",
  "error.cannedUnknown": "Essa resposta pronta não existe. Escolha outra.",
  "done.replied": "A sua resposta em {{ticket}} está a caminho do cliente.",
  "done.undone": "Desfeito: o cliente de {{ticket}} não vê nada.",
  "done.resent": "Enviado de novo ao cliente de {{ticket}}.",
  "done.markedDelivered": "Anotado: chegou ao cliente de {{ticket}}.",
  "form.replyTitle": "Responder ao cliente",
  "form.replySubmit": "Enviar ao cliente",
  "form.replyText": "Sua resposta",
  "form.replyChannel": "Todas as pessoas de {{channel}} vão ler",
  "form.replyChannelOf": "Todas as pessoas de {{channel}} ({{account}}) vão ler",
  "form.replyPerson": "Só quem abriu {{ticket}} vai ler, como mensagem direta",
  "form.replyPersonOf": "Só quem abriu {{ticket}} ({{account}}) vai ler, como mensagem direta",
  "form.replyArea": "Quem abriu {{ticket}} vai ler, na área do cliente",
  "form.replyAreaOf": "Todas as pessoas de {{account}} vão ler, na área do cliente",
  "form.replyUnnamed":
    "Todas as pessoas que leem a conversa de {{ticket}} vão ler. Você vê quem são antes do envio e ainda pode desfazer.",
  "form.replyNews": "Prometer as próximas novidades?",
  "form.replyNoNews": "Sem promessa",
  "form.canned": "Resposta pronta",
  "form.noCanned": "Nenhuma",
  "form.replyPublic": "É pública: conta como a nossa resposta em {{ticket}}.",
  "form.replyFindings": "A equipe técnica escreveu isto só para o suporte. Diga com as suas palavras:",
  "replying.waitTitle": "Perguntar ao cliente",
  "replying.waitSubmit": "Enviar e aguardar",
  "replying.waitText": "O que você precisa do cliente?",
  "replying.waitNotice": "É enviada como a nossa resposta. Depois o ticket fica aguardando o cliente.",
  "replying.waitHintAsked": "Deixe vazio se a sua última mensagem já perguntou.",
  "replying.sendsAt": "Será enviada {{at}}",
  "replying.sentAt": "Foi enviada {{at}}",
  "replying.editReply": "Editar e enviar de novo",
  "replying.waitsThen": "Depois o ticket fica aguardando o cliente.",
  "replying.weNeedYou": "Precisamos da sua resposta para continuar.",
  "replying.nothingAsked":
    "O cliente de {{ticket}} foi o último a escrever, e depois não perguntamos nada. Clique de novo em Aguardar e escreva o que você precisa.",
  "replying.cannedHint": "O seu texto vai abaixo. Você vê a resposta completa antes do envio",
  "replying.dueMissing":
    "Nada foi enviado. A resposta em {{ticket}} diz até quando o cliente terá novidades, mas depois dela não há nenhum prazo que possa ser citado. Escolha um horário.",
  "replying.dueMissingButton": "Escolher um horário",
  "replying.dueNeedsTime": "O texto diz {due}: escolha até quando o cliente terá novidades.",
};
