import { errorKind } from "../../../src/chat/error-kind.ts";
import type { WebClient } from "@slack/web-api";
import type { AnswerPrivately } from "../../../src/chat/answer.ts";
import type { LinkTo } from "../../../src/chat/port.ts";
import type { WarnOncePerMinute } from "../../../src/chat/refusals.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { giveFiles } from "./give-files.ts";
import type { SlackInbound } from "../inbound/inbound.ts";
import { isResponseUrl } from "../receive/origin.ts";
import { renderCard } from "./render-card.ts";

const patience = 8000;

interface PrivateAnswerDeps {
  readonly client: WebClient;
  /** A customer can cause answers that fail as often as they like. */
  readonly warn: WarnOncePerMinute;
  readonly linkTo: LinkTo;
  /** Base of the Web API. */
  readonly apiUrl: string;
}

/**
 * Answers in private: by Slack's response_url if there is one, else by an ephemeral message, else by direct message if
 * the bot is not in the channel.
 */
export const privately =
  ({ client, warn, linkTo, apiUrl }: PrivateAnswerDeps, inbound: SlackInbound): AnswerPrivately =>
  async (card, files = [], replaces = false): Promise<void> => {
    const content = renderCard(card, linkTo);
    const user = idOf(inbound.inboundEvent.by.user);
    const channel = idOf(inbound.inboundEvent.channel);

    const respond = async (url: string): Promise<void> => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          response_type: "ephemeral",
          replace_original: replaces && inbound.onPrivate === true,
          ...content,
        }),
        redirect: "error",
        signal: AbortSignal.timeout(patience),
      });
      // An unread body keeps its connection until garbage collection.
      await response.body?.cancel();
      if (!response.ok) throw new Error(`response_url answered ${response.status}`);
    };
    const sendEphemeral = async (): Promise<void> => {
      await client.chat.postEphemeral({
        channel,
        user,
        ...content,
        ...(inbound.thread === null ? {} : { thread_ts: inbound.thread }),
      });
    };
    const write = async (): Promise<void> => {
      const opened = await client.conversations.open({ users: user });
      const direct = opened.channel?.id;
      if (direct === undefined) return;
      const thread = direct === channel && inbound.thread !== null ? { thread_ts: inbound.thread } : {};
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not the browser's
      await client.chat.postMessage({ channel: direct, ...content, ...thread });
    };

    if (files.length > 0) await giveFiles(client, user, files);
    const given = inbound.responseUrl;
    const url = given !== null && isResponseUrl(given, apiUrl) ? given : null;
    if (given !== null && url === null)
      warn("response-url", { key: inbound.inboundEvent.key }, "slack.response-url-refused");
    const { inboundEvent } = inbound;
    // In a direct message, use a normal message: ephemeral ones disappear when the client restarts. A home shows none.
    const isDirect = inbound.home != null || (inboundEvent.kind === "message" && inboundEvent.direct === true);
    const among = isDirect ? [write] : [sendEphemeral, write];
    for (const attempt of [...(url === null ? [] : [() => respond(url)]), ...among])
      try {
        return await attempt();
      } catch (error) {
        const err = errorKind(error);
        warn(`answer ${err}`, { key: inbound.inboundEvent.key, err }, "slack.answer-retry");
      }
  };
