import { describe, expect, test } from "vitest";
import { renderForm as onDiscord } from "../../../adapters/discord/outbound/render-form.ts";
import { renderForm as onSlack } from "../../../adapters/slack/outbound/render-form.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { Form } from "../../../src/chat/form.ts";
import type { Desk, Locale } from "../../../src/desk/desk.ts";
import { helpCard } from "../../../src/features/help/index.ts";
import { lowerForm } from "../../../src/features/severity/lower-form.ts";
import { severityMeans } from "../../../src/features/severity/index.ts";
import { subcommands } from "../../../src/features/surface.ts";
import { triageCard } from "../../../src/features/ticket-cards/index.ts";
import { severities } from "../../../src/sla/severity.ts";
import { asked } from "../../cards/samples/every-form.ts";
import { audience, desk, noPlaces, ticket } from "../../cards/samples/sample.ts";
import { stringsOf } from "../../cards/samples/strings-of.ts";

/** A vendor's text, as long as a desk file allows. */
const longest = (locale: Locale, severity: string): string => `${locale} ${severity} `.padEnd(99, "wörd ") + "!";
const inItsWords = (severity: string) => ({
  en: longest("en", severity),
  es: longest("es", severity),
  pt: longest("pt", severity),
});
const vendor: Desk = {
  ...desk,
  severityMeans: {
    critical: inItsWords("critical"),
    high: inItsWords("high"),
    medium: inItsWords("medium"),
    low: { en: "Looks", es: "Aspecto", pt: "Aparência" },
  },
};

const severityField = (form: Form) => {
  const found = form.fields.find(({ name }) => name === "severity");
  if (found?.kind !== "radio") throw new Error("no question for the severity");
  return found;
};

/** The text that staff read before they press a severity. */
const confirms = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? part.buttons.flatMap((button) =>
          "action" in button && button.action.startsWith("severity ") && button.confirm !== undefined
            ? [button.confirm.text]
            : [],
        )
      : [],
  );

describe.each(audience)("what a severity means, in $locale,", (viewer) => {
  test.each<[string, Desk]>([
    ["in Plazo's words", desk],
    ["in the vendor's longest words", vendor],
  ])("stands whole in the form on both platforms, with its targets: %s", (_, of) => {
    const form = asked("slack:U0CARLA", "slack:C0ACME", "", of, viewer);
    const { choices } = severityField(form);
    expect(choices.map(({ value }) => value)).toEqual(severities);
    const slack = stringsOf(onSlack(form, "").blocks).join("\n");
    const discord = stringsOf(onDiscord(form).components);
    for (const { value, label, description } of choices) {
      const means = severityMeans(value as (typeof severities)[number], of, viewer);
      expect(description).toBe(means);
      expect(slack).toContain(means);
      expect(discord).toContain(means);
      expect(slack).toContain(label);
      expect(discord).toContain(label);
    }
  });

  test("in Plazo's own text fits beside each choice on Slack, in this language", () => {
    for (const severity of severities) {
      const means = severityMeans(severity, desk, viewer);
      expect([means, means.length <= 75, means.length > 0]).toEqual([means, true, true]);
      expect(means).not.toContain("severityMeans");
    }
  });

  test("stands in the help, and in the forms in which staff change a severity", () => {
    for (const is of ["customer", "staff"] as const) {
      const help = stringsOf(helpCard(subcommands, { desk: vendor, is, viewer, unknown: null }));
      for (const severity of severities) expect(help.join("")).toContain(severityMeans(severity, vendor, viewer));
    }
    expect(stringsOf(lowerForm(1042, "low", vendor, viewer).notice).join("")).toContain(
      severityMeans("low", vendor, viewer),
    );
    const raised = confirms(triageCard({ ticket, messages: [] }, vendor, noPlaces, viewer));
    const others = severities.filter((each) => each !== ticket.sla.claimedSeverity);
    expect(raised).toHaveLength(others.length);
    for (const severity of others)
      expect(raised.filter((text) => text.includes(severityMeans(severity, vendor, viewer)))).toHaveLength(1);
    // Slack takes 300 characters.
    for (const text of raised) expect([text, text.length <= 300]).toEqual([text, true]);
  });
});

test("the form names the time in each severity's own calendar", () => {
  const standard = desk.plans["standard"];
  if (standard === undefined) throw new Error("no such plan");
  const { critical } = standard.terms;
  const roundTheClock: Desk = {
    ...desk,
    plans: {
      ...desk.plans,
      standard: { ...standard, terms: { ...standard.terms, critical: { ...critical, calendar: "always" } } },
    },
  };
  const { choices } = severityField(asked("slack:U0NEW", "slack:C0NORTH", "", roundTheClock));
  expect(choices.slice(0, 2).map(({ label }) => label)).toEqual([
    "Critical: first answer within 1 hour, day and night",
    "High: first answer within 4 working hours",
  ]);
});
