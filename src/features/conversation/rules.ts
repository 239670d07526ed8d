import { carried } from "../../tickets/files/carried-files.ts";
import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { type Effect, nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import { noChange, whenCustomerWrote, whenDismissed } from "../../tickets/clocks/clock-changes.ts";
import { textOf } from "../../tickets/format.ts";
import { areaPlatform } from "../../tickets/contact.ts";
import { platformOf, sameAudience } from "../../tickets/refs.ts";
import {
  clockOnly,
  everyCustomer,
  everyone,
  support,
  type DecideContext,
  type EventOf,
  type FeatureRules,
} from "../../tickets/rules.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { newQuestion, changeNotices } from "./changed-messages.ts";
import { deleteMessage, editMessage, receiveMessage, dismiss } from "./decide-messages.ts";
import {
  conversationRetried,
  customerAsked,
  customerWrote,
  dismissed,
  editAsked,
  messageDeleted,
  messageEdited,
} from "./evolve.ts";
import { asPlace, placeAfter } from "../../tickets/conversation-place.ts";
import { withDeletion, withEdit, withWritten } from "../../tickets/thread/thread-messages.ts";
import type { ConversationCommand, ConversationEvent } from "./messages.ts";

const move = ({ ticket, command, desk }: DecideContext<"moveConversation">): Decision => {
  const to = placeAfter(ticket, desk);
  return to === null || sameAudience(ticket.conversation, to)
    ? refuse({ reason: "notDue" })
    : accept(command, { type: "conversationMoved", from: asPlace(ticket.conversation), to, why: command.why });
};

/** A colleague belongs to no account. */
const companyOf = ({ colleague, company }: EventOf<"customerWrote">): string | null => (colleague ? null : company);

/** Whether the message is on a page of the client area, and the conversation with its other readers elsewhere. */
const isOnlyInArea = ({ message, by }: EventOf<"customerWrote">, { conversation }: Ticket): boolean =>
  message !== null &&
  platformOf(message.channel) === areaPlatform &&
  !(by.kind === "person" && sameAudience(conversation, { kind: "person", user: by.user }));

const afterCustomerWrote = (event: EventOf<"customerWrote">, ticket: Ticket): readonly Effect[] => {
  const by = nameOf(event);
  return [
    refreshCards,
    ...(isOnlyInArea(event, ticket)
      ? [toConversation({ type: "wroteInArea", content: { ...textOf(event), by, at: event.wroteAt } })]
      : []),
    toInternal({
      type: "customerMessage",
      content: { ...textOf(event), by, at: event.wroteAt },
      message: event.message,
      company: event.company,
      thanks: event.thanks,
      colleague: event.colleague,
      mention: null,
    }),
    ...carried({ ...event, by, staff: false }).map(toInternal),
  ];
};

const afterChange = (
  event: EventOf<"messageEdited"> | EventOf<"messageDeleted">,
  ticket: Ticket,
): readonly Effect[] => [
  refreshCards,
  ...[...changeNotices(event, ticket), ...newQuestion(event, ticket)].map(toInternal),
];

export const conversation = {
  commands: {
    receiveMessage: {
      countsAs: "messages",
      permission: everyCustomer,
      decide: receiveMessage,
    },
    /** `editMessage` and `deleteMessage` refuse messages of other people. */
    editMessage: { permission: everyone, countsAs: "messages", decide: editMessage },
    deleteMessage: { permission: everyone, decide: deleteMessage },
    dismiss: { permission: support, decide: dismiss },
    moveConversation: { permission: clockOnly, decide: move },
  },
  events: {
    customerWrote: {
      evolve: customerWrote,
      unanswered: customerAsked,
      messages: (messages, event) => withWritten(messages, event, event.wroteAt, companyOf(event)),
      rehearsed: ({ ticket, event, desk }) => ({
        ...event,
        clocks: event.thanks ? noChange : whenCustomerWrote(ticket, event, desk, event.at),
      }),
      effects: afterCustomerWrote,
      countedFiles: ({ files }) => files,
    },
    messageEdited: {
      evolve: messageEdited,
      unanswered: editAsked,
      messages: withEdit,
      effects: afterChange,
      rehearsed: ({ ticket, event, desk }) => {
        const { needsReply, message, at } = event;
        if (needsReply === null) return event;
        const clocks = whenCustomerWrote(ticket, { wroteAt: at, message }, desk, at);
        return { ...event, needsReply: { ...needsReply, clocks } };
      },
    },
    messageDeleted: { evolve: messageDeleted, messages: withDeletion, effects: afterChange },
    dismissed: {
      evolve: dismissed,
      unanswered: (_, { upTo, nextUnanswered: next }) => [{ how: "answered", upTo, unread: [], next }],
      rehearsed: ({ ticket, event, desk }) => ({
        ...event,
        clocks: whenDismissed(ticket, event.nextUnanswered, desk, event.at),
      }),
      effects: () => [refreshCards],
    },
    conversationMoved: {
      evolve: (_, { from, to }) => ({ conversation: { ...to, state: "moved", insteadOf: from } }),
      effects: ({ to, why }) => [
        { type: "placeConversation", place: to },
        refreshCards,
        toInternal({ type: "conversationMoved", to, why }),
      ],
    },
    conversationRetried: {
      evolve: conversationRetried,
      effects: ({ to }) => [{ type: "placeConversation", place: to }, refreshCards],
    },
  },
} satisfies FeatureRules<ConversationCommand, ConversationEvent>;
