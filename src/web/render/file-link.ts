import { html } from "hono/html";
import { sizeWords } from "../../features/attachments/index.ts";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import type { Markup, PageContext } from "./line.ts";

/** Pictures that can run no code. Every other file is only downloaded. */
const pictures: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export const isPicture = (type: string): boolean => pictures.includes(type);

/** The path of a file. Its key may hold any character. */
export const filePath = (ticket: number, key: string, part: "/desk" | "/area" = "/desk"): string =>
  `${part}/tickets/${ticket}/files/${Buffer.from(key).toString("base64url")}`;

/** A file of a message: a picture that can run nothing is shown, every other one can be downloaded. */
export const fileLink = (
  { key, name, size, type }: TranscriptEntry["files"][number],
  { ticket, part }: { readonly ticket: number; readonly part: "/desk" | "/area" },
  { viewer }: PageContext,
): Markup => {
  const path = filePath(ticket, key, part);
  const label = html`<span dir="auto">${name}</span> <span class="faint">${sizeWords(size, viewer)}</span>`;
  return html`<li>
    <a href="${path}" download="${name}">${label}</a>
    ${isPicture(type) ? html`<img src="${path}" alt="${name}" loading="lazy" class="preview" />` : ""}
  </li>`;
};
