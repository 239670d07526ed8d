import type { Instant } from "../../../src/sla/instant.ts";
import { randomUUID } from "node:crypto";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";

/** A form with what somebody typed into it, to be opened again. */
export interface Draft {
  readonly form: Form;
  readonly errors: FieldErrors;
}

/**
 * Discord closes a form before we can say what was wrong in it. So each opened form is remembered, and what was typed is
 * kept for a quarter of an hour: in memory only, since it is nobody's ticket yet.
 */
export interface Drafts {
  opened(by: UserRef, form: Form): void;
  /** Keeps a submission; returns the name to open it by, and the form where we still know it. */
  keep(by: UserRef, action: string, values: Readonly<Record<string, string>>, errors: FieldErrors): string | null;
  take(by: UserRef, id: string): Draft | null;
}

const lifetime = 15 * 60_000;
const most = 1_000;

const trim = (map: Map<string, unknown>): void => {
  if (map.size > most) for (const oldest of map.keys()) return void map.delete(oldest);
};

/** An empty drawer. */
export const createDrafts = (now: () => Instant): Drafts => {
  const forms = new Map<string, Form>();
  const drafts = new Map<string, Draft & { readonly until: Instant }>();
  return {
    opened: (by, form) => {
      forms.delete(`${by} ${form.action}`);
      forms.set(`${by} ${form.action}`, form);
      trim(forms);
    },
    keep: (by, action, values, errors) => {
      const form = forms.get(`${by} ${action}`);
      if (form === undefined) return null;
      const id = randomUUID().slice(0, 13);
      const fields = form.fields.map((field) => ({ ...field, initial: values[field.name] ?? field.initial }));
      drafts.set(`${by} ${id}`, { form: { ...form, fields }, errors, until: now() + lifetime });
      trim(drafts);
      return id;
    },
    take: (by, id) => {
      const draft = drafts.get(`${by} ${id}`);
      return draft === undefined || draft.until <= now() ? null : draft;
    },
  };
};
