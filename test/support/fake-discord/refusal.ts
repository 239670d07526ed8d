/** Discord refuses the call. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** A route's answer: a body, nothing, or a refusal. */
export type Answer = { readonly body: unknown } | { readonly nothing: true } | { readonly refused: Refusal };

const messages: Readonly<Record<number, readonly [status: number, message: string]>> = {
  0: [401, "401: Unauthorized"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10008: [404, "Unknown Message"],
  10013: [404, "Unknown User"],
  10014: [400, "Unknown Emoji"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  30046: [400, "Maximum number of edits to messages older than 1 hour reached. Try again later."],
  40003: [403, "You are opening direct messages too fast."],
  40066: [400, "There are no tags available that can be set by non-moderators"],
  40067: [400, "A tag is required to create a forum post in this channel"],
  40060: [400, "Interaction has already been acknowledged."],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50008: [400, "Cannot send messages in a non-text channel"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50035: [400, "Invalid Form Body"],
  50083: [
    400,
    "Tried to perform an operation on an archived thread, such as editing a message or adding a user to the thread",
  ],
  50278: [403, "Cannot send messages to this user due to having no mutual guilds"],
  160002: [403, "You cannot reply without permission to read message history"],
  160004: [400, "A thread has already been created for this message"],
  160005: [403, "This thread is locked"],
};

/** A refusal with a code of Discord's list; `about` gives details. */
export const refuse = (code: number, about = ""): { readonly refused: Refusal } => {
  const [status, message] = messages[code] ?? [400, `refused with ${code}`];
  return { refused: { status, code, message: about === "" ? message : `${message}\n${about}` } };
};
