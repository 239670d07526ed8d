import type { Instant } from "../../../src/sla/instant.ts";
import { randomUUID } from "node:crypto";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";

/** A form with what a person typed into it, to be opened again. */
export interface Draft {
  readonly form: Form;
  readonly errors: FieldErrors;
}

/**
 * Remembers opened forms and what was typed. Discord closes a form before Plazo can report its errors. Drafts are kept
 * in memory for a quarter of an hour, because they belong to no ticket yet.
 */
export interface Drafts {
  opened(by: UserRef, form: Form): void;
  /** Keeps a submission. Returns the id by which it is opened again; null if the form is unknown. */
  keep(by: UserRef, action: string, values: Readonly<Record<string, string>>, errors: FieldErrors): string | null;
  take(by: UserRef, id: string): Draft | null;
}

const lifetime = 15 * 60_000;
const most = 1_000;

const trim = (map: Map<string, unknown>): void => {
  if (map.size > most) for (const oldest of map.keys()) return void map.delete(oldest);
};

/** Creates an empty store. */
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
