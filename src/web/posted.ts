import { createHash, randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Form } from "../chat/form.ts";
import { formTokenOf, isSameSecret } from "./access/tokens.ts";
import type { Act, Acting } from "./acting.ts";
import type { FileRef } from "../tickets/refs.ts";
import type { WebEnv } from "./deps.ts";
import { answerPrefix } from "./render/form-fields.ts";
import { readForm, type SentFile } from "./read-form.ts";
import { ownPath } from "./security.ts";

/** The request behind a form of ours. */
export interface Posted {
  /** The last value of each field. */
  readonly values: ReadonlyMap<string, string>;
  /** All values of a field, as boxes that were ticked have. */
  all(name: string): readonly string[];
  /** The files that were chosen. A browser sends an empty one without a name if none was. */
  readonly files: readonly SentFile[];
  readonly back: string;
  readonly key: string;
}

/**
 * The key of what a person sent with a form. Sending the same form with the same answers again acts once. A person who goes
 * back and changes an answer or a file does something else, although the form carries the same hidden key.
 */
const actKey = (values: ReadonlyMap<string, string>, files: readonly SentFile[]): string => {
  if (!values.has("key")) return randomUUID();
  const answers = JSON.stringify([...values].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const hash = createHash("sha256").update(answers);
  for (const { name, type, bytes } of files) hash.update(JSON.stringify([name, type, bytes.byteLength])).update(bytes);
  return hash.digest("base64url").slice(0, 32);
};

/**
 * The fields of a form that we drew for the browser with this cookie; null if the form came from elsewhere. `home`: where
 * to return if the form does not name a path of ours.
 */
export const readPosted = async (
  context: Context<WebEnv>,
  cookie: string,
  home: "/desk" | "/area",
): Promise<Posted | null> => {
  const { fields, files: sent } = await readForm(context.req.raw);
  const values = new Map(fields);
  const files = sent.filter(({ name, bytes }) => name !== "" || bytes.byteLength > 0);
  if (!isSameSecret(values.get("token") ?? "", formTokenOf(cookie))) return null;
  return {
    values,
    all: (name) => fields.flatMap(([each, value]) => (each === name ? [value] : [])),
    back: ownPath(values.get("back"), home),
    files,
    key: actKey(values, files),
  };
};

type Person = Pick<Act, "person" | "name" | "place">;

/** What a person did with a button, or with a form of the desk. `files`: those of the form, once they are judged. */
export const actOf = ({ values, key }: Posted, person: Person, files: readonly FileRef[] = []): Act => {
  const common = { ...person, key, action: values.get("action") ?? "" };
  const quote = values.get("quote");
  if (values.get("kind") !== "submit") return { ...common, kind: "press", ...(quote === undefined ? {} : { quote }) };
  const answers = [...values].flatMap(([name, value]) =>
    name.startsWith(answerPrefix) ? [[name.slice(answerPrefix.length), value] as const] : [],
  );
  return { ...common, kind: "submit", values: Object.fromEntries(answers), files };
};

/** The action whose button opened the form that was sent. */
export const openerOf = ({ values }: Posted): string => values.get("opener") ?? "";

/** The form that was sent, with what was typed into it; null if its button opens none now. */
export const formAgain = (posted: Posted, person: Person, { formOf }: Pick<Acting, "formOf">): Form | null => {
  const form = formOf({ ...person, kind: "press", key: randomUUID(), action: openerOf(posted) });
  return (
    form && {
      ...form,
      fields: form.fields.map((field) => ({
        ...field,
        initial: posted.values.get(`${answerPrefix}${field.name}`) ?? field.initial,
      })),
    }
  );
};
