import { personOf } from "../../tickets/people.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Card, Line } from "../../chat/card.ts";
import type { Account, Desk, Person } from "../../desk/desk.ts";

import { momentText } from "../../i18n/moment-text.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { dotted, fact, plain, sentenceCard, strong } from "../../i18n/spans.ts";

import { sayIn } from "../../i18n/say.ts";

const contactOf = ({ phone, email }: Person, desk: Desk): string =>
  [phone ?? desk.phone, email].filter((each) => each !== null).join(" · ");

/** An account's manager and deputy, and how to reach them. Customers see only their own account's. */
export const managerCard = (account: Account | null, desk: Desk, viewer: Viewer, now: Instant): Card => {
  const say = sayIn(viewer.locale);
  if (account === null) return sentenceCard(say("manager.accountUnknown"));
  const manager = personOf(desk, account.manager);
  const heading = say("manager.heading", { account: account.name });
  if (manager === null)
    return sentenceCard(
      desk.phone === null
        ? say("manager.none", { account: account.name })
        : say("manager.nonePhone", { account: account.name, phone: desk.phone }),
    );
  const deputy = personOf(desk, manager.deputy);
  const outUntil = (person: Person | null): Instant | null =>
    person?.outUntil != null && person.outUntil > now ? person.outUntil : null;
  const out = outUntil(manager);
  const line = (person: Person): Line => {
    const contact = contactOf(person, desk);
    return dotted([strong(person.name)], contact === "" ? [] : [plain(contact)]);
  };
  const absence =
    out === null
      ? null
      : deputy === null || outUntil(deputy) !== null
        ? say("manager.out", { name: manager.name, until: momentText(out, viewer) })
        : say("manager.outDeputy", { name: manager.name, deputy: deputy.name, until: momentText(out, viewer) });
  // A name without a way to reach the person is no help.
  const isUnreachable = [manager, deputy].every((person) => person === null || contactOf(person, desk) === "");
  const instead = absence ?? (isUnreachable ? say("manager.noContact", { name: manager.name }) : null);
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      {
        part: "facts",
        facts: [
          fact(say("fact.manager"), ...line(manager)),
          ...(deputy === null ? [] : [fact(say("fact.deputy"), ...line(deputy))]),
        ],
      },
      ...(instead === null ? [] : [{ part: "text", lines: [[plain(instead)]] } as const]),
    ],
  };
};
