/** The English help texts of the forms that edit the desk, by the key of the desk file. */
export const deskFormHelp = {
  "settingHelp.people.name": "The name that is shown.",
  "settingHelp.people.roles":
    "Agents answer tickets. Account managers look after accounts and are reminded of their deadlines. The technical team takes what agents hand over. The head of support is told of missed deadlines. The head and administrators change these settings. At least one.",
  "settingHelp.people.platformId":
    "So that Plazo knows them there and can notify them. Pick the person from the list, or write the id.",
  "settingHelp.people.prefers": "Where they are notified first. Left open: the first platform that they have an id on.",
  "settingHelp.people.email": "For reminders and sign-in by e-mail.",
  "settingHelp.people.phone": "Customers of their accounts see it.",
  "settingHelp.people.deputy": "The person who takes over their work while they are out.",
  "settingHelp.people.quiet":
    "Hours in which they are not disturbed, in their own time zone, such as 22:00-07:00. Critical tickets on a calendar that is always open break them.",
  "settingHelp.people.notify": "Whether they are notified of messages on their tickets. Left open: as the desk does.",
  "settingHelp.people.reports":
    "Whether they get the weekly digest, the drafts of statements and the alerts that are for them. Left open: yes.",
  "settingHelp.people.locale": "Left open: the language of the desk.",
  "settingHelp.people.timezone": "Such as Europe/Madrid. Left empty: the time zone of the desk.",
  "settingHelp.accounts.name": "The customer’s company, as people read it.",
  "settingHelp.accounts.plan": "The plan says which targets and hours they have.",
  "settingHelp.accounts.manager": "Who is reminded first. Left open: reminders go to triage.",
  "settingHelp.accounts.locale": "Left open: the language of the desk.",
  "settingHelp.accounts.timezone":
    "Customers read deadlines in it, such as Europe/Madrid. Left empty: the time zone of the desk.",
  "settingHelp.accounts.channels":
    "A ticket from one of these channels belongs to this account. A channel stands in one place only.",
  "settingHelp.accounts.contacts":
    "People of this account, where the channel does not tell. A person stands in one place only.",
  "settingHelp.accounts.ownTicketsOnly":
    "Contacts of this account who do not see the tickets of their colleagues. In a channel, people read what stands there.",
  "settingHelp.plans.calendar": "The hours in which the targets of this plan count.",
  "settingHelp.plans.targets.calendar": "Only for this severity. Left open: the calendar of the plan.",
  "settingHelp.plans.phone": "Severities at which customers may ask for a call.",
  "settingHelp.plans.escalate": "Left open: once a deadline was missed.",
  "settingHelp.plans.attainment.firstResponse":
    "Statements compare the share met in time with it, such as 95%. Left empty: no goal.",
  "settingHelp.plans.attainment.nextResponse":
    "Statements compare the share met in time with it, such as 95%. Left empty: no goal.",
  "settingHelp.plans.attainment.update":
    "Statements compare the share met in time with it, such as 95%. Left empty: no goal.",
  "settingHelp.plans.attainment.resolution":
    "Statements compare the share met in time with it, such as 95%. Left empty: no goal.",
  "settingHelp.plans.watch.ask":
    "When triage is asked about a message in a customer’s channel that nobody answered, such as 10 minutes. Left empty: such messages are not watched.",
  "settingHelp.plans.watch.open":
    "When a ticket opens from such a message by itself, such as 30 minutes. Left empty: never.",
  "settingHelp.calendars.open": "Time always passes, day and night. Leave everything below empty.",
  "settingHelp.calendars.timezone": "The time zone of the hours. Left empty: the time zone of the desk.",
  "settingHelp.calendars.hours": "For each day, such as 09:00-14:00, 15:30-18:30. A day without hours is closed.",
  "settingHelp.calendars.holidays": "Closed dates, one in each line, such as 2026-12-25.",
  "settingHelp.calendars.publicHolidays":
    "Such as ES, or ES-MD for a region. It closes nothing: Plazo warns of public holidays that are still working days.",
  "settingHelp.calendars.exceptions":
    "One date in each line, with its hours or “closed”: 2026-12-24 09:00-13:00. They come before hours and holidays.",
  "settingHelp.severities.means":
    "Customers read it when they choose, beside the time of the first answer. One line of at most 100 characters. Left empty: Plazo’s own text.",
  "settingHelp.clock.firstResponse": "From opening to the first public message of a person on the staff.",
  "settingHelp.clock.nextResponse": "From a customer’s later message to the next public answer.",
  "settingHelp.clock.resolution": "From opening to Resolve. It pauses while the ticket waits for the customer.",
  "settingHelp.clock.tech": "From Hand to tech to the technical team’s answer. Customers never see it.",
  "settingHelp.reminders.at":
    "Such as 80%. 100% is the deadline itself, 150% half as long again after it. Fill in either this or the time left.",
  "settingHelp.reminders.left": "So much working time before the deadline, without days, such as 15 minutes.",
  "settingHelp.reminders.tell": "Who gets a direct message. If one cannot be told, the next in line is.",
  "settingHelp.reminders.email": "Who gets an e-mail. A person chosen here needs an e-mail address.",
  "settingHelp.reminders.mention": "The whole team reads it in the triage channel.",
  "settingHelp.reminders.severities": "None chosen: all of them.",
  "settingHelp.reminders.clocks": "None chosen: all but the technical team’s.",
  "settingHelp.replies.title":
    "What agents choose by. At most 75 characters. A language that is left empty takes the text of the desk’s language.",
  "settingHelp.replies.text": "What is sent. Plazo fills in {customer}, {ticket}, {manager}, {account} and {due}.",
  "settingHelp.manual.articles.title": "The title that customers read.",
  "settingHelp.manual.articles.url": "The web address of the article.",
  "settingHelp.manual.articles.keywords":
    "One in each line. A request with one of these words is offered the article. Capitals, accents and plurals do not matter.",
  "settingHelp.manual.articles.lang": "Offer it only to readers of this language. Left open: to all.",
  "settingHelp.areas.title":
    "What people choose by. At most 75 characters. A language that is left empty takes the text of the desk’s language.",
  "settingHelp.areas.agents":
    "Who takes turns with its tickets, if new tickets go to agents in turn. None chosen: every agent.",
  "settingHelp.areas.tech":
    "Where the technical team gets the tickets of this area. Left empty: the technical team’s usual channel.",
  "settingHelp.desk": "The name below the bot’s answers.",
  "settingHelp.locale": "For people who have no other.",
  "settingHelp.timezone": "For people who have no other, such as Europe/Madrid.",
  "settingHelp.phone": "A number that every customer may ring. Left empty: their account manager’s.",
  "settingHelp.manual": "The web address that /ticket help leads to.",
  "settingHelp.grace":
    "After a change of severity or account, a deadline is never sooner than now plus this share of its target, such as 25%.",
  "settingHelp.undo":
    "How long a public reply waits, so that its author can take it back: from 5 seconds to 5 minutes, or 0 to send at once.",
  "settingHelp.assignment": "Left open: the agent who claims it.",
  "settingHelp.notifyAssignee": "Each person may choose otherwise. Left open: yes.",
  "settingHelp.welcome": "It says how to ask, what is promised and whom to ring. Left open: no.",
  "settingHelp.reports.weekly":
    "When the head of support and the account managers get the figures of the last week, in their own time zone: a day and a time such as mon 08:00, or never. Left empty: mon 08:00.",
  "settingHelp.reports.statements":
    "When account managers get the drafts of statements about the last month, on the first working day after it, in their own time zone: a time such as 08:00, or never. Left empty: 08:00.",
  "settingHelp.reports.alerts":
    "Whether the head of support and the account manager are told when two more missed targets, or one, miss the goal of a plan this month, and when it is missed. Left open: yes.",
  "settingHelp.mail.support": "Customers write to this address, and mails to them come from it.",
  "settingHelp.mail.head": "Mail of a customer to this address escalates their ticket, or opens one that is escalated.",
  "settingHelp.mail.answers":
    "Only if your mail server does not deliver support+something@ to the mailbox of support@: an address in which * stands for the ticket, such as *@tickets.example.com. Left empty: the support address with a +.",
  "settingHelp.mail.trustUnverified":
    "Whether the address of a contact is enough where your mail server says nothing about the sender. With no, such a mail waits for triage, unless it answers a mail of Plazo. Left open: yes.",
  "settingHelp.reopen":
    "How long after Resolve a customer’s message opens the same ticket again, such as 7 days. Later, or with “never”, it opens a new one.",
  "settingHelp.thanks":
    "One phrase in each line. A message of nothing but thanks starts no clock. Plazo knows the common ones.",
  "settingHelp.waiting.nudge": "When Plazo asks the customer again, such as 2 days. Left empty: never.",
  "settingHelp.waiting.close": "When Plazo closes the ticket, later than it asks, such as 5 days. Left empty: never.",
  "settingHelp.channels.triage": "Where the team sees a card of every ticket. At least one.",
  "settingHelp.channels.tech":
    "Where the technical team sees what was handed to them. None: nothing can be handed over.",
  "settingHelp.limits.tickets.person": "Tickets that one person opens. Left empty: 5.",
  "settingHelp.limits.tickets.account": "Tickets that one account opens. Left empty: 30.",
  "settingHelp.limits.messages.person": "Messages that one person writes. Left empty: 30.",
  "settingHelp.limits.messages.account": "Messages that one account writes. Left empty: 300.",
  "settingHelp.limits.strangers.cards":
    "Cards in triage for their tickets. Further ones wait together in one message. Left empty: 3.",
  "settingHelp.limits.files.count": "Files copied to the team for one account. Left empty: 500.",
  "settingHelp.limits.files.megabytes": "Their size together. Left empty: 1000.",
  "settingHelp.limits.transcripts.person": "Transcripts for one person. Left empty: 10.",
  "settingHelp.limits.lookups.person": "Tickets and lists that one person looks at. Left empty: 60.",
  "settingHelp.limits.within": "Such as 10 minutes, at most a week, without days.",
} as const;
