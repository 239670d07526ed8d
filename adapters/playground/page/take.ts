import { html, nothing, type TemplateResult } from "lit-html";
import { answered, toast } from "./acts.ts";
import { api } from "./api.ts";
import { current, wordsOf, type State } from "./state.ts";
import type { Message } from "../wire.ts";

const take = async ({ channel, thread, id }: Message, how: "pick" | "react"): Promise<void> => {
  try {
    const act = { key: crypto.randomUUID(), as: current().me, channel, thread, message: id, how };
    answered(await api.take(act), channel, thread);
  } catch {
    toast(wordsOf(current()).failed);
  }
};

/** What stands in the menu of somebody's message elsewhere: make a ticket of it, with a form or by a 🎫. */
export const takeButtons = (message: Message, state: State): TemplateResult | typeof nothing => {
  if (message.by === null) return nothing;
  const said = wordsOf(state);
  return html`<span class="take">
    <button
      type="button"
      class="icon-button small-button"
      title=${said.openFromMessage}
      aria-label=${said.openFromMessage}
      @click=${() => void take(message, "pick")}
    >
      ＋
    </button>
    <button
      type="button"
      class="icon-button small-button"
      title=${said.markAsTicket}
      aria-label=${said.markAsTicket}
      @click=${() => void take(message, "react")}
    >
      🎫
    </button>
  </span>`;
};
