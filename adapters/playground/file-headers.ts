import type { CarriedFile } from "../../src/chat/delivery.ts";

/** The types that a browser shows without running anything. */
const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"]);

const textual = /^text\/|^application\/(?:json|xml|yaml)$/;

/**
 * The headers for a shared file. Pictures are shown, text is shown as plain text, and everything else is saved. No
 * content may run here, because the page has the token.
 */
export const fileHeaders = ({ name, type }: Pick<CarriedFile, "name" | "type">): Record<string, string> => {
  const served = textual.test(type) ? "text/plain" : type;
  return {
    "Content-Type": served === "text/plain" ? "text/plain; charset=utf-8" : served,
    "Content-Disposition": `${shown.has(served) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
};
