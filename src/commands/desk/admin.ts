import { makeSignInLink } from "../../web/access/sessions.ts";
import { localAddress, originOf } from "../../web/security.ts";
import { clockFor } from "../../clock.ts";
import { readDesk } from "../../db/desk-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import type { Person } from "../../desk/desk.ts";
import { readDeskDocument } from "../../desk/read-desk-file.ts";
import { deskDocument } from "../../desk/schema.ts";
import { bare } from "../../text/similar-words.ts";
import { applyDesk } from "../../tickets/execute/apply-desk.ts";
import { operatorName } from "./operator-name.ts";
import { complainOf } from "./desk-file.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { withDatabase } from "./terminal.ts";

/** The people whom a word names: by key, by name, or by a word of the name. */
const named = (typed: string, people: readonly Person[]): readonly Person[] => {
  const word = bare(typed);
  const exact = people.filter(({ key, name }) => bare(key) === word || bare(name) === word);
  return exact.length > 0 ? exact : people.filter(({ name }) => bare(name).split(" ").includes(word));
};

/** The document in force with the role admin for a person. */
const withAdmin = (current: unknown, { key }: Person): unknown => {
  const document = deskDocument.parse(current);
  const person = document.people?.[key];
  if (person === undefined || person.roles.includes("admin")) return document;
  return { ...document, people: { ...document.people, [key]: { ...person, roles: [...person.roles, "admin"] } } };
};

/**
 * Gives a person of the desk the role admin, and prints a link that signs them in to the web desk once. For an operator whose
 * administrators have left, or cannot reach the bot. Returns the exit code.
 */
export const makeAdmin = (terminal: Terminal, typed: string): Promise<number> =>
  withDatabase(terminal, async (database, env) => {
    const stored = await readDesk(database.db);
    if (stored === null)
      return printProblems(terminal, "There is no desk yet. Start Plazo: it prints a link that sets the desk up.");
    const found = named(typed, Object.values(deskOf(stored.document, stored.version, stored.former).people));
    const [person] = found;
    const [identity] = person?.identities ?? [];
    if (person === undefined) return printProblems(terminal, `The desk names no person ${typed}.`);
    if (found.length > 1)
      return printProblems(terminal, `${typed} may be one of ${found.map(({ key }) => key).join(", ")}: name the key.`);
    if (identity === undefined)
      return printProblems(
        terminal,
        `${person.name} has no id on a platform, so Plazo can make no sign-in link for them.`,
      );
    const { now } = await clockFor(env, database);
    const applied = await applyDesk(
      database,
      (current, former) => readDeskDocument(withAdmin(current, person), current, { former }),
      now(),
      { source: "command", author: operatorName() },
    );
    if (!applied.ok) return complainOf(terminal, "The desk with this administrator", applied.faults);
    const { origin } = originOf(env.publicUrl ?? localAddress(env.host, env.port));
    const link = `${origin}${await makeSignInLink(database.db, identity, now())}`;
    return say(
      terminal,
      applied.changed ? `${person.name} is admin in version ${applied.version}.` : `${person.name} is admin already.`,
      ...(env.deskFile !== null && applied.changed
        ? [`The next start applies ${env.deskFile} again: add the role admin there as well.`]
        : []),
      "This link signs them in to the web desk once, in the next ten minutes:",
      link,
    );
  });
