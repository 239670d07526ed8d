import type { DeskFault } from "../../desk/findings.ts";
import { deskFaultSentence } from "../../features/desk-checks/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { keyFor, type SetUpAnswers } from "./first-desk.ts";

/** What is wrong with the answers, by the name of the field. */
export type FieldFaults = Readonly<Record<string, readonly string[]>>;

/** What is wrong with the answers of the set-up: beside its fields, and what no field has. */
export interface SetUpFaults {
  readonly fields: FieldFaults;
  readonly elsewhere: readonly string[];
}

interface SetUpForm {
  readonly answers: SetUpAnswers;
  /** The names of the platforms that are switched on, by their keys. */
  readonly names: Readonly<Record<string, string>>;
  readonly viewer: Viewer;
}

/** The platform of the triage channel that a fault is about: the first, unless one was typed. */
const triagePlatform = ({ value }: DeskFault, { answers, names }: SetUpForm): string => {
  const typed = Object.keys(names).filter((each) => (answers.ids[each]?.triage ?? "") !== "");
  const written = value?.is === "written" ? value.text : "";
  return typed.find((each) => written.includes(`${each}:`)) ?? typed[0] ?? Object.keys(names)[0] ?? "";
};

/** The field that a fault of the first desk is about, and what to say there; null if no field has it. */
const fieldFault = (fault: DeskFault, form: SetUpForm): readonly [name: string, text: string] | null => {
  const say = sayIn(form.viewer.locale);
  const { path } = fault;
  const isEmpty = fault.value === null;
  const person = `people.${keyFor(form.answers.name)}.`;
  const platform = path.startsWith(person) ? path.slice(person.length) : "";
  if (path === "desk") return ["desk", say(isEmpty ? "fault.required" : "fault.text")];
  if (path === "timezone" || path === "calendars.office.timezone") return ["timezone", say("fault.zone")];
  if (path.startsWith("calendars.office.hours")) return ["closes", say("setUp.closesLater")];
  if (path === "people") return [`person.${Object.keys(form.names)[0] ?? ""}`, say("setUp.needsYou")];
  if (platform === "name") return ["name", say(isEmpty ? "fault.required" : "fault.text")];
  if (Object.hasOwn(form.names, platform))
    return [`person.${platform}`, say("fault.platformId", { platform: form.names[platform] ?? platform })];
  if (!path.startsWith("channels")) return null;
  const of = triagePlatform(fault, form);
  const isGiven = (form.answers.ids[of]?.triage ?? "") !== "";
  const text = isGiven ? say("fault.platformId", { platform: form.names[of] ?? of }) : say("setUp.needsTriage");
  return [`triage.${of}`, text];
};

/** Gives each fault of the first desk to the field of the set-up that it is about. */
export const setUpFaults = (faults: readonly DeskFault[], form: SetUpForm): SetUpFaults => {
  const fields: Record<string, string[]> = {};
  const elsewhere: string[] = [];
  for (const fault of faults) {
    const found = fieldFault(fault, form);
    if (found === null) {
      elsewhere.push(deskFaultSentence(fault, form.viewer.locale));
      continue;
    }
    const [name, text] = found;
    const texts = (fields[name] ??= []);
    if (!texts.includes(text)) texts.push(text);
  }
  return { fields, elsewhere };
};
