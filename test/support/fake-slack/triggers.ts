import type { Workspace } from "./workspace.ts";

/** Trigger ids live three seconds and open one view. */
export interface Triggers {
  /** A new trigger for an act of a person. */
  issue(user: string): string;
  /** The person of a trigger, or Slack's error. */
  exchange(id: string): { readonly user: string } | { readonly error: string };
}

/** Slack's rule: three seconds, once. */
export const createTriggers = (workspace: Workspace): Triggers => {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue: (user) => {
      const id = `${workspace.nextId("")}.${workspace.team}.${workspace.nextId("trigger")}`;
      issued.set(id, { user, at: workspace.now(), used: false });
      return id;
    },
    exchange: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: "invalid_trigger_id" };
      if (trigger.used) return { error: "exchanged_trigger_id" };
      if (workspace.now() - trigger.at > 3000) return { error: "expired_trigger_id" };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
};
