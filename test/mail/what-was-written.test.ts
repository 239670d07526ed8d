import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whatWasWritten } from "../../src/mail/reading/what-was-written.ts";

const quoted = "\n> Which player is it?\n> \n> Ana";

describe("what was written, without history and signature", () => {
  test.each<readonly [string, string, string]>([
    [
      "Gmail in English",
      `It works.\n\nOn Mon, Aug 3, 2026 at 10:00 AM Ana <ana@example.com> wrote:\n${quoted}`,
      "It works.",
    ],
    [
      "Gmail, folded",
      `It works.\n\nOn Mon, Aug 3, 2026 at 10:00 AM Example Support\n<support+t-1.abc@example.com> wrote:\n${quoted}`,
      "It works.",
    ],
    [
      "Gmail in Spanish",
      `Ya va.\n\nEl lun, 3 ago 2026 a las 10:00, Ana (<ana@example.com>) escribió:\n${quoted}`,
      "Ya va.",
    ],
    [
      "Gmail in Portuguese",
      `Já foi.\n\nEm seg., 3 de ago. de 2026 às 10:00, Ana <ana@example.com> escreveu:\n${quoted}`,
      "Já foi.",
    ],
    [
      "Apple Mail in Spanish",
      `Ya va.\n\n> El 3 ago 2026, a las 10:00, Ana <ana@example.com> escribió:\n> \n> Hola`,
      "Ya va.",
    ],
    [
      "a signature below the history",
      `Ya va.\n\nEl lun, 3 ago 2026 a las 10:00, Ana (<ana@example.com>) escribió:\n${quoted}\n\n-- \nCarla Roca\nAcme TV`,
      "Ya va.",
    ],
    [
      "a phone's line below the history",
      `It works.\n\nOn Mon, Aug 3, 2026 at 10:00 AM Ana <ana@example.com> wrote:\n${quoted}\n\nSent from my iPhone`,
      "It works.",
    ],
    [
      "an answer below the history, with a signature",
      `On Mon, Aug 3, 2026 at 10:00 AM Ana <ana@example.com> wrote:\n${quoted}\n\nThe second.\n\n-- \nCarla`,
      `On Mon, Aug 3, 2026 at 10:00 AM Ana <ana@example.com> wrote:\n${quoted}\n\nThe second.`,
    ],
    [
      "Outlook",
      "It works.\n\nFrom: Ana <ana@example.com>\nSent: Monday, August 3, 2026 10:00\nTo: Carla\nSubject: Video\n\nHello",
      "It works.",
    ],
    [
      "Outlook in Spanish",
      "Ya va.\n\nDe: Ana <ana@example.com>\nEnviado el: lunes, 3 de agosto de 2026 10:00\nPara: Carla\nAsunto: Vídeo\n\nHola",
      "Ya va.",
    ],
    [
      "Outlook in Portuguese",
      "Já foi.\n\nDe: Ana <ana@example.com>\nEnviada em: segunda-feira, 3 de agosto de 2026 10:00\nPara: Carla\nAssunto: Vídeo\n\nOlá",
      "Já foi.",
    ],
    [
      "Outlook on the web",
      "It works.\n\n________________________________\nFrom: Ana <ana@example.com>\nSent: Monday\nTo: Carla\n\nHello",
      "It works.",
    ],
    ["an older Outlook", "It works.\n\n-----Original Message-----\nFrom: Ana\n\nHello", "It works."],
    ["an older Outlook in Spanish", "Ya va.\n\n-----Mensaje original-----\nDe: Ana\n\nHola", "Ya va."],
    ["Thunderbird", `It works.\n\nOn 8/3/26 10:00, Ana wrote:${quoted}`, "It works."],
    [
      "an iPhone",
      `It works.\n\nSent from my iPhone\n\n> On 3 Aug 2026, at 10:00, Ana <ana@example.com> wrote:\n> Hello`,
      "It works.",
    ],
    ["an iPhone in Spanish", "Ya va.\n\nEnviado desde mi iPhone", "Ya va."],
    ["an iPhone in Portuguese", "Já foi.\n\nEnviado do meu iPhone", "Já foi."],
    ["Outlook on a phone", "It works.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", "It works."],
    ["a signature", "It works.\n\n-- \nCarla Díaz\nAcme", "It works."],
    ["an answer above a signature that names mails", "It works.\n-- \nOn call: wrote:\nx", "It works."],
    [
      "answers between quotes",
      "On Mon, Ana <ana@example.com> wrote:\n> Which player?\nThe new one.\n> Since when?\nMonday.",
      "On Mon, Ana <ana@example.com> wrote:\n> Which player?\nThe new one.\n> Since when?\nMonday.",
    ],
    ["an answer below the quote", "> Which player?\n\nThe new one.", "> Which player?\n\nThe new one."],
    ["a mail of quotes alone", "> Which player?", "> Which player?"],
    ["a mail of a signature alone", "-- \nCarla", "-- \nCarla"],
    [
      "a forwarded mail without words",
      "From: Ana <ana@example.com>\nSent: Monday\nTo: Carla\n\nHello",
      "From: Ana <ana@example.com>\nSent: Monday\nTo: Carla\n\nHello",
    ],
    [
      "words that only look like history",
      "On Monday the player wrote: nothing.\nDe: nuevo no va\ny nada más.",
      "On Monday the player wrote: nothing.\nDe: nuevo no va\ny nada más.",
    ],
    ["a thank-you with a closing", "It works.\n\nBest regards,\nCarla", "It works.\n\nBest regards,\nCarla"],
    ["nothing", "", ""],
  ])("%s", (_, whole, written) => {
    expect(whatWasWritten(whole)).toBe(written);
  });

  test("it is always the beginning of the whole text, and never empty if the text is not", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "> quoted",
        "On Mon, Ana <a@b.cd> wrote:",
        "-- ",
        "De: Ana",
        "Enviado: hoy",
        "",
        "Sent from my iPhone",
        "words",
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const whole = lines.join("\n").replaceAll(/\r\n?/g, "\n").trim();
        const written = whatWasWritten(lines.join("\n"));
        return whole.startsWith(written) && (written !== "" || whole === "");
      }),
    );
  });

  test("a hostile text takes no time", () => {
    for (const each of ["> ", "On ", "On a\n", "De: a\n", "<", "_", "-- \n", "\n", "On <a@b.c ", ">"]) {
      const text = each.repeat(100_000 / each.length);
      const began = performance.now();
      whatWasWritten(text);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
