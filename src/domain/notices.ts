import type { Desk, LadderStep, Person, Recipient } from "./desk.ts";
import type { ReminderNotice, Rung } from "./messages.ts";
import type { Ticket } from "./ticket.ts";

type Direct = Extract<Rung, { how: "direct" }>;

const managerOf = (ticket: Ticket, desk: Desk): Person | null => {
  const account = ticket.account === null ? undefined : desk.accounts[ticket.account];
  return (account?.manager == null ? undefined : desk.people[account.manager]) ?? null;
};

const headsOf = (desk: Desk): readonly string[] =>
  Object.values(desk.people)
    .filter((person) => person.roles.includes("head"))
    .map((person) => person.key);

const peopleFor = (recipient: Recipient, ticket: Ticket, desk: Desk): readonly string[] => {
  const manager = managerOf(ticket, desk);
  switch (recipient) {
    case "manager":
      return manager === null ? [] : [manager.key];
    case "deputy":
      return manager?.deputy == null || desk.people[manager.deputy] === undefined ? [] : [manager.deputy];
    case "assignee":
      return ticket.assignee === null || desk.people[ticket.assignee] === undefined ? [] : [ticket.assignee];
    case "head":
      return headsOf(desk);
  }
};

/** One rung a person, the first role that names them counting. */
const uniquePeople = (rungs: readonly Direct[]): readonly Direct[] =>
  rungs.filter((rung, index) => rungs.findIndex((other) => other.person === rung.person) === index);

const direct = (recipients: readonly Recipient[], ticket: Ticket, desk: Desk): readonly Direct[] =>
  uniquePeople(
    recipients.flatMap((as) => peopleFor(as, ticket, desk).map((person): Direct => ({ how: "direct", person, as }))),
  );

/** The rungs after one that failed: the deputy, a mention in triage, the head; nobody who is told anyway or was tried. */
const rungsAfter = (
  rung: Rung,
  told: readonly Direct[],
  mentioned: boolean,
  ticket: Ticket,
  desk: Desk,
): readonly Rung[] => {
  const isTold = (person: string): boolean => told.some((each) => each.person === person);
  const deputies = rung.how === "direct" && rung.as === "manager" ? direct(["deputy"], ticket, desk) : [];
  const mention: readonly Rung[] = mentioned || rung.how === "mention" ? [] : [{ how: "mention", person: rung.person }];
  return [
    ...deputies.filter(({ person }) => !isTold(person)),
    ...mention,
    ...direct(["head"], ticket, desk).filter(({ person }) => !isTold(person)),
  ];
};

/**
 * Whom a step of the ladder tells, each with the rungs left if they cannot be reached. Where nobody is assigned to be
 * told, triage is: a step never ends in silence.
 */
export const noticesFor = (
  step: LadderStep,
  about: Pick<ReminderNotice, "clock" | "cycle" | "promise" | "plannedFor">,
  ticket: Ticket,
  desk: Desk,
): readonly ReminderNotice[] => {
  const told = direct(step.tell, ticket, desk);
  const manager = managerOf(ticket, desk)?.key ?? null;
  const unmanaged = step.tell.includes("manager") && manager === null;
  const mentioned = step.mention === "triage" || unmanaged || told.length === 0;
  const rungs: readonly Rung[] = [
    ...told,
    ...(mentioned ? [{ how: "mention", person: manager ?? ticket.assignee } as const] : []),
  ];
  return rungs.map((rung) => ({
    ...about,
    step: step.at,
    rung,
    next: rungsAfter(rung, told, mentioned, ticket, desk),
    hop: 0,
  }));
};
