import type { Desk } from "../desk.ts";
import { severities } from "../../sla/severity.ts";
import { listed } from "./listed.ts";

/** Sentences about the plans under which nothing is due once a first answer was given: nobody is reminded of what customers write then. */
export const unpromised = (desk: Desk): readonly string[] =>
  Object.values(desk.plans).flatMap(({ key, terms }) => {
    const open = severities.filter((severity) => terms[severity].targets.nextResponse === undefined);
    return open.length === 0
      ? []
      : [
          `plan ${key} has no nextResponse for ${listed(open)} tickets: nobody is reminded of what customers write after the first answer`,
        ];
  });
