import type { WebClient } from "@slack/web-api";
import type { HomePort } from "../../../src/chat/home.ts";
import type { LinkTo, Log } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { createAttemptOutcomes, withPlainFallback } from "../../shared/attempts.ts";
import { aboutBlocks, failureOf, slackErrorOf } from "../errors.ts";
import type { ProfileOf } from "../inbound/names.ts";
import { metadataOfHome } from "../inbound/read-home.ts";
import { renderHome, renderPlain } from "./render-card.ts";

/** `views.publish` is of tier 4: more than a hundred calls a minute. Some room is left for other processes. */
const pace = { burst: 20, everyMs: 750 };

/** The action of every home, by which Slack names it. */
const callback = "home";

/** The App Home of each person. */
export const createHome = ({
  client,
  log,
  now,
  linkTo,
  profileOf,
}: {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  readonly profileOf: ProfileOf;
}): HomePort => {
  const outcomes = createAttemptOutcomes(failureOf, now);
  return {
    pace,
    complete: async (request) => {
      const profile = await profileOf(idOf(request.by.user));
      const membership = request.by.membership ?? profile?.membership;
      // A person of another workspace may have the id of an agent. So no home is drawn before Slack says who they are.
      if (membership === undefined) throw new Error("Slack did not say to which workspace a person belongs");
      return { ...request, by: { ...request.by, name: profile?.name ?? request.by.name, membership } };
    },
    publish: ({ by, channel, shown }, card) =>
      outcomes.delivery(async () => {
        const published = await outcomes.postsNothing(() =>
          withPlainFallback(
            {
              rich: () => renderHome(card, linkTo),
              plain: () => [
                { type: "section" as const, text: { type: "mrkdwn" as const, text: renderPlain(card, 3_000) } },
              ],
              refused: (error) => log.error({ err: outcomes.failureOf(error).why }, "slack.card-refused"),
              isRefused: (error) => aboutBlocks.has(slackErrorOf(error) ?? ""),
            },
            (blocks) =>
              client.views.publish({
                user_id: idOf(by.user),
                view: {
                  type: "home",
                  callback_id: callback,
                  private_metadata: metadataOfHome(idOf(channel)),
                  blocks,
                },
                ...(shown === null ? {} : { hash: shown }),
              }),
          ),
        );
        return { channel, id: published.view?.id ?? "" };
      }),
  };
};
