import { html } from "hono/html";
import type { Markup } from "../render/line.ts";
import { longestAddress } from "../../text/mail-address.ts";

/** The form that asks for a link by mail. `path`: where it is sent. `isMain`: whether it is the page's main action. */
export const mailForm = (
  path: string,
  texts: { readonly about: string; readonly address: string; readonly send: string },
  isMain: boolean,
): Markup =>
  html`<form method="post" action="${path}" class="desk-form">
    <p id="about-email">${texts.about}</p>
    <div class="field">
      <label for="email">${texts.address}</label>
      <input
        type="email"
        id="email"
        name="email"
        autocomplete="email"
        maxlength="${String(longestAddress)}"
        aria-describedby="about-email"
        required
      />
    </div>
    <div class="row"><button class="button${isMain ? " primary" : ""}" type="submit">${texts.send}</button></div>
  </form>`;
