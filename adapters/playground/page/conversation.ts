import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { repeat } from "lit-html/directives/repeat.js";
import { composer } from "./composer.ts";
import { busyDayButton } from "./guide.ts";
import { scrolled, showNewest } from "./newest.ts";
import { messageView, privateNote } from "./messages/message.ts";
import { channelOf, deskNow, me, textsFor, type PrivateNote, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import { dayHeading } from "./time-text.ts";
import type { Channel, PostedMessage } from "../wire.ts";

const emptyState = (channel: Channel, state: State): TemplateResult => {
  const texts = textsFor(state);
  const hint = { customers: texts.emptyCustomers, staff: texts.emptyTriage, direct: texts.emptyDirect }[channel.kind];
  return html`<div class="empty">
    ${icon("thread")}<strong>${texts.emptyChannel}</strong>
    <p>${hint}</p>
    ${channel.kind === "staff" ? busyDayButton(state) : nothing}
  </div>`;
};

/** The open channel: its members, its messages and the composer. */
export const conversation = (state: State): TemplateResult => {
  const texts = textsFor(state);
  const viewer = me(state);
  const channel = channelOf(state, state.channel);
  if (channel === undefined) return html`<section class="talk"></section>`;
  const isDirect = channel.kind === "direct";
  const about = {
    customers: texts.customersChannel,
    staff: texts.staffChannel,
    direct: texts.directChannel(viewer.name),
  };
  const here = [...state.messages.values()].filter((each) => each.channel === channel.channel);
  const replies = Map.groupBy(
    here.filter((each) => each.thread !== null && each.body.kind !== "gone"),
    (each) => each.thread,
  );
  // A deleted message is shown only if it has replies.
  const roots = here.filter((each) => each.thread === null && (each.body.kind !== "gone" || replies.has(each.id)));
  const notes = state.notes.filter(
    (each) => each.channel === channel.channel && each.thread === null && each.to === state.me,
  );
  const entries: readonly (PostedMessage | PrivateNote)[] = [...roots, ...notes].toSorted((a, b) => a.at - b.at);
  const heading = (at: number, before: number | undefined): TemplateResult | typeof nothing => {
    const now = deskNow(state);
    const day = dayHeading(at, now, viewer);
    return before !== undefined && dayHeading(before, now, viewer) === day
      ? nothing
      : html`<h3 class="day"><span>${day}</span></h3>`;
  };
  return html`<section class="talk" aria-label=${texts.conversation}>
    <div class="composer-place">
      <div class="new-below" role="status">
        ${
          state.newBelow
            ? html`<button type="button" class="button" @click=${showNewest}>${texts.newMessages}</button>`
            : nothing
        }
      </div>
      ${composer(state, null, isDirect ? texts.writeDirect : texts.writeTo(channel.name))}
    </div>
    <header>
      <h2>
        ${isDirect ? html`${icon("mail")} ${texts.botName}` : html`${icon(channel.kind === "staff" ? "lock" : "hash")} ${channel.name}`}
      </h2>
      <p>${about[channel.kind]}</p>
    </header>
    ${keyed(
      `${state.me} ${channel.channel}`,
      html`<div class="scroll" tabindex="0" @scroll=${scrolled}>
        <div class="log" role="log" aria-relevant="additions" aria-label=${texts.conversation}>
          ${entries.length === 0 ? emptyState(channel, state) : nothing}
          ${repeat(
            entries,
            (each) => each.id,
            (each, at) =>
              html`${heading(each.at, entries[at - 1]?.at)}${
                "to" in each ? privateNote(each, state) : messageView(each, replies.get(each.id) ?? [], state)
              }`,
          )}
        </div>
      </div>`,
    )}
  </section>`;
};
