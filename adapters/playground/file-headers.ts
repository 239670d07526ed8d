import type { CarriedFile } from "../../src/chat/delivery.ts";

/** What a browser shows without running anything. */
const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"]);

const textual = /^text\/|^application\/(?:json|xml|yaml)$/;

/**
 * How a file that somebody shared is served: pictures and text to be looked at, the latter as plain text whatever it is,
 * everything else to be saved. Nothing in it may run here, where the page's token is.
 */
export const fileHeaders = ({ name, type }: Pick<CarriedFile, "name" | "type">): Record<string, string> => {
  const served = textual.test(type) ? "text/plain" : type;
  return {
    "Content-Type": served === "text/plain" ? "text/plain; charset=utf-8" : served,
    "Content-Disposition": `${shown.has(served) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
};
