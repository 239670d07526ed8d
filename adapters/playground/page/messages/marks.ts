import { html, nothing, type TemplateResult } from "lit-html";
import { icon } from "./symbols.ts";
import { actorOf, me, wordsOf, type State } from "../state.ts";
import type { PostedMessage } from "../../wire.ts";

/** The 🎫 on a message, with how many put it there; the bot's says that it is a ticket. */
export const marks = ({ marks: by }: PostedMessage, state: State): TemplateResult | typeof nothing => {
  if (by.length === 0) return nothing;
  const said = wordsOf(state);
  const names = by.map((each) => (each === null ? said.botName : (actorOf(state, each)?.name ?? each)));
  const about = said.markedBy(new Intl.ListFormat(me(state).locale).format(names));
  return html`<p class="mark" role="img" aria-label=${about} title=${about}>
    ${icon("ticket")}<span aria-hidden="true">${by.length}</span>
  </p>`;
};
