import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", { ...promisingDesk, reopen: { days: 7, ms: 0 } });
  await world.opens();
});
afterEach(() => world.stop());

const carla = () => world.slack.user("U0CARLA");
const thread = () => ({ thread: world.conversation().ts });
const inside = (): string => world.thread(world.card()).at(-1)?.text ?? "";
const rich = (...elements: readonly { readonly [key: string]: unknown }[]) => [
  { type: "rich_text", elements: [{ type: "rich_text_section", elements }] },
];

test("a thumbs-up and a mention below a resolved ticket are a thank-you", async () => {
  await world.slack.user("U0LUIS").writes("C0ACME", "Hecho", thread());
  await world.slack.user("U0LUIS").presses(world.card(), "resolve");
  await world.settle();
  await world.pass(30);
  const blocks = rich({ type: "emoji", name: "+1", unicode: "1f44d" });
  await carla().writes("C0ACME", ":+1:", { ...thread(), blocks });
  await carla().writes("C0ACME", "gracias <@U0LUIS>", { ...thread(), raw: true });
  await world.settle();
  expect((await world.ticket()).status).toBe("resolved");
  expect(inside()).toMatch(/gracias @luis/i);
});

test("the team reads the names of people and of the author's channels, and a fallback for all others", async () => {
  await carla().writes("C0ACME", "cc <@U0LUIS> <#C0ACME|> <#C0TRIAGE|> <@U0NOBODY1> <#C0NOWHERE|> :fire:", {
    ...thread(),
    raw: true,
  });
  await world.settle();
  expect(inside()).toMatch(/[Cc]c @luis\S* #acme #C0TRIAGE @unknown #C0NOWHERE 🔥/);
});

test("a file of another workspace is judged by what Slack's API says of it", async () => {
  await carla().writes("C0ACME", "", {
    ...thread(),
    files: [
      { name: "facturas-enero.pdf", content: "%PDF", type: "application/pdf", external: true },
      { name: "instalar.exe", content: "MZ", type: "application/x-msdownload", external: true },
    ],
  });
  await world.settle();
  const [pdf, program] = (await world.messages()).flatMap(({ files }) => files);
  expect(pdf).toMatchObject({ name: "facturas-enero.pdf", rejectedBecause: null });
  expect(program).toMatchObject({ name: "instalar.exe", rejectedBecause: "program" });
});

describe("a forwarded message", () => {
  const forwarded = {
    is_share: true,
    is_msg_unfurl: true,
    author_name: "Bob",
    text: "Error 502 :fire:\nsince nine",
  };
  const quote = "↪ Fwd (Bob): Error 502 🔥\n> since nine";

  test("in the ticket's thread is quoted with its author, with a comment and without one", async () => {
    await carla().writes("C0ACME", "", { ...thread(), attachments: [forwarded] });
    await world.settle();
    expect((await world.ticket()).lastCustomerMessage?.text).toBe(quote);
    expect(inside()).toMatch(/Fwd \(Bob\): Error 502 🔥/);
    await carla().writes("C0ACME", "mirad", { ...thread(), attachments: [forwarded] });
    await world.settle();
    expect((await world.ticket()).lastCustomerMessage?.text).toBe(`mirad\n${quote}`);
  });

  test("alone in a direct message opens a ticket with its text, and its file is copied", async () => {
    world.slack.dm("U0SAM");
    const file = { id: "F0LOG", name: "error.txt", mimetype: "text/plain", size: 3 };
    const wrote = await world.slack
      .user("U0SAM")
      .writes("D0SAM", "", { attachments: [{ ...forwarded, files: [file] }] });
    await world.settle();
    expect(await world.ticket(1002)).toMatchObject({
      title: "↪ Fwd (Bob): Error 502 🔥",
      description: quote,
      requester: { user: "slack:U0SAM" },
      source: { how: "direct" },
    });
    expect((await world.messages(1002)).flatMap(({ files }) => files)).toMatchObject([{ name: "error.txt" }]);
    await world.slack
      .user("U0SAM")
      .writes("D0SAM", "", { thread: wrote.ts, attachments: [{ ...forwarded, text: "Error 503" }] });
    await world.settle();
    expect((await world.ticket(1002)).lastCustomerMessage?.text).toBe("↪ Fwd (Bob): Error 503");
  });

  test("becomes a ticket by 🎫, by the message's own menu and by a mention", async () => {
    await carla().reacts(await carla().writes("C0ACME", "", { attachments: [forwarded] }));
    await world.settle();
    expect(await world.ticket(1002)).toMatchObject({ description: quote, requester: { user: "slack:U0CARLA" } });
    await carla().picks(await carla().writes("C0ACME", "", { attachments: [forwarded] }));
    expect(carla().seesForm()?.initial).toMatchObject({ description: quote });
    carla().closesForm();
    await carla().writes("C0ACME", "<@U0PLAZO>", { raw: true, mention: true, attachments: [forwarded] });
    await world.settle();
    expect(await world.ticket(1003)).toMatchObject({ description: quote, source: { how: "mentioned" } });
  });

  test("is not confused with a preview of a web page, which opens nothing by itself", async () => {
    world.slack.dm("U0SAM");
    const preview = { from_url: "https://a.example/", title: "A page", text: "words of the page", id: 1 };
    await world.slack.user("U0SAM").writes("D0SAM", "", { attachments: [preview] });
    await carla().writes("C0ACME", "mirad https://a.example/", { ...thread(), attachments: [preview] });
    await world.settle();
    await expect(world.ticket(1002)).rejects.toThrow("no ticket");
    expect((await world.ticket()).lastCustomerMessage?.text).toBe("mirad https://a.example/");
  });
});
