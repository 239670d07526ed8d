import { usage } from "../../src/chat/usage.ts";
import type { CastMember, CommandUsage } from "./wire.ts";

/** The commands that a person may type; customers see those for customers. */
export const usageFor = ({ role }: Pick<CastMember, "role">): readonly CommandUsage[] => {
  const isStaff = role !== "customer" && role !== "outsider";
  return (["ticket", "desk"] as const).flatMap((name) =>
    usage[name].filter(({ customers }) => customers || isStaff).map(({ word, rest }) => ({ name, word, rest })),
  );
};
