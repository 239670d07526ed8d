import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { storeProposal, type DeskProposal } from "../../../db/desk/proposal-store.ts";
import { sectionNamed } from "../../../desk/editing/section.ts";
import type { WebEnv } from "../../deps.ts";
import type { DeskPage } from "../desk-page.ts";
import { sectionPath } from "./forms/paths.ts";

/** Where the preview of a proposal is. */
export const proposalPath = (id: string): string => `/desk/settings/proposals/${id}`;

/** The page after a proposal was saved: the list in which the person edits, so that they can go on there. */
export const savedPath = ({ back }: Pick<DeskProposal, "back">, version: number): string => {
  const name = /^\/desk\/settings\/([a-z]+)(?:\/|$)/.exec(back)?.[1] ?? "";
  const section = sectionNamed(name);
  const isList = section?.kind === "keyed" || section?.kind === "list" || section?.kind === "fixed";
  return `${section !== null && isList ? sectionPath(section) : "/desk/settings"}?saved=${version}`;
};

/** How a person came to a proposal. */
export interface Proposing {
  readonly page: DeskPage;
  /** The version of the desk that the person changed, as their form names it. */
  readonly basedOn: number;
  /** The page to return to if the proposal has faults, or is not saved; it may show the proposal with this id again. */
  readonly back: string | ((id: string) => string);
  readonly kind?: DeskProposal["kind"];
  /** The version that the proposal restores. */
  readonly restores?: number;
  /** Who takes over from the people whom the document no longer has. */
  readonly handOver?: DeskProposal["handOver"];
}

/**
 * Keeps a desk document that a person proposes, and leads them to its preview. `document` is the whole desk, in the shape of
 * a desk file. It need not be checked before: the preview shows its faults. Nothing changes before the person saves it
 * there.
 */
export const proposeDocument = async (
  context: Context<WebEnv>,
  document: unknown,
  { page, basedOn, back, kind = "form", restores, handOver = {} }: Proposing,
): Promise<Response> => {
  const id = randomBytes(18).toString("base64url");
  const { deps } = page;
  await storeProposal(deps.database.db, {
    id,
    person: context.get("visitor").user,
    basedOn,
    document,
    kind,
    restores: restores ?? null,
    handOver,
    back: typeof back === "string" ? back : back(id),
    madeAt: deps.now(),
  });
  return context.redirect(proposalPath(id), 303);
};
