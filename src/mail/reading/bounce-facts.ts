import type { BounceFacts } from "./read-mail.ts";

const fieldIn = (report: string, name: string): string | null =>
  new RegExp(`^${name}\\s*:\\s*(.{1,500})$`, "im").exec(report)?.[1]?.trim() ?? null;

const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/**
 * The facts of a delivery report: the first recipient that it names. `report` is its part for machines, `original` the headers or
 * the mail that it quotes; each is empty if the report has none. A server that reports in words alone counts as failed.
 */
export const bounceFacts = (report: string, original: string): BounceFacts => {
  const text = report
    .slice(0, 20_000)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]+/g, " ");
  const action = fieldIn(text, "Action")?.toLowerCase() ?? "";
  const recipient = (fieldIn(text, "Original-Recipient") ?? fieldIn(text, "Final-Recipient"))
    ?.split(";")
    .at(-1)
    ?.trim();
  return {
    recipient:
      recipient === undefined || !recipient.includes("@") ? null : recipient.replaceAll(/[<>]/g, "").slice(0, 254),
    action: actions.find((each) => action.startsWith(each)) ?? "failed",
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fieldIn(text, "Status") ?? "")?.[0] ?? null,
    originalId: /^Message-ID\s*:\s*(<[^<>\s]{1,500}>)/im.exec(original.slice(0, 50_000))?.[1] ?? null,
  };
};
