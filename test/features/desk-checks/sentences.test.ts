import { describe, expect, test } from "vitest";
import { expectationKeys } from "../../../src/desk/expectation.ts";
import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import { deskWarnings } from "../../../src/desk/checks/warnings.ts";
import { deskFaultSentence } from "../../../src/features/desk-checks/index.ts";
import { deskLossSentence, deskWarningSentence } from "../../../src/features/desk-warnings/index.ts";
import { en } from "../../../src/i18n/say.ts";

const faulty = `
locale: xx
undo: 1
langage: es
calendars: { office: { timezone: Madrid, hours: { lun: ["9:00-18:00"] }, holidays: x } }
plans: { basic: { calendar: nothing, targets: { critical: { firstResponse: soon } } } }
reminders: [{ at: 90%, tell: [ghost] }, { at: 50% }]
people: { ana: { name: Ana, roles: [], slack: "no id", prefers: discord, deputy: ana, email: x } }
accounts: { acme: { name: "", plan: gold, channels: slack } }
replies: { hi: { title: "", text: "Hello {nobody}" } }
areas: { player: {} }
manual: { url: x, articles: [{ title: A }] }
limits: { tickets: { person: 0 } }
`;

const faultsOf = (text: string) => {
  const reading = readDeskFile(text);
  return reading.ok ? [] : reading.faults;
};

test("everything that a check expects has words, and no words are left over", () => {
  const keys = Object.keys(en).flatMap((key) => (key.startsWith("expected.") ? [key.slice("expected.".length)] : []));
  expect(["platformId", ...keys].toSorted()).toEqual([...expectationKeys].toSorted());
});

test("every fault says what was expected, and none has the words of the schema library", () => {
  const keys = faultsOf(faulty).map(({ expected }) => expected.key);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys).not.toContain("other");
});

describe("in the language of the person", () => {
  const said = (locale: "es" | "pt") => faultsOf(faulty).map((fault) => deskFaultSentence(fault, locale));

  test("a fault names its place, its value and what was expected", () => {
    expect(said("es")).toEqual(
      expect.arrayContaining([
        'línea 2: locale es "xx"; se esperaba: uno de estos: es, en, pt.',
        expect.stringMatching(
          /^línea 4: langage es "es"; se esperaba: una de las claves .*\(¿querías decir locale\?\)\.$/,
        ),
        expect.stringMatching(/people\.ana\.slack es "no id"; se esperaba: un ID de miembro de Slack/),
      ]),
    );
    expect(said("pt")).toContainEqual(
      expect.stringMatching(
        /^linha 10: replies\.hi\.text é "Hello \{nobody\}"; esperava-se: um texto sem outros marcadores .*\(tem \{nobody\}\)\.$/,
      ),
    );
  });

  test("no fault has English words", () => {
    for (const sentence of [...said("es"), ...said("pt")])
      expect([sentence, /\b(?:expected|such as|at least|the|which|one of)\b/.test(sentence)]).toEqual([
        sentence,
        false,
      ]);
  });

  test("a warning and a loss do, too", () => {
    const desk = `
channels: { triage: "slack:C1" }
calendars: { office: { timezone: Europe/Madrid, hours: { mon-fri: ["09:00-18:00"] } } }
plans: { basic: { calendar: office } }
people: { ana: { name: Ana, roles: [manager], slack: U1, quiet: "12:00-13:00" } }
accounts: { acme: { name: Acme, plan: basic, manager: ana } }`;
    const reading = readDeskFile(desk);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const warnings = deskWarnings(reading.document, null, "2026-01-12");
    const inSpanish = warnings.map((each) => deskWarningSentence(each, "es"));
    expect(inSpanish[0]).toMatch(/^de lunes a viernes, entre las 12:00 y las 13:00, ninguna persona .* gravedad/);
    const now = readDeskFile(desk.replace("roles: [manager]", "roles: [agent]"), reading.document);
    const losses = now.ok ? now.removed.losses.map((each) => deskLossSentence(each, "pt")) : [];
    expect(losses).toEqual(["Ana deixa de ser gerente de conta"]);
  });
});
