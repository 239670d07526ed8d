import type { Instant } from "../../../src/sla/instant.ts";
import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { AnswerPrivately, FirstAnswer } from "../../../src/chat/answer.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { Core, LinkTo, Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { createWarnOncePerMinute } from "../../../src/chat/refusals.ts";
import { privately } from "../outbound/answer.ts";
import {
  formMetadata,
  readCommand,
  readMessage,
  readPress,
  readSubmission,
  type SlackInbound,
} from "../inbound/inbound.ts";
import { readPick, readReaction } from "../inbound/picks-and-reactions.ts";
import { openFromMessage } from "../app-manifest.ts";
import { readHomeOpened } from "../inbound/read-home.ts";
import { readRevision } from "../inbound/inbound-revision.ts";
import type { ProfileOf } from "../inbound/names.ts";
import { membershipIn, type Home } from "./origin.ts";
import { NotStored } from "./receive.ts";
import { renderCard } from "../outbound/render-card.ts";
import { renderAnswer, renderForm } from "../outbound/render-form.ts";

interface SlackListenerDeps {
  readonly core: Core;
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  readonly botUser: () => string | null;
  readonly profileOf: ProfileOf;
  readonly home: () => Home | null;
  /** The base of the Web API. Private answers go only to the same platform. */
  readonly apiUrl: string;
}

/**
 * Adds the author's name, except for presses and commands, which keep Slack's handle. If the payload says that the
 * author is from another workspace, the profile of that id may be another person's, so its name is not used.
 */
const named = async ({ inboundEvent }: SlackInbound, profileOf: ProfileOf): Promise<InboundEvent> => {
  if (inboundEvent.kind === "command" || inboundEvent.kind === "press") return inboundEvent;
  const profile = await profileOf(idOf(inboundEvent.by.user));
  const membership = inboundEvent.by.membership ?? profile?.membership;
  const name = inboundEvent.by.membership === "outside" && profile?.membership !== "outside" ? null : profile?.name;
  const by = { ...inboundEvent.by, name: name ?? inboundEvent.by.name };
  return { ...inboundEvent, by: membership === undefined ? by : { ...by, membership } };
};

/**
 * How an event came: `first` is Slack's first try, `repeat` a later one, and `readBack` means that a catch-up found it. Its author
 * gets no private hint then: a hint is not stored, so each catch-up would give it again.
 */
export type EventOrigin = "first" | "repeat" | "readBack";

/** Takes the payload of one event, as Slack sends it. Rejects if the event could not be stored. */
export type TakeEvent = (body: unknown, origin?: EventOrigin) => Promise<void>;

/** An event as Bolt hands it on. Slack numbers its repeats. */
interface EventOfBolt {
  readonly body: unknown;
  readonly context: Readonly<Record<string, unknown>>;
}
const originOf = ({ context }: EventOfBolt): EventOrigin => (context["retryNum"] === undefined ? "first" : "repeat");

/**
 * Passes Slack's events to the core. Slack is acknowledged only if a listener ends without an error. So a listener must
 * throw if an event could not be stored. Returns the way of messages and of reactions, for those that Slack did not send.
 */
export const listen = (app: App, deps: SlackListenerDeps): Readonly<Record<"message" | "reaction", TakeEvent>> => {
  const { core, client, log, now, linkTo, botUser, profileOf, home, apiUrl } = deps;
  const warn = createWarnOncePerMinute(log, now);
  /** Draws the home anew on which something happened. */
  const showHomeOf = ({ home: from, inboundEvent: { by, channel } }: SlackInbound): void => {
    if (from != null) core.showHome?.({ by, channel, shown: from.shown });
  };
  const answerTo = (inbound: SlackInbound): AnswerPrivately => {
    const say = privately({ client, warn, linkTo, apiUrl }, inbound);
    if (inbound.home == null) return say;
    const show = () => showHomeOf(inbound);
    const sayAndShow = (...given: Parameters<AnswerPrivately>) => say(...given).finally(show);
    return Object.assign(sayAndShow, { nothing: show });
  };

  /** Adds what the payload says about the workspace of the person who acted. */
  const from = (body: unknown, inbound: SlackInbound | null): SlackInbound | null => {
    const ours = home();
    const membership = inbound === null || ours === null ? undefined : membershipIn(body, ours);
    if (inbound === null || membership === undefined) return inbound;
    const { inboundEvent } = inbound;
    return { ...inbound, inboundEvent: { ...inboundEvent, by: { ...inboundEvent.by, membership } } };
  };

  /**
   * Asks the core for the first answer, and stores the event if there is work. Returns the answer that Slack must get.
   */
  const acknowledgeAndStore = async (
    inbound: SlackInbound,
    isRepeat = false,
  ): Promise<Exclude<FirstAnswer, { kind: "work" }>> => {
    const answer = core.acknowledge(inbound.inboundEvent);
    if (answer.kind === "ignore") showHomeOf(inbound);
    if (answer.kind !== "work") return answer;
    await core.accept(await named(inbound, profileOf), answerTo(inbound), isRepeat);
    return { kind: "ignore" };
  };

  const openForm = async (inbound: SlackInbound, answer: Extract<FirstAnswer, { kind: "form" }>): Promise<void> => {
    if (inbound.trigger === null) throw new Error("a form was answered to something that cannot open one");
    await client.views.open({ trigger_id: inbound.trigger, view: renderForm(answer.form, formMetadata(inbound)) });
  };

  app.command(/.*/, async ({ body, ack }) => {
    const inbound = from(body, readCommand(body, now()));
    if (inbound === null) return ack();
    const answer = await acknowledgeAndStore(inbound);
    if (answer.kind === "form") await openForm(inbound, answer);
    return answer.kind === "private" ? ack({ response_type: "ephemeral", ...renderCard(answer.card, linkTo) }) : ack();
  });

  app.action(/.*/, async ({ body, ack }) => {
    const inbound = from(body, readPress(body, now()));
    if (inbound === null) return ack();
    const answer = await acknowledgeAndStore(inbound);
    if (answer.kind === "form") await openForm(inbound, answer);
    if (answer.kind === "private") await answerTo(inbound)(answer.card);
    return ack();
  });

  app.view(/.*/, async ({ body, ack }) => {
    const inbound = from(body, body.type === "view_submission" ? readSubmission(body, now()) : null);
    if (inbound === null) return ack();
    const answer = await acknowledgeAndStore(inbound);
    switch (answer.kind) {
      case "form":
        return ack({
          response_action: "update",
          view: renderForm(answer.form, formMetadata(inbound)),
        });
      case "private":
        return ack({ response_action: "update", view: renderAnswer(answer.card, inbound.view?.title ?? "", linkTo) });
      case "fieldErrors":
        return ack({ response_action: "errors", errors: knownErrors(answer.errors, inbound.view?.fields ?? []) });
      case "ignore":
        return ack();
    }
  });

  app.shortcut(openFromMessage, async ({ body, ack }) => {
    const inbound = from(body, readPick(body, now()));
    if (inbound === null) return ack();
    const answer = await acknowledgeAndStore(inbound);
    if (answer.kind === "form") await openForm(inbound, answer);
    if (answer.kind === "private") await answerTo(inbound)(answer.card);
    return ack();
  });

  const taking =
    (read: (body: unknown, self: string | null) => SlackInbound | null): TakeEvent =>
    async (body, origin = "first") => {
      const inbound = from(body, read(body, botUser()));
      if (inbound === null) return;
      const answer = await acknowledgeAndStore(inbound, origin !== "first");
      if (answer.kind === "private" && origin !== "readBack") await answerTo(inbound)(answer.card);
    };
  const takes = {
    message: taking((body, self) => readMessage(body, self) ?? readRevision(body, self)),
    reaction: taking(readReaction),
  };
  app.event("message", (event: EventOfBolt) => takes.message(event.body, originOf(event)));
  app.event("app_mention", (event: EventOfBolt) => takes.message(event.body, originOf(event)));
  app.event("reaction_added", (event: EventOfBolt) => takes.reaction(event.body, originOf(event)));
  // The home is drawn and published afterwards, because Slack waits for this answer.
  app.event("app_home_opened", async ({ body }: { readonly body: unknown }) => {
    const request = readHomeOpened(body);
    if (request !== null) core.showHome?.(request);
  });

  app.error(async (error) => {
    throw new NotStored(error.message, { cause: error });
  });
  return takes;
};

/** Slack refuses errors for unknown questions, so they are shown at the first one. */
const knownErrors = (errors: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> => {
  const known: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    const place = fields.includes(name) ? name : fields[0];
    if (place !== undefined) known[place] = known[place] === undefined ? error : `${known[place]} ${error}`;
  }
  return known;
};
