import type { Translation } from "../../../i18n/languages.ts";
import type { open as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const open: Translation<typeof english> = {
  "message.threadImported": "Mensagens da conversa antes da abertura de {{ticket}}:",
  "message.threadImportedMore": "Há mais mensagens: estão todas na conversa.",
  "message.threadFilesLeftOut_one": "{{count}} arquivo desta conversa não foi copiado, porque há arquivos demais.",
  "message.threadFilesLeftOut_many":
    "{{count}} de arquivos desta conversa não foram copiados, porque há arquivos demais.",
  "message.threadFilesLeftOut_other":
    "{{count}} arquivos desta conversa não foram copiados, porque há arquivos demais.",
  "message.by": "{{name}} {{at}}",
  "message.bySupport": "{{name}} (nossa equipe) {{at}}",
  "receipt.summary": "{{ticket}} está aberto",
  "receipt.heading": "{{ticket}} está aberto",
  "receipt.noTarget": "Recebemos o seu ticket e vamos responder assim que possível.",
  "receipt.inChannel": "O ticket tem uma conversa própria em {{channel}}.",
  "receipt.inThread": "A conversa continua onde o ticket foi aberto, em {{channel}}.",
  "receipt.inDirect": "A conversa continua nas mensagens diretas com este bot.",
  "receipt.directInstead":
    "O bot não pode escrever em {{channel}}, por isso a conversa continua nas mensagens diretas com este bot.",
  "receipt.nowhereYet":
    "O bot não pode escrever em {{channel}}, por isso o cliente ainda não vê o ticket lá. Peça ao administrador do Plazo que permita.",
  "receipt.accountUnknown": "Ainda não conhecemos a sua empresa; a equipe de suporte vai indicá-la.",
  "form.forTitle": "Ticket para um contato",
  "form.forWhom": "Quem pede?",
  "form.forHint": "O nome do contato, como aparece no ticket",
  "form.forHintAccount": "Um contato de {{account}}. Passa a ser o solicitante e recebe a confirmação onde estiver.",
  "error.contactMissing": "Diga quem pede.",
  "open.forWhom": "Para quem? Indique um contato: /ticket para @Carla, ou /ticket para carla@acme.example",
  "help.openFor": "/ticket para @Carla [título]",
  "help.openForMeans": "{{command}} abre um ticket para um contato, que passa a ser o solicitante",
  "refusal.noContact": "{{name}} não é contato de nenhuma conta. Convide primeiro: /ticket convidar",
  "open.forContact": "Abrir um ticket",
  "history.opened": "abriu o ticket com gravidade {{severity}}",
  "history.openedFrom.picked": "abriu o ticket com gravidade {{severity}} a partir de uma mensagem de {{author}}",
  "history.openedFrom.mentioned": "abriu o ticket mencionando o bot; tratado como gravidade {{severity}}",
  "history.openedFrom.reacted":
    "abriu o ticket com um 🎫 em uma mensagem de {{author}}; tratado como gravidade {{severity}}",
  "history.openedFrom.direct": "abriu o ticket por mensagem direta; tratado como gravidade {{severity}}",
  "history.openedFrom.posted": "abriu o ticket com uma publicação no fórum; tratado como gravidade {{severity}}",
  "history.openedFrom.unanswered":
    "abriu o ticket a partir de uma mensagem de {{author}} sem resposta; tratado como gravidade {{severity}}",
  "history.threadImported_one": "importou {{count}} mensagem da conversa",
  "history.threadImported_many": "importou {{count}} de mensagens da conversa",
  "history.threadImported_other": "importou {{count}} mensagens da conversa",
  "help.open": "/ticket [título]",
  "help.openMeans": "{{command}} abre um ticket",
  "refusal.messageOfAnother":
    "Esta mensagem é de {{name}}, por isso outra conta não pode lê-la. Digite /ticket para abrir um ticket da outra conta.",
  "refusal.alreadyTicket": "Essa mensagem já é {{ticket}}. Para acrescentar algo, escreva na conversa desse ticket.",
  "problem.nothingToTake": "Essa mensagem não tem texto para abrir um ticket. /ticket abre um com um formulário.",
  "problem.unreadable":
    "Não consigo ler essa mensagem, por isso não abri um ticket. /ticket abre um com um formulário.",
  "problem.tooManyMarked":
    "🎫 não abriu nenhum ticket: você ou os seus colegas marcaram mensagens demais em pouco tempo. Remova-o da mensagem e coloque-o de novo a partir de {{until}}, ou abra um ticket agora com /ticket.",
  "problem.notACustomersChannel":
    "Aqui as menções não abrem tickets: este canal não está vinculado a nenhum cliente. /ticket abre um ticket em qualquer lugar.",
  "problem.notOfThisCustomer":
    "Aqui as suas menções não abrem tickets: a equipe de suporte não conta você entre as pessoas deste cliente. /ticket abre um ticket seu em qualquer lugar.",
  "problem.staffDirect":
    "Isto fica entre você e o Plazo: nenhum cliente lê, e nenhum ticket é aberto. Para responder a um cliente, use Responder no ticket ou escreva na conversa dele. /ticket abre um ticket para uma conta; /desk mostra a fila.",
  "problem.noAccounts": "Ainda não há contas. Um administrador pode adicioná-las ao arquivo de configuração.",
  "error.titleMissing": "Escreva um título, por favor.",
  "error.titleTooLong": "O título é longo demais: no máximo {{max}} caracteres.",
  "error.descriptionMissing": "Explique o que acontece, por favor.",
  "form.ticketTitle": "Novo ticket",
  "form.ticketSubmit": "Abrir ticket",
  "form.title": "Qual é o assunto?",
  "form.titleHint": "Uma linha, por exemplo: sem vídeo em smart TVs",
  "form.severity": "Qual é a gravidade?",
  "form.severityStranger":
    "A equipe de suporte ainda não conhece a sua empresa. Ela aumenta a gravidade do ticket para crítica assim que confirmar.",
  "form.severityChoice": "{{severity}}: primeira resposta em {{target}}",
  "form.description": "O que acontece?",
  "form.descriptionHint": "O que você fez, o que esperava e o que aconteceu? Desde quando?",
  "form.account": "Para qual conta?",
  "opening.edited": "{{name}} mudou a mensagem que abriu {{ticket}}:",
  "opening.deleted": "{{name}} apagou a mensagem que abriu {{ticket}}.",
  "opening.deletedOnPlatform": "{{platform}} informa que a mensagem que abriu {{ticket}} foi apagada.",
  "opening.editedAt": "Editada {{at}}",
  "publicMessage.deletedOnPlatform":
    "⚠ {{platform}} informa que a mensagem de {{name}} ao cliente de {{ticket}} foi apagada lá, e não diz por quem. Ela continua no registro:",
  "publicMessage.deletedByAuthor": "{{name}} apagou a sua mensagem ao cliente de {{ticket}}. Ela continua no registro:",
  "message.keptOnRecord": "Apagada lá; continua no registro desde {{at}}",
  "message.deletedThereAt": "apagada lá {{at}}",
};
