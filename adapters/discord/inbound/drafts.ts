import type { Instant } from "../../../src/sla/instant.ts";
import { randomUUID } from "node:crypto";
import type { FieldErrors, Form } from "../../../src/chat/form.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { dropOldest } from "../../../src/chat/bounded-map.ts";

/** A form with what a person typed into it, to be opened again. */
export interface Draft {
  readonly form: Form;
  readonly errors: FieldErrors;
  /**
   * The key of the submission that could not be confirmed as stored. The next submission gets the same key, because the first
   * one may be stored after all, also if the person first corrects a field. Null if it was not to be stored.
   */
  readonly key: string | null;
}

/** What a person submitted. */
export interface Submitted {
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly key: string | null;
}

/**
 * Remembers opened forms and what was typed. Discord closes a form before Plazo can report its errors. Drafts are kept
 * in memory for a quarter of an hour, because they belong to no ticket yet.
 */
export interface Drafts {
  opened(by: UserRef, form: Form): void;
  /** Keeps a submission. Returns the id by which it is opened again; null if the form is unknown. */
  keep(by: UserRef, submitted: Submitted): string | null;
  /** Opens the form of a draft again. */
  take(by: UserRef, id: string): Draft | null;
  /** The key of the submission that the open form repeats; null if it repeats none. */
  repeats(by: UserRef, action: string): string | null;
  /** A submission with this key is stored, so its draft must not be sent again. */
  stored(by: UserRef, key: string): void;
}

const lifetime = 15 * 60_000;
const most = 1_000;

/** Creates an empty store. */
export const createDrafts = (now: () => Instant): Drafts => {
  const forms = new Map<string, { readonly form: Form; readonly key: string | null }>();
  const drafts = new Map<string, Draft & { readonly until: Instant }>();
  const open = (by: UserRef, form: Form, key: string | null): void => {
    forms.delete(`${by} ${form.action}`);
    forms.set(`${by} ${form.action}`, { form, key });
    dropOldest(forms, most);
  };
  return {
    opened: (by, form) => open(by, form, null),
    keep: (by, { action, values, errors, key }) => {
      const opened = forms.get(`${by} ${action}`);
      if (opened === undefined) return null;
      const { form } = opened;
      const id = randomUUID().slice(0, 13);
      const fields = form.fields.map((field) => ({ ...field, initial: values[field.name] ?? field.initial }));
      drafts.set(`${by} ${id}`, { form: { ...form, fields }, errors, key: key ?? opened.key, until: now() + lifetime });
      dropOldest(drafts, most);
      return id;
    },
    take: (by, id) => {
      const draft = drafts.get(`${by} ${id}`);
      if (draft === undefined || draft.until <= now()) return null;
      open(by, draft.form, draft.key);
      return draft;
    },
    repeats: (by, action) => forms.get(`${by} ${action}`)?.key ?? null,
    stored: (by, key) => {
      for (const [id, draft] of drafts) if (draft.key === key && id.startsWith(`${by} `)) drafts.delete(id);
      for (const [id, { form, key: repeated }] of forms)
        if (repeated === key && id.startsWith(`${by} `)) forms.set(id, { form, key: null });
    },
  };
};
