import type { Card } from "../chat/card.ts";
import type { PrivateAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { PromptRow } from "../db/prompt-store.ts";
import { findMessage } from "../db/messages/message-store.ts";
import { lockPromptOf, rewriteWaiting, wipeWaiting, withdrawEmptyPrompt } from "../db/waiting-message-store.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import { sayIn } from "../i18n/say.ts";
import { sentenceCard } from "../i18n/spans.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { RequestContext } from "../requests/request-context.ts";
import { requestContextOf } from "../requests/request-context.ts";
import { countWithinLimits, type Limited } from "../tickets/execute/within-limits.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { NotYet } from "./process-inbox.ts";
import { tellAboutPrompt } from "./tell-about-prompt.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "onRefusal" | "ports" | "log">;
type Revision = Extract<InboundEvent, { kind: "edited" | "deleted" }>;
type Found = NonNullable<Awaited<ReturnType<typeof lockPromptOf>>>;

/**
 * `elsewhere`: the message does not wait in a prompt, so it may be in a ticket. `claimed`: a process puts it into one now.
 * `withdrawn`: it was the last message of the prompt.
 */
type Revised = "elsewhere" | "claimed" | "done" | { readonly withdrawn: Pick<PromptRow, "id" | "byUser"> } | Limited;

/** How long (ms) an edit waits before it looks again at a prompt that a process acts on. */
const lookAgainMs = 1_000;

const editing = ({ at }: Revision, { actor }: RequestContext) => ({ type: "editMessage", by: actor, at }) as const;

/** The last message of a prompt was deleted, so the question needs no answer. */
export const withdrawnCard = ({ viewer }: Pick<RequestContext, "viewer">): Card =>
  sentenceCard(sayIn(viewer.locale)("offer.withdrawn"));

/** An edit that is older than the text that the message has, or of a message that was deleted. */
const isOld = ({ at }: Revision, { row }: Found): boolean =>
  row.deletedAt !== null || (row.editedAt !== null && at < row.editedAt);

const reviseIn = async (
  deps: Deps,
  revision: Revision,
  message: MessageKey,
  context: RequestContext,
): Promise<Revised> =>
  deps.database.db.transaction(async (tx) => {
    const found = await lockPromptOf(tx, message);
    if (found === null) return "elsewhere";
    const { row, prompt } = found;
    if (revision.kind === "edited" && isOld(revision, found)) return "done";
    const isOpen = prompt.settledAt === null;
    if (isOpen && prompt.leasedUntil !== null && prompt.leasedUntil > deps.now()) return "claimed";
    // A process that ended early may have put some messages of the prompt into the ticket.
    const isInTicket = (await findMessage(tx, message)) !== null;
    if (revision.kind === "deleted") {
      await wipeWaiting(tx, row, revision.at);
      if (!isOpen || isInTicket) return "elsewhere";
      return (await withdrawEmptyPrompt(tx, prompt.id, deps.now())) ? { withdrawn: prompt } : "done";
    }
    if (!isOpen || isInTicket) return "elsewhere";
    if (revision.by.user !== row.message.by.user) return "done";
    const limited = await countWithinLimits(tx, editing(revision, context), context.desk);
    if (limited !== null) return limited;
    await rewriteWaiting(tx, row, revision);
    return "done";
  });

/**
 * Applies an edit or a deletion to a message that waits in a prompt. While a process acts on the prompt, the change waits
 * and then applies to the ticket's message. So the ticket never gets a text that its author changed before.
 */
export const reviseWaiting = async (
  deps: Deps,
  revision: Revision,
  message: MessageKey,
  context: RequestContext,
): Promise<PrivateAnswer | NotYet | "elsewhere" | null> => {
  const revised = await reviseIn(deps, revision, message, context);
  if (revised === "elsewhere") return revised;
  if (revised === "done") return null;
  if (revised === "claimed") return { notYet: deps.now() + lookAgainMs };
  if ("withdrawn" in revised) {
    const { id, byUser } = revised.withdrawn;
    // The platform may not say who deleted the message, so the answer goes to the person who was asked.
    const asked = requestContextOf({ ...revision, by: { user: byUser, name: "" } }, context.desk);
    await tellAboutPrompt(deps, { id, byUser, about: "withdrawn" }, withdrawnCard(asked));
    return null;
  }
  deps.onRefusal?.(revised, editing(revision, context));
  const { desk, viewer } = context;
  return revised.alreadyNotified ? null : { card: refusalCard(revised, null, { desk, viewer }), files: [] };
};
