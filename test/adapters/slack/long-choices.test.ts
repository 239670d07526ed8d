import { expect, it } from "vitest";
import { renderForm } from "../../../adapters/slack/outbound/render-form.ts";
import { stringsOf } from "../../cards/samples/strings-of.ts";

const blocksOf = (...descriptions: readonly string[]) =>
  renderForm(
    {
      action: "submit-ticket",
      title: "New ticket",
      submit: "Open",
      cancel: "Cancel",
      fields: [
        {
          kind: "radio",
          name: "severity",
          label: "How bad is it?",
          required: true,
          choices: descriptions.map((description, index) => ({
            value: `v${index}`,
            label: `Choice ${index}`,
            description,
          })),
          initial: "",
        },
      ],
    },
    "",
  ).blocks;

it("shows descriptions that fit beside the choices, and none below", () => {
  const blocks = blocksOf("x".repeat(75), "short");
  expect(blocks.map(({ type }) => type)).toEqual(["input"]);
  expect(stringsOf(blocks)).toContain("x".repeat(75));
});

it("shows a description that Slack would cut below the question, with the name of its choice", () => {
  const long = `${"word ".repeat(19)}end`;
  const [question, below] = blocksOf(long, "short");
  expect(stringsOf(question)).toContain(`${long.slice(0, 74)}…`);
  const text = stringsOf(below).join("");
  expect(text).toContain(long);
  expect(text).toContain("Choice 0");
  expect(text).not.toContain("short");
});
