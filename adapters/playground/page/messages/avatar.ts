import { html, type TemplateResult } from "lit-html";
import { actorOf, type State } from "../state.ts";
import type { UserRef } from "../../../../src/tickets/refs.ts";

/** A person's initials on their colour, or Plazo's icon for the bot. */
export const avatar = (user: UserRef | null, state: State): TemplateResult => {
  if (user === null) return html`<img class="avatar" src="/page/icon.svg" alt="" width="34" height="34" />`;
  const name = actorOf(state, user)?.name ?? user;
  const initials = name
    .split(" ")
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 2)
    .join("");
  const colour = state.snapshot.cast.findIndex((each) => each.user === user) % 7;
  return html`<span class="avatar colour-${colour}" aria-hidden="true">${initials}</span>`;
};
