import { html, nothing, type TemplateResult } from "lit-html";
import { beginEdit, remove, take } from "./message-acts.ts";
import { textsFor, type State } from "../state.ts";
import { icon } from "./symbols.ts";
import type { PostedMessage } from "../../wire.ts";

const entry = (label: TemplateResult | string, act: () => void, style = ""): TemplateResult => {
  const choose = (event: Event): void => {
    if (event.currentTarget instanceof HTMLElement)
      event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    act();
  };
  return html`<button type="button" class=${style} @click=${choose}>${label}</button>`;
};

/** The menu of a message: open a ticket from it, and for one's own message, edit or delete it. */
export const messageMenu = (message: PostedMessage, state: State): TemplateResult | typeof nothing => {
  if (message.by === null || message.body.kind === "gone") return nothing;
  const texts = textsFor(state);
  const id = `acts-${message.id}`;
  return html`<button
      type="button"
      id="more-${message.id}"
      class="icon-button small-button more"
      title=${texts.moreActs}
      aria-label=${texts.moreActs}
      popovertarget=${id}
    >
      ${icon("more")}
    </button>
    <div class="menu acts" id=${id} popover aria-label=${texts.moreActs}>
      ${entry(html`${icon("plus")}${texts.openFromMessage}`, () => take(message, "pick"))}
      ${entry(html`${icon("ticket")}${texts.markAsTicket}`, () => take(message, "react"))}
      ${
        message.by === state.me
          ? html`${entry(html`${icon("pencil")}${texts.edit}`, () => beginEdit(message))}
            ${entry(html`${icon("bin")}${texts.delete}`, () => remove(message), "danger")}`
          : nothing
      }
    </div>`;
};
