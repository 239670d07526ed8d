import { codings } from "./codings.ts";
import { heads } from "./heads.ts";
import { hostile, machines } from "./machines.ts";
import type { CorpusMail } from "./made-mail.ts";
import { more, programs } from "./programs.ts";

/** Mails of the shapes that a support address gets, made for the tests: each with a name, and what must become of it. */
export const corpus: readonly CorpusMail[] = [...codings, ...programs, ...more, ...heads, ...machines, ...hostile];
