import type { Translation } from "../../../i18n/languages.ts";
import type { conversation as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const conversation: Translation<typeof english> = {
  "button.showAll": "Mostrar tudo",
  "button.dismiss": "Não precisa de resposta",
  "message.colleagueHint":
    "Esta mensagem não iniciou nenhum prazo. Adicione quem escreveu em “people” no arquivo de configuração se for da equipe, ou em “contacts” de uma conta se for cliente.",
  "message.closedForOthers":
    "O ticket desta conversa está fechado e não é da sua empresa. Por isso, sua mensagem não chegou à equipe. Com /ticket você abre um ticket próprio.",
  "message.wroteInArea": "{{name}} escreveu em {{ticket}}, na área do cliente:",
  "message.onlyThanks": "Um agradecimento: não precisa de resposta.",
  "message.customerWroteSummary": "{{name}} escreveu em {{ticket}}: {{text}}",
  "elsewhere.summary": "{{ticket}} continua em outro lugar",
  "elsewhere.channel": "Recebemos sua mensagem. {{ticket}} continua em {{channel}}: nossas respostas estão lá.",
  "elsewhere.direct":
    "Recebemos sua mensagem. {{ticket}} continua nas suas mensagens diretas conosco: nossas respostas estão lá.",
  "elsewhere.directOther":
    "Recebemos sua mensagem. {{ticket}} continua nas mensagens diretas de {{name}}, que recebe lá nossas respostas.",
  "elsewhere.notTaken":
    "Sua mensagem não foi registrada: a conversa deste ticket não está mais aqui. Para um novo pedido, digite /ticket ou me envie uma nova mensagem direta.",
  "conversation.movedToChannel":
    "⚠ A conversa de {{ticket}} não pôde continuar onde estava ({{why}}). Ela continua em {{channel}}.",
  "history.customerWrote": "escreveu: {{text}}",
  "history.dismissed": "indicou que a mensagem do cliente não precisa de resposta",
  "history.conversationMoved": "mudou o lugar da conversa ({{why}})",
  "history.conversationRetried": "reenviou as mensagens que não tinham chegado ao cliente",
  "done.dismissed": "{{ticket}}: essa mensagem não precisa de resposta.",
  "author.colleague": "{{name}} · do seu workspace, fora do arquivo de configuração · {{at}}",
  "author.external": "{{name}} · {{company}} · externo · {{at}}",
  "author.companyUnknown": "empresa desconhecida",
  "author.staff": "{{name}} · na conversa do cliente · {{at}}",
  "message.editedAt": "editada {{at}}",
  "message.directGone": "Uma mensagem que era citada aqui foi apagada. Você não acompanha mais {{ticket}}.",
  "message.deletedAt": "Apagada {{at}}",
  "text.more_one": "… mais {{characters}} caractere",
  "text.more_many": "… mais {{characters}} de caracteres",
  "text.more_other": "… mais {{characters}} caracteres",
  "text.moreInTranscript_one":
    "… mais {{characters}} caractere · completo, em um arquivo: /ticket transcrição {{number}}",
  "text.moreInTranscript_many":
    "… mais {{characters}} de caracteres · completo, em um arquivo: /ticket transcrição {{number}}",
  "text.moreInTranscript_other":
    "… mais {{characters}} caracteres · completo, em um arquivo: /ticket transcrição {{number}}",
  "text.leftOut":
    "Não mostrado aqui: linhas: {{lines}}, caracteres: {{characters}}. Completo, em um arquivo: /ticket transcrição {{number}}",
  "text.wholeInFile": "O texto completo está no arquivo {{name}}.",
  "history.edited.customerWrote": "mudou a mensagem para: {{text}}",
  "history.edited.replied": "mudou a resposta para: {{text}}",
  "history.edited.noted": "mudou a nota para: {{text}}",
  "history.edited.opened": "mudou a mensagem que abriu o ticket para: {{text}}",
  "history.edited.openedAndTitle": "mudou a mensagem que abriu o ticket para: {{text}}. O título agora é: {{title}}",
  "history.deletedOwn.customerWrote": "apagou uma mensagem sua",
  "history.deletedOwn.replied": "apagou uma resposta ao cliente",
  "history.deletedOwn.noted": "apagou uma nota",
  "history.deletedOwn.opened": "apagou a mensagem que abriu o ticket",
  "history.deletedOwnKept": "apagou a sua mensagem ao cliente; ela continua no registro",
  "history.deletedOnPlatformKept":
    "informa que a mensagem de {{author}} ao cliente foi apagada lá; ela continua no registro",
  "history.deletedOnPlatform.customerWrote": "informa que uma mensagem de {{author}} foi apagada",
  "history.deletedOnPlatform.replied": "informa que uma resposta de {{author}} ao cliente foi apagada",
  "history.deletedOnPlatform.noted": "informa que uma nota de {{author}} foi apagada",
  "history.deletedOnPlatform.opened": "informa que a mensagem de {{author}} que abriu o ticket foi apagada",
  "history.textDeleted": "(apagado depois)",
  "messages.heading": "Mensagens {{from}} a {{to}} de {{all}}",
  "messages.earlier_one": "{{messages}} mensagem anterior",
  "messages.earlier_many": "{{messages}} de mensagens anteriores",
  "messages.earlier_other": "{{messages}} mensagens anteriores",
  "messages.allInFile": "Completo, em um arquivo: /ticket transcrição {{number}}",
  "messages.internal": "interno",
};
