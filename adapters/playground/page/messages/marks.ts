import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "./symbols.ts";
import { actorOf, me, textsFor, type State } from "../state.ts";
import type { PostedMessage } from "../../wire.ts";

/** The 🎫 on a message with the number of people who added it. The bot's own means that it is a ticket. */
export const marks = ({ marks: by }: PostedMessage, state: State): TemplateResult | typeof nothing => {
  if (by.length === 0) return nothing;
  const texts = textsFor(state);
  const names = by.map((each) => (each === null ? texts.botName : (actorOf(state, each)?.name ?? each)));
  const about = texts.markedBy(new Intl.ListFormat(me(state).locale).format(names));
  return html`<p class="mark" role="img" aria-label=${about} title=${about}>
    ${icon("ticket")}<span aria-hidden="true">${by.length}</span>
  </p>`;
};
