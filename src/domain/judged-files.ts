import { whyNotCarried } from "./carry-rules.ts";
import type { FileRef } from "./refs.ts";
import type { SaidFile } from "./ticket.ts";

/** The files of one message, each with whether it is carried to the other side. */
export const judgedFiles = (files: readonly FileRef[] = []): readonly SaidFile[] =>
  files.map(({ id, name, size, type }, place) => ({
    id,
    name,
    size,
    type,
    not: whyNotCarried({ id, name, size, type }, place),
  }));
