import { accountOfChannel } from "../../tickets/principal.ts";
import type { Submission } from "../../requests/action-handlers.ts";
import type { NewCommand } from "../../tickets/messages.ts";
import type { RequestContext } from "../../requests/request-context.ts";

/**
 * A form that was submitted in a post of the account's forum makes that post the ticket's conversation. If the ticket
 * is for another account, or the post is the team's, they stay separate.
 */
export const inPost = (
  { channel, post }: Submission,
  account: string | null | undefined,
  { desk }: RequestContext,
): Pick<Extract<NewCommand, { type: "open" }>, "source" | "unlessTaken"> => {
  const own = accountOfChannel(channel, desk);
  if (post === undefined || own === null || (account != null && account !== own.key)) return {};
  return { source: { channel, message: post, root: post, how: "picked" }, unlessTaken: true };
};
