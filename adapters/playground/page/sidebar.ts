import { html, nothing, type TemplateResult } from "lit-html";
import { actAs, goTo } from "./acts.ts";
import { webUrl } from "./api.ts";
import { avatar } from "./messages/avatar.ts";
import { me, textsFor, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import type { CastMember, Channel } from "../wire.ts";

const badge = (n: number, state: State): TemplateResult | typeof nothing =>
  n === 0 ? nothing : html`<span class="badge" aria-label=${textsFor(state).unread(n)}>${n > 99 ? "99+" : n}</span>`;

const person = (each: CastMember, state: State): TemplateResult => {
  const texts = textsFor(state);
  const waiting = state.snapshot.unread[each.user]?.[each.direct] ?? 0;
  return html`<label class="who ${each.user === state.me ? "chosen" : ""}">
    <input
      type="radio"
      name="actor"
      class="unseen"
      .checked=${each.user === state.me}
      @change=${() => void actAs(each.user)}
    />
    ${avatar(each.user, state)}
    <span class="who-name">${each.name}</span>
    <span class="who-role"
      >${each.company === null ? texts.role[each.role] : `${texts.role[each.role]}, ${each.company}`}</span
    >
    ${badge(waiting, state)}
  </label>`;
};

const place = (each: Channel, state: State): TemplateResult => {
  const texts = textsFor(state);
  const unread = state.snapshot.unread[state.me]?.[each.channel] ?? 0;
  const here = each.channel === state.channel;
  const picture = { customers: "hash", staff: "lock", direct: "mail" } as const;
  return html`<li>
    <button
      type="button"
      class="place ${here ? "chosen" : ""} ${unread > 0 ? "unread" : ""}"
      aria-current=${here ? "page" : nothing}
      @click=${() => goTo(each.channel)}
    >
      ${icon(picture[each.kind])}<span>${each.kind === "direct" ? texts.botName : each.name}</span>${badge(unread, state)}
    </button>
  </li>`;
};

/** The people as whom the visitor can act, and the channels of the current one. */
export const sidebar = (state: State): TemplateResult => {
  const texts = textsFor(state);
  const mine = state.snapshot.channels;
  const viewer = me(state);
  return html`<nav class="side" aria-label=${texts.people}>
    <fieldset class="cast">
      <legend>${texts.actAs}</legend>
      ${state.snapshot.cast.map((each) => person(each, state))}
    </fieldset>
    ${
      mine.some((each) => each.kind !== "direct")
        ? html`<h2>${texts.channels}</h2>
            <ul>
              ${mine.filter((each) => each.kind !== "direct").map((each) => place(each, state))}
            </ul>`
        : nothing
    }
    <h2>${texts.direct}</h2>
    <ul>
      ${mine.filter((each) => each.kind === "direct").map((each) => place(each, state))}
    </ul>
    ${
      viewer.role === "outsider"
        ? nothing
        : html`<a class="button web-link" href=${webUrl(viewer.user)} target="_blank" rel="noopener"
            >${viewer.company === null ? texts.openDesk(viewer.name) : texts.openArea(viewer.name)}</a
          >`
    }
    <p class="side-note">${texts.about}</p>
    <p class="unseen" role="status">${texts.actingAs(viewer.name)}</p>
  </nav>`;
};
