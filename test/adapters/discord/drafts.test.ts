import { expect, test } from "vitest";
import { createDrafts } from "../../../adapters/discord/inbound/drafts.ts";
import type { Form } from "../../../src/chat/form.ts";
import { encodeAction } from "../../../src/chat/action.ts";

const carla = "discord:210000000000000001";
const action = encodeAction("submit-ticket");
const form: Form = { action, title: "Ticket", submit: "Open", cancel: "Cancel", fields: [] };

test("a form that may be stored keeps its first key, also over a try with a wrong field, until it is stored", () => {
  const drafts = createDrafts(() => 0);
  drafts.opened(carla, form);
  const again = (key: string | null, errors = {}): void => {
    const id = drafts.keep(carla, { action, values: {}, errors, key });
    expect(drafts.take(carla, id ?? "")).not.toBeNull();
  };
  expect(drafts.repeats(carla, action)).toBeNull();
  again(null, { title: "too long" });
  expect(drafts.repeats(carla, action)).toBeNull();
  again("discord:i:1");
  again(null, { title: "too long" });
  expect(drafts.repeats(carla, action)).toBe("discord:i:1");
  drafts.stored(carla, "discord:i:1");
  expect(drafts.repeats(carla, action)).toBeNull();
  drafts.opened(carla, form);
  expect(drafts.repeats(carla, action)).toBeNull();
});
