import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Line, MessageRef, Span } from "../../chat/card.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { platformName } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { leftText } from "../../i18n/spelled-out.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import { platformOf, type ChannelRef } from "../../tickets/refs.ts";

/** A piece of a page. `hono/html` escapes every value that is not one. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What text on a page is drawn with. */
export interface PageContext {
  readonly viewer: Viewer;
  readonly now: Instant;
  /** The address of a message on its platform; null if there is none. */
  readonly linkTo: (message: MessageRef) => string | null;
  /** The name of a channel, without a leading "#"; null if this viewer gets none. */
  readonly channelName: (channel: ChannelRef) => Promise<string | null>;
  /** The path to which buttons and forms are sent; undefined: the web desk's. */
  readonly actPath?: string;
}

/** The path to which buttons and forms of a page are sent. */
export const actPathOf = ({ actPath = "/desk/act" }: PageContext): string => actPath;

/** Only these addresses become links. A `javascript:` address would run on the page. */
const isWebAddress = (url: string): boolean => ["https:", "http:"].includes(URL.parse(url)?.protocol ?? "");

const outside = (url: string, label: string): Markup =>
  isWebAddress(url) ? html`<a href="${url}" rel="noreferrer noopener">${label}</a>` : html`${label}`;

/** How far away a moment was when the page was made. The page's script counts on. */
export const countdown = (at: Instant, { viewer, now }: PageContext): Markup =>
  html`<time class="left" datetime="${new Date(at).toISOString()}" data-left="${String(at)}"
    >${durationText(Math.abs(at - now), viewer.locale)}</time
  >`;

/** A moment, and how far away it was when the page was made. */
export const time = (at: Instant, show: "moment" | "left" | "both", { viewer, now }: PageContext): Markup => {
  const distance = html`<span class="left">${leftText(at, now, viewer)}</span>`;
  const words = momentText(at, viewer);
  // What a page offers changes when a due time passes: then its script asks for the page again.
  const turns = show !== "moment" && at > now ? html` data-turns="${String(at)}"` : "";
  return html`<time datetime="${new Date(at).toISOString()}" ${turns}
    >${show === "left" ? distance : show === "both" ? html`${words} (${distance})` : words}</time
  >`;
};

/** A channel by its name; one without a name by its platform, because people do not know its id. */
export const channelLabel = async (channel: ChannelRef, { viewer, channelName }: PageContext): Promise<string> => {
  const name = await channelName(channel);
  return name === null
    ? sayIn(viewer.locale)("web.unnamedChannel", { platform: platformName(platformOf(channel)) })
    : `#${name}`;
};

const span = (part: Span, context: PageContext): Markup => {
  switch (part.t) {
    case "text": {
      const url = part.open === undefined ? null : context.linkTo(part.open);
      const text = url === null ? html`${part.text}` : outside(url, part.text);
      return part.strong === true
        ? html`<strong>${text}</strong>`
        : part.faint === true
          ? html`<span class="faint">${text}</span>`
          : text;
    }
    case "time":
      return time(part.at, part.show, context);
    case "person":
      return html`<span class="person">${part.name}</span>`;
    case "channel":
      return html`<span class="person" dir="auto">${channelLabel(part.channel, context)}</span>`;
    case "link":
      return outside(part.url, part.label);
  }
};

/** A line of a card. */
export const line = (spans: Line, context: PageContext): Markup => html`${spans.map((each) => span(each, context))}`;
