import { html } from "hono/html";
import type { Button, Card, CardPart, MenuItem } from "../../chat/card.ts";
import { sayIn } from "../../i18n/say.ts";
import { hiddenFields, type FormSecrets } from "./form-fields.ts";
import { actPathOf, line, type Markup, type PageContext } from "./line.ts";

/** Makes the hidden fields of one more form. */
export type NewSecrets = () => FormSecrets;

const classesOf = ({ style, chosen }: Pick<Button, "style" | "chosen">): string =>
  ["button", style ?? "", chosen === true ? "chosen" : ""].filter((each) => each !== "").join(" ");

/** The form of one button. Its quote, where it carries one, goes with it. */
const press = (
  { action, quote, to }: { readonly action: string; readonly quote: string | undefined; readonly to: string },
  secrets: FormSecrets,
  inner: Markup,
): Markup =>
  html`<form method="post" action="${to}">
    ${hiddenFields(secrets)}<input type="hidden" name="kind" value="press" /><input
      type="hidden"
      name="action"
      value="${action}"
    />${quote === undefined ? "" : html`<input type="hidden" name="quote" value="${quote}" />`}${inner}
  </form>`;

/** A button as a form of its own; a link where it only opens a message. */
export const button = (given: Button, newSecrets: NewSecrets, context: PageContext): Markup => {
  if ("open" in given) {
    const url = context.linkTo(given.open);
    return url === null ? html`` : html`<a class="button" href="${url}" rel="noreferrer noopener">${given.label}</a>`;
  }
  const { action, label, confirm, chosen, carries } = given;
  const submit = (text: string): Markup =>
    html`<button
      type="submit"
      class="${classesOf(given)}"
      ${chosen === undefined ? "" : html` aria-pressed="${String(chosen)}"`}
    >
      ${text}
    </button>`;
  const pressed = { action, quote: carries, to: actPathOf(context) };
  if (confirm === undefined) return press(pressed, newSecrets(), submit(label));
  // The question opens in place, also without a script.
  return html`<details class="confirm">
    <summary class="${classesOf(given)}">${label}</summary>
    <div class="question">
      <p><strong>${confirm.title}</strong></p>
      <p>${confirm.text}</p>
      ${press(pressed, newSecrets(), submit(confirm.yes))}
    </div>
  </details>`;
};

const menuItem = (item: MenuItem, newSecrets: NewSecrets, context: PageContext): Markup =>
  html`<li>${button(item, newSecrets, context)}</li>`;

/** Shows the formatting that a page can show in a quote: line breaks only. The text is literal. */
const part = (given: CardPart, newSecrets: NewSecrets, context: PageContext): Markup => {
  switch (given.part) {
    case "heading":
      return html`<h2 dir="auto">${given.text}</h2>`;
    case "facts":
      return html`<dl class="facts">
        ${given.facts.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd dir="auto">${line(value, context)}</dd>
            </div>`,
        )}
      </dl>`;
    case "text":
      return html`<div class="lines">
        ${given.lines.map((each) => html`<p dir="auto">${line(each, context)}</p>`)}
      </div>`;
    case "quote":
      return html`<blockquote dir="auto">${given.text}</blockquote>`;
    case "small":
      return html`<p class="small" dir="auto">${line(given.line, context)}</p>`;
    case "divider":
      return html`<hr />`;
    case "buttons":
      return html`<div class="row" role="group" aria-label="${given.label}">
        ${given.buttons.map((each) => button(each, newSecrets, context))}
        ${
          given.menu === undefined
            ? ""
            : html`<details class="menu">
                <summary class="button">${given.menu.label}</summary>
                <ul>
                  ${given.menu.items.map((each) => menuItem(each, newSecrets, context))}
                </ul>
              </details>`
        }
      </div>`;
  }
};

/** A card of the desk as a piece of a page. Its buttons are forms, so that they work without a script. */
export const card = ({ severity, parts }: Card, newSecrets: NewSecrets, context: PageContext): Markup =>
  html`<section class="card${severity === undefined ? "" : ` edge-${severity}`}">
    ${parts.map((each) => part(each, newSecrets, context))}
  </section>`;

/**
 * The private answer to what a person just did, above the page on which they did it. It takes the focus: a screen reader
 * reads it, and the Tab key then moves to what follows it.
 */
export const answerAbove = (answer: Card | null, newSecrets: NewSecrets, context: PageContext): Markup =>
  answer === null
    ? html``
    : html`<div role="status" class="answer" tabindex="-1" autofocus data-answer>
        <h2 class="unseen">${sayIn(context.viewer.locale)("web.answer")}</h2>
        ${card(answer, newSecrets, context)}
      </div>`;

/** Parts of a card without buttons, for a place that explains something. */
export const cardParts = (parts: readonly CardPart[], context: PageContext): Markup =>
  html`<div class="lines">
    ${parts.map((each) => (each.part === "buttons" ? "" : part(each, noSecrets, context)))}
  </div>`;

/** Parts without buttons make no forms. */
const noSecrets: NewSecrets = () => {
  throw new Error("a part without buttons has no form");
};
