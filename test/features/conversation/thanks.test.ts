import { expect, test } from "vitest";
import { isThanks } from "../../../src/features/conversation/thanks.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

test.each([
  "Gracias",
  "¡Muchas gracias, Luis!",
  "muchísimas gracias por la ayuda 🙂",
  "OK, perfecto, gracias",
  "Mil gracias a todos.",
  "Muito obrigado pela vossa ajuda!",
  "Obrigada, Luis 🙂",
  "Tudo bem, agradeço",
  "thanks",
  "Thank you so much for your help!",
  "thx 👍🏽",
  "🙏",
  "Great, many thanks Ana",
  "👍",
  "👍🏽",
  "❤️",
  "🙇‍♂️ gracias",
  ":+1:",
  ":+1::skin-tone-3:",
  ":pray:",
  "thanks :pray:",
  "gracias :slightly_smiling_face:",
  "gracias @Luis",
  "gracias @luis.gil2",
  "@Oliver\u00A0Twist thanks 🙂!",
  "thanks @here",
])("%s is only a thank-you", (text) => {
  expect(isThanks(text, { ...sampleDesk, thanks: [] })).toBe(true);
});

test.each([
  "",
  "ok",
  "perfecto",
  "no, gracias",
  "não, obrigado",
  "Obrigado, mas continua a falhar",
  "Gracias, pero sigue sin ir",
  "Gracias. ¿Y el otro canal?",
  "thanks but it still fails",
  "thanks for nothing",
  "Thank you, please also check 2 more screens",
  "gracias por romper el vídeo",
  "It works",
  "¿Gracias?",
  "@Luis",
  "gracias @Luis pero sigue sin ir",
  "thanks @Luis, channel 3 is still down",
  "gracias @Luis?",
  "gracias, luis@acme.com tiene el mismo fallo",
  "gracias 🚨",
  ":sos:",
  "thanks?",
  `gracias ${"muchas ".repeat(40)}`,
])("%s is more than a thank-you", (text) => {
  expect(isThanks(text, { ...sampleDesk, thanks: [] })).toBe(false);
});

test("a desk may add words of its own", () => {
  expect(isThanks("Moltes gràcies", { ...sampleDesk, thanks: [] })).toBe(false);
  expect(isThanks("Moltes gràcies", { ...sampleDesk, thanks: ["moltes gràcies"] })).toBe(true);
});
