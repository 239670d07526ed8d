import type { Desk } from "../desk.ts";
import { severities } from "../../sla/severity.ts";
import { listed } from "./listed.ts";

/**
 * Sentences about plans without a next-response target: no one is reminded of customer messages after the first answer.
 */
export const unpromised = (desk: Desk): readonly string[] =>
  Object.values(desk.plans).flatMap(({ key, terms }) => {
    const open = severities.filter((severity) => terms[severity].targets.nextResponse === undefined);
    return open.length === 0
      ? []
      : [
          `plan ${key} has no nextResponse for ${listed(open)} tickets: nobody is reminded of what customers write after the first answer`,
        ];
  });
