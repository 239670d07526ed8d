import { encodeAction, maxActionLength } from "../../chat/action.ts";
import type { Button, Card, CardPart } from "../../chat/card.ts";
import type { DoneSentences, HistoryLines, NotificationCards, RefusalSentences } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { listInText, numberText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { CopiedPerson } from "../../tickets/contact.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { FollowersCommand, FollowersEvent, FollowersNotification, FollowersRefusal } from "./messages.ts";

/** Discord shows five buttons in a row; those beyond are added with the form. */
const mostButtons = 5;

const nameOf = ({ address, name }: CopiedPerson): string => (name === "" ? address : oneLine(name, 80));

const personText = (person: CopiedPerson): string =>
  person.name === "" ? person.address : `${nameOf(person)} <${person.address}>`;

/** A notification shows the beginning of a long sentence. */
const longestSummary = 140;

const sentence = (text: string, more: readonly CardPart[] = []): Card => ({
  summary: oneLine(text, longestSummary),
  parts: [{ part: "text", lines: [[plain(text)]] }, ...more],
});

export const history = {
  followerAdded: ({ name }, { viewer }) => sayIn(viewer.locale)("history.followerAdded", { name: oneLine(name, 80) }),
  followerRemoved: ({ name }, { viewer }) =>
    sayIn(viewer.locale)("history.followerRemoved", { name: oneLine(name, 80) }),
  peopleCopied: ({ name, people }, { viewer }) =>
    sayIn(viewer.locale)("history.peopleCopied", {
      name: oneLine(name, 80),
      people: listInText(people.map(nameOf), viewer.locale),
    }),
} satisfies HistoryLines<FollowersEvent["type"]>;

export const cards = {
  followerAdded: ({ by, name, user }, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const names = { by: oneLine(by, 80), name: oneLine(name, 80) };
    const remove = {
      action: encodeAction("remove-follower", ticket.number, user),
      label: say("button.removeFollower"),
    };
    return sentence(say("followers.added", names), [
      { part: "buttons", label: say("button.actions"), buttons: [remove] },
    ]);
  },
  followerRemoved: ({ by, name }, { viewer }) =>
    sentence(sayIn(viewer.locale)("followers.removed", { by: oneLine(by, 80), name: oneLine(name, 80) })),
  youFollow: ({ by }, { ticket, viewer }) =>
    sentence(
      sayIn(viewer.locale)("followers.youFollow", {
        by: oneLine(by, 80),
        ticket: ticketName(ticket.number),
        title: oneLine(ticket.title, 120),
      }),
    ),
  peopleCopied: ({ name, people }, { ticket, viewer }) => {
    const say = sayIn(viewer.locale);
    const buttons = people.flatMap((person): readonly Button[] => {
      const words = ["add-follower", ticket.number, `email:${person.address}`] as const;
      return words.join(" ").length > maxActionLength
        ? []
        : [{ action: encodeAction(...words), label: oneLine(say("button.addFollower", { name: nameOf(person) }), 75) }];
    });
    const shown = { name: oneLine(name, 80), people: listInText(people.map(personText), viewer.locale) };
    const actions: readonly CardPart[] =
      buttons.length === 0
        ? []
        : [{ part: "buttons", label: say("button.actions"), buttons: buttons.slice(0, mostButtons) }];
    return sentence(say("followers.copied", shown), actions);
  },
} satisfies NotificationCards<FollowersNotification["type"]>;

export const done = {
  addFollower: ({ ticket, say, name }) =>
    say("done.follower", { ticket: name, name: oneLine(ticket.followers.at(-1)?.name ?? "", 80) }),
  removeFollower: ({ say, name }) => say("done.followerRemoved", { ticket: name }),
  reportCopied: null,
} satisfies DoneSentences<FollowersCommand["type"]>;

export const refusals = {
  followsAlready: ({ name }, { say }) => say("refusal.followsAlready", { name: oneLine(name, 60) }),
  isRequester: ({ name }, { say }) => say("refusal.isRequester", { name: oneLine(name, 60) }),
  doesNotFollow: (_, { say }) => say("refusal.doesNotFollow"),
  tooManyFollowers: ({ most }, { say, viewer }) =>
    say("refusal.tooManyFollowers", { most: numberText(most, viewer.locale) }),
  noAccount: (_, { say, ticket }) => say("refusal.noAccount", { ticket }),
  accessWithdrawn: ({ name }, { say }) => say("refusal.accessWithdrawn", { name: oneLine(name, 60) }),
} satisfies RefusalSentences<FollowersRefusal["reason"]>;
