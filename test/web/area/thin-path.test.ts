import { afterEach, beforeEach, expect, test } from "vitest";
import { sayIn } from "../../../src/i18n/say.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop());

test("a contact opens a ticket in the client area, an agent answers it in Slack, and the answer is there and in the mail", async () => {
  const nuria = await area.invited("nuria@acme.example");
  expect(await nuria.page("/area")).toContain("Nuestros tickets");
  const form = await nuria.page("/area/new");
  const opened = await nuria.press(
    form,
    /<button class="button primary" type="submit">([^<]+)</.exec(form)?.[1] ?? "",
    {
      "answer.title": "El vídeo no se ve",
      "answer.severity": "high",
      "answer.description": "No se reproduce nada.",
    },
  );
  expect(opened.headers.get("location")).toBe("/area/tickets/1001?opened=yes");
  expect(await world.ticket()).toMatchObject({ account: "acme", conversation: { kind: "person" } });
  expect(await nuria.page("/area")).toContain("El vídeo no se ve");

  await world.slack.user("U0LUIS").presses(world.card(), "reply");
  await world.slack.user("U0LUIS").submits({ text: "Ya está arreglado." });
  await world.settle();
  expect(await nuria.page("/area/tickets/1001")).toContain("Ya está arreglado.");
  const mail = area.mails.at(-1);
  expect(mail?.to).toBe("email:nuria@acme.example");
  expect(JSON.stringify(mail?.card)).toContain("Ya está arreglado.");
  expect(JSON.stringify(mail?.card)).toContain("http://127.0.0.1:3000/area/tickets/1001");

  const page = await nuria.page("/area/tickets/1001");
  const sent = await nuria.press(page, "Enviar", { text: "Muchas gracias, pero sigue igual." });
  expect(sent.headers.get("location")).toBe("/area/tickets/1001");
  expect(await nuria.page("/area/tickets/1001")).toContain("Muchas gracias, pero sigue igual.");
  const below = world.thread(world.card()).map((message) => JSON.stringify(message));
  expect(below.some((text) => text.includes("Muchas gracias, pero sigue igual."))).toBe(true);
});

test("a contact reads the articles of the manual before a ticket opens, and opens it if they do not help", async () => {
  const article = { title: "El vídeo no arranca", url: "https://docs.example.com/video", keywords: ["vídeo"] };
  await world.applies({ ...sampleDesk, articles: [{ ...article, locale: "es" }] });
  const nuria = await area.invited("nuria@acme.example");
  const asks = async (): Promise<string> => {
    const answer = await nuria.press(await nuria.page("/area/new"), "Abrir ticket", {
      "answer.title": "El vídeo no se ve",
      "answer.severity": "low",
      "answer.description": "No se reproduce nada.",
    });
    return answer.text();
  };
  const say = sayIn("es");
  const offer = await asks();
  expect(offer).toContain(`<a href="${article.url}" rel="noreferrer noopener">${article.title}</a>`);
  await nuria.press(offer, say("offer.solved"));
  await world.pass(10);
  await expect(world.ticket()).rejects.toThrow("no ticket");

  const opened = await nuria.press(await asks(), say("offer.openAnyway"));
  expect(opened.headers.get("location")).toBe("/area/tickets/1001?opened=yes");
  expect(await nuria.page("/area/tickets/1001")).toContain("El vídeo no se ve");
});

test("a contact writes on a ticket of their company that lives in Slack: the team and the customer's channel read it", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  const page = await nuria.page("/area/tickets/1001");
  expect(page).toContain("No se reproduce nada desde las diez.");
  await nuria.press(page, "Enviar", { text: "Ahora tampoco en el móvil." });
  const inChannel = world
    .thread(world.conversation())
    .filter(({ text }) => text.includes("Ahora tampoco en el móvil."));
  expect(inChannel.map(({ text }) => text.includes("nuria"))).toEqual([true]);
  const inTriage = world.thread(world.card()).filter(({ text }) => text.includes("Ahora tampoco en el móvil."));
  expect(inTriage).toHaveLength(1);
  await world.slack.user("U0LUIS").presses(world.card(), "reply");
  await world.slack.user("U0LUIS").submits({ text: "Lo miramos." });
  await world.settle();
  expect(await nuria.page("/area/tickets/1001")).toContain("Lo miramos.");
});
