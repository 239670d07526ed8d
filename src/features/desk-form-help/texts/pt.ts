import type { Translation } from "../../../i18n/languages.ts";
import type { deskFormHelp as english } from "./en.ts";

/** The Portuguese help texts of the forms that edit the desk, by the key of the desk file. */
export const deskFormHelp: Translation<typeof english> = {
  "settingHelp.people.name": "O nome que aparece.",
  "settingHelp.people.roles":
    "Os agentes respondem aos tickets. Os gerentes de conta cuidam de contas e recebem os lembretes dos prazos delas. A equipe técnica recebe o que os agentes lhe passam. A direção de suporte recebe os avisos de prazos perdidos. A direção e os administradores mudam esta configuração. Pelo menos um.",
  "settingHelp.people.platformId":
    "Para que o Plazo reconheça a pessoa lá e possa avisá-la. Escolha-a na lista ou escreva o ID.",
  "settingHelp.people.prefers": "Onde é avisada primeiro. Sem escolha: a primeira plataforma em que tem um ID.",
  "settingHelp.people.email": "Para lembretes e para entrar por e-mail.",
  "settingHelp.people.phone": "Os clientes das suas contas o veem.",
  "settingHelp.people.deputy": "Quem a substitui.",
  "settingHelp.people.quiet":
    "Horas em que não é incomodada, no seu fuso horário, como 22:00-07:00. Tickets críticos com um calendário sempre aberto as ignoram.",
  "settingHelp.people.notify": "Se é avisada das mensagens dos seus tickets. Sem escolha: como o serviço faz.",
  "settingHelp.people.reports":
    "Se recebe o resumo semanal, os rascunhos de relatórios de serviço e os alertas que lhe cabem. Sem escolha: sim.",
  "settingHelp.people.locale": "Sem escolha: o idioma do serviço.",
  "settingHelp.people.timezone": "Por exemplo, America/Sao_Paulo. Vazio: o fuso do serviço.",
  "settingHelp.accounts.name": "A empresa do cliente, como as pessoas a leem.",
  "settingHelp.accounts.plan": "O plano diz que prazos e horários tem.",
  "settingHelp.accounts.manager": "Quem é lembrado primeiro. Sem escolha: os lembretes vão para a triagem.",
  "settingHelp.accounts.locale": "Sem escolha: o idioma do serviço.",
  "settingHelp.accounts.timezone":
    "Os clientes leem os prazos nele; por exemplo, Europe/Lisbon. Vazio: o fuso do serviço.",
  "settingHelp.accounts.channels": "Um ticket de um destes canais é desta conta. Um canal está em um só lugar.",
  "settingHelp.accounts.contacts": "Pessoas desta conta, onde o canal não diz. Uma pessoa está em um só lugar.",
  "settingHelp.accounts.ownTicketsOnly":
    "Contatos desta conta que não veem os tickets dos colegas. Em um canal, as pessoas leem o que está nele.",
  "settingHelp.plans.calendar": "As horas em que contam os prazos deste plano.",
  "settingHelp.plans.targets.calendar": "Só para esta gravidade. Sem escolha: o calendário do plano.",
  "settingHelp.plans.phone": "Gravidades em que os clientes podem pedir uma ligação.",
  "settingHelp.plans.escalate": "Sem escolha: quando um prazo foi perdido.",
  "settingHelp.plans.attainment.firstResponse":
    "Os relatórios de serviço comparam com ela a parcela cumprida no prazo, como 95%. Em branco: sem meta.",
  "settingHelp.plans.attainment.nextResponse":
    "Os relatórios de serviço comparam com ela a parcela cumprida no prazo, como 95%. Em branco: sem meta.",
  "settingHelp.plans.attainment.update":
    "Os relatórios de serviço comparam com ela a parcela cumprida no prazo, como 95%. Em branco: sem meta.",
  "settingHelp.plans.attainment.resolution":
    "Os relatórios de serviço comparam com ela a parcela cumprida no prazo, como 95%. Em branco: sem meta.",
  "settingHelp.plans.watch.ask":
    "Quando se pergunta à triagem sobre uma mensagem sem resposta no canal de um cliente; por exemplo, 10 minutos. Vazio: essas mensagens não são vigiadas.",
  "settingHelp.plans.watch.open":
    "Quando um ticket se abre sozinho a partir dessa mensagem; por exemplo, 30 minutos. Vazio: nunca.",
  "settingHelp.calendars.open": "O tempo corre sempre, dia e noite. Deixe vazio tudo abaixo.",
  "settingHelp.calendars.timezone": "O fuso do horário. Vazio: o fuso do serviço.",
  "settingHelp.calendars.hours": "Para cada dia; por exemplo, 09:00-14:00, 15:30-18:30. Um dia sem horas está fechado.",
  "settingHelp.calendars.holidays": "Datas fechadas, uma por linha; por exemplo, 2026-12-25.",
  "settingHelp.calendars.publicHolidays":
    "Por exemplo, BR, ou BR-SP para uma região. Não fecha nada: o Plazo avisa dos feriados oficiais que ainda são dias úteis.",
  "settingHelp.calendars.exceptions":
    "Uma data por linha, com as suas horas ou “fechado”: 2026-12-24 09:00-13:00. Valem antes do horário e dos feriados.",
  "settingHelp.severities.means":
    "Os clientes o leem ao escolher, ao lado do tempo da primeira resposta. Uma linha de no máximo 100 caracteres. Vazio: o texto do Plazo.",
  "settingHelp.clock.firstResponse": "Da abertura até a primeira mensagem pública de uma pessoa da equipe.",
  "settingHelp.clock.nextResponse": "De uma mensagem posterior do cliente até a próxima resposta pública.",
  "settingHelp.clock.resolution": "Da abertura até Resolver. Pausa enquanto o ticket espera o cliente.",
  "settingHelp.clock.tech": "De quando passa à equipe técnica até a sua resposta. Os clientes nunca o veem.",
  "settingHelp.reminders.at":
    "Por exemplo, 80%. 100% é o próprio vencimento; 150%, metade do prazo depois. Preencha isto ou o tempo que resta.",
  "settingHelp.reminders.left": "Tanto tempo de trabalho antes do vencimento, sem dias; por exemplo, 15 minutos.",
  "settingHelp.reminders.tell":
    "Quem recebe uma mensagem direta. Se não é possível avisar uma pessoa, avisa-se a seguinte.",
  "settingHelp.reminders.email": "Quem recebe um e-mail. A pessoa escolhida precisa de um endereço de e-mail.",
  "settingHelp.reminders.mention": "Toda a equipe lê no canal de triagem.",
  "settingHelp.reminders.severities": "Nenhuma escolhida: todas.",
  "settingHelp.reminders.clocks": "Nenhum escolhido: todos menos o da equipe técnica.",
  "settingHelp.replies.title":
    "Pelo que os agentes escolhem. No máximo 75 caracteres. Um idioma vazio usa o texto do idioma do serviço.",
  "settingHelp.replies.text": "O que é enviado. O Plazo preenche {customer}, {ticket}, {manager}, {account} e {due}.",
  "settingHelp.manual.articles.title": "O título que os clientes leem.",
  "settingHelp.manual.articles.url": "O endereço web do artigo.",
  "settingHelp.manual.articles.keywords":
    "Uma por linha. Um pedido com uma destas palavras recebe o artigo. Maiúsculas, acentos e plurais não importam.",
  "settingHelp.manual.articles.lang": "Oferecer só a quem lê este idioma. Sem escolha: a todos.",
  "settingHelp.areas.title":
    "Pelo que se escolhe. No máximo 75 caracteres. Um idioma vazio usa o texto do idioma do serviço.",
  "settingHelp.areas.agents":
    "Quem se reveza com os seus tickets, se os tickets novos vão por turnos. Ninguém escolhido: todos os agentes.",
  "settingHelp.areas.tech":
    "Onde a equipe técnica recebe os tickets desta área. Vazio: o canal habitual da equipe técnica.",
  "settingHelp.desk": "O nome que aparece sob as respostas do bot.",
  "settingHelp.locale": "Para quem não tem outro.",
  "settingHelp.timezone": "Para quem não tem outro; por exemplo, America/Sao_Paulo.",
  "settingHelp.phone": "Um número para o qual qualquer cliente pode ligar. Vazio: o do seu gerente de conta.",
  "settingHelp.manual": "O endereço web a que leva /ticket help.",
  "settingHelp.grace":
    "Após uma mudança de gravidade ou de conta, um vencimento nunca chega antes de agora mais esta parte do seu prazo; por exemplo, 25%.",
  "settingHelp.undo":
    "Quanto uma resposta pública espera, para que o autor possa desfazê-la: de 5 segundos a 5 minutos, ou 0 para enviar logo.",
  "settingHelp.assignment": "Sem escolha: o agente que o assumir.",
  "settingHelp.notifyAssignee": "Cada pessoa pode escolher outra coisa. Sem escolha: sim.",
  "settingHelp.welcome": "Diz como perguntar, o que se promete e para quem ligar. Sem escolha: não.",
  "settingHelp.reports.weekly":
    "Quando a direção de suporte e os gerentes de conta recebem os números da semana passada, no próprio fuso horário: um dia e uma hora, como mon 08:00 (segunda; tue, wed, thu, fri, sat, sun), ou never (nunca). Vazio: mon 08:00.",
  "settingHelp.reports.statements":
    "Quando os gerentes de conta recebem os rascunhos de relatórios de serviço do mês passado, no primeiro dia útil do mês e no próprio fuso horário: uma hora, como 08:00, ou never (nunca). Vazio: 08:00.",
  "settingHelp.reports.alerts":
    "Se a direção de suporte e o gerente de conta são avisados quando mais um ou dois prazos perdidos bastam para não cumprir a meta de um plano neste mês, e quando ela já não é cumprida. Sem escolha: sim.",
  "settingHelp.mail.support": "Os clientes escrevem para este endereço, e os e-mails que recebem saem dele.",
  "settingHelp.mail.head": "O e-mail de um cliente para este endereço escala o ticket dele, ou abre um já escalado.",
  "settingHelp.mail.answers":
    "Só se o servidor de e-mail não entregar suporte+algo@ na caixa de suporte@: um endereço em que * fica no lugar do ticket, como *@tickets.example.com. Se ficar vazio: o endereço do suporte com um +.",
  "settingHelp.mail.trustUnverified":
    "Se o endereço de um contato basta quando o servidor de e-mail não diz nada sobre o remetente. Com “não”, esse e-mail espera a triagem, a menos que responda a um do Plazo. Sem escolha: sim.",
  "settingHelp.reopen":
    "Por quanto tempo depois de resolver uma mensagem do cliente reabre o mesmo ticket; por exemplo, 7 dias. Mais tarde, ou com “nunca”, abre um novo.",
  "settingHelp.thanks":
    "Uma frase por linha. Uma mensagem que só agradece não inicia nenhum prazo. O Plazo conhece as comuns.",
  "settingHelp.waiting.nudge": "Quando o Plazo pergunta de novo ao cliente; por exemplo, 2 dias. Vazio: nunca.",
  "settingHelp.waiting.close": "Quando o Plazo fecha o ticket, depois de perguntar; por exemplo, 5 dias. Vazio: nunca.",
  "settingHelp.channels.triage": "Onde a equipe vê um cartão de cada ticket. Pelo menos um.",
  "settingHelp.channels.tech": "Onde a equipe técnica vê o que lhe é passado. Nenhum: nada pode ser passado.",
  "settingHelp.limits.tickets.person": "Tickets que uma pessoa abre. Vazio: 5.",
  "settingHelp.limits.tickets.account": "Tickets que uma conta abre. Vazio: 30.",
  "settingHelp.limits.messages.person": "Mensagens que uma pessoa escreve. Vazio: 30.",
  "settingHelp.limits.messages.account": "Mensagens que uma conta escreve. Vazio: 300.",
  "settingHelp.limits.strangers.cards":
    "Cartões na triagem para os seus tickets. Os demais esperam juntos em uma mensagem. Vazio: 3.",
  "settingHelp.limits.files.count": "Arquivos copiados para a equipe de uma conta. Vazio: 500.",
  "settingHelp.limits.files.megabytes": "O seu tamanho no total. Vazio: 1000.",
  "settingHelp.limits.transcripts.person": "Transcrições para uma pessoa. Vazio: 10.",
  "settingHelp.limits.lookups.person": "Tickets e listas que uma pessoa olha. Vazio: 60.",
  "settingHelp.limits.within": "Por exemplo, 10 minutos; no máximo uma semana, sem dias.",
};
