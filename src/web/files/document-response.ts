import type { Context } from "hono";
import type { PrintedDocument } from "../../documents/document.ts";
import { pdfFile } from "../../documents/pdf/pdf-file.ts";
import type { WebEnv } from "../deps.ts";
import { documentFile } from "../render/document-file.ts";
import { disposition } from "./served-files.ts";

export const documentFormats = ["pdf", "html"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Sends a printed document as a file to keep. A browser never treats it as one of our pages. */
export const documentResponse = async (
  context: Context<WebEnv>,
  document: PrintedDocument,
  { format, name }: { readonly format: DocumentFormat; readonly name: string },
) => {
  const body =
    format === "pdf" ? await pdfFile(document) : Uint8Array.from(Buffer.from(await documentFile(document), "utf8"));
  return context.body(body, 200, {
    "Content-Type": format === "pdf" ? "application/pdf" : "text/html; charset=utf-8",
    "Content-Disposition": disposition("attachment", name),
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
};
