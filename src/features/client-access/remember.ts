import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import { sentenceCard } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { accountOfUser, isStaff, type Principal } from "../../tickets/principal.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { managesAccess } from "./rules.ts";

/**
 * Offers to remember the requester for the account that staff just named on their ticket. Null if an account knows them, or
 * if this person does not decide who has access for it.
 */
export const rememberOffer = (
  { number, account: key, requester }: Ticket,
  principal: Principal,
  desk: Desk,
  viewer: Viewer,
): Card | null => {
  const account = key !== null && Object.hasOwn(desk.accounts, key) ? desk.accounts[key] : undefined;
  if (account === undefined || principal.is !== "staff" || !managesAccess(principal.person, account, desk)) return null;
  if (isStaff(requester.user, desk) || accountOfUser(requester.user, desk) !== null) return null;
  const say = sayIn(viewer.locale);
  const sentence = say("clientAccess.unknownPerson", { name: requester.name, account: account.name });
  const offer: CardPart = {
    part: "buttons",
    label: say("clientAccess.actionsFor", { name: requester.name }),
    buttons: [{ action: encodeAction("remember", number), label: say("clientAccess.remember") }],
  };
  const card = sentenceCard(sentence);
  return { ...card, parts: [...card.parts, offer] };
};

/** Says that a person now belongs to an account. */
export const rememberedCard = (name: string, account: Account, viewer: Viewer): Card =>
  sentenceCard(sayIn(viewer.locale)("clientAccess.remembered", { name, account: account.name }));
