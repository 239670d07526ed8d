import type { Locale, StaffRole } from "../../desk/desk.ts";
import type { DeskLoss, DutyLeft, TicketsLeft } from "../../desk/findings.ts";
import { listInText } from "../../i18n/languages.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { AddedContact, KeptContact } from "../../tickets/contact.ts";

const rolesText = (roles: readonly StaffRole[], locale: Locale): string =>
  listInText(
    roles.map((each) => sayIn(locale)(`deskLoss.role.${each}`)),
    locale,
  );

const managed = ({ name, now }: DutyLeft, say: Say): string =>
  now === null ? say("deskLoss.managedNone", { name }) : say("deskLoss.managed", { name, now });

const stoodIn = ({ name, now }: DutyLeft, say: Say): string =>
  now === null ? say("deskLoss.stoodInNone", { name }) : say("deskLoss.stoodIn", { name, now });

/**
 * What is no longer in force, as one sentence without a full stop. `place`: what people call the place in the desk file, for
 * what has no name of its own; else its path stands there.
 */
export const deskLossSentence = (loss: DeskLoss, locale: Locale, place: string = loss.path): string => {
  const say = sayIn(locale);
  switch (loss.is) {
    case "person": {
      const values = { name: loss.name, roles: rolesText(loss.roles, locale) };
      const duties = [
        ...loss.managed.map((each) => managed(each, say)),
        ...loss.stoodIn.map((each) => stoodIn(each, say)),
      ].join(", ");
      return duties === "" ? say("deskLoss.person", values) : say("deskLoss.personDuties", { ...values, duties });
    }
    case "identities":
      return say("deskLoss.noLonger", { name: loss.name, what: listInText(loss.ids, locale) });
    case "handedOver":
      return say("deskLoss.handedOver", { name: loss.name, what: listInText(loss.ids, locale), now: loss.now });
    case "roles":
      return say("deskLoss.noLonger", { name: loss.name, what: rolesText(loss.roles, locale) });
    case "account": {
      const channels = say("deskLoss.channels", { count: loss.channels });
      return say("deskLoss.account", {
        name: loss.name,
        channels,
        contacts: say("deskLoss.contacts", { count: loss.contacts }),
      });
    }
    case "setting":
      return say("deskLoss.default", { place });
    case "entry":
      return loss.item === null ? place : say("deskLoss.item", { place, item: loss.item });
  }
};

/** A loss as a line of the terminal, which begins with its place in the desk file. */
export const deskLossLine = (loss: DeskLoss): string => {
  const sentence = deskLossSentence(loss, "en");
  return loss.is === "entry" || loss.is === "setting" ? sentence : `${loss.path}: ${sentence}`;
};

/** The open tickets that a person or an account leaves behind, as one sentence without a full stop. */
export const ticketsLeftSentence = ({ of, name, shown, count, isAtLeast }: TicketsLeft, locale: Locale): string => {
  const say = sayIn(locale);
  const more = { count: count - shown.length, tickets: shown.join(", ") };
  const tickets =
    more.count === 0 ? more.tickets : isAtLeast ? say("deskLoss.moreOrMore", more) : say("deskLoss.more", more);
  const values = { name, count, tickets };
  return of === "person" ? say("deskLoss.stillHas", values) : say("deskLoss.accountStillHas", values);
};

/** A contact who loses their access, and the account that was open to them. */
export const accessLostSentence = ({ name, knownAs, account }: AddedContact, locale: Locale): string =>
  sayIn(locale)("deskLoss.access", { name, person: knownAs, account });

/** A contact who keeps their access although the person who added them leaves, or has another account now. */
export const accessKeptSentence = ({ contact, inviter }: KeptContact, locale: Locale): string =>
  sayIn(locale)("deskLoss.accessKept", {
    name: contact.name,
    person: contact.knownAs,
    account: contact.account,
    inviter,
  });
