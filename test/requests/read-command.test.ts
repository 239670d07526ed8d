import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sayIn } from "../../src/i18n/say.ts";
import { subcommands } from "../../src/features/surface.ts";
import { typedCommand } from "../support/typed-command.ts";

type TypedCommand = ReturnType<typeof typedCommand>;

const table: readonly (readonly [text: string, typed: TypedCommand])[] = [
  ["", { say: "open", title: "" }],
  ["   ", { say: "open", title: "" }],
  ["Video is down", { say: "open", title: "Video is down" }],
  ["  Video \n is\tdown\u0000 ", { say: "open", title: "Video is down" }],
  ["new", { say: "open", title: "" }],
  ["new Video is down", { say: "open", title: "Video is down" }],
  ["nuevo No hay vídeo", { say: "open", title: "No hay vídeo" }],
  ["list", { say: "list", words: [] }],
  ["LIST Mine", { say: "list", words: ["Mine"] }],
  ["lista míos", { say: "list", words: ["míos"] }],
  ["novo Sem vídeo", { say: "open", title: "Sem vídeo" }],
  ["fechar 1042", { say: "close", number: 1042 }],
  ["histórico 7", { say: "history", number: 7 }],
  ["transcrição 7", { say: "transcript", number: 7, format: "md" }],
  ["chamada 7 +351 912 345 678", { say: "call", number: 7, text: "+351 912 345 678" }],
  ["gestor", { say: "manager" }],
  ["ajuda", { say: "help" }],
  ["unir 7 e 8", { say: "merge", number: 7, other: 8 }],
  ["lista vencen", { say: "list", words: ["vencen"] }],
  ["list all high page 2", { say: "list", words: ["all", "high", "page", "2"] }],
  ["list of channels", { say: "list", words: ["of", "channels"] }],
  ["show 1042", { say: "show", number: 1042 }],
  ["show T-1042", { say: "show", number: 1042 }],
  ["ver t-1042", { say: "show", number: 1042 }],
  ["show #1042", { say: "show", number: 1042 }],
  ["T-1042", { say: "show", number: 1042 }],
  ["1042", { say: "show", number: 1042 }],
  ["#1042", { say: "show", number: 1042 }],
  ["1042 is still broken", { say: "open", title: "1042 is still broken" }],
  ["close 1042", { say: "close", number: 1042 }],
  ["cerrar 1042", { say: "close", number: 1042 }],
  ["close captions are missing", { say: "open", title: "close captions are missing" }],
  ["New release broke login", { say: "open", title: "New release broke login" }],
  ["close", { say: "whichTicket", word: "close" }],
  ["show 10x42", { say: "badNumber", word: "show", text: "10x42" }],
  ["show 0", { say: "badNumber", word: "show", text: "0" }],
  ["show -5", { say: "badNumber", word: "show", text: "-5" }],
  ["show 99999999999999999999", { say: "badNumber", word: "show", text: "99999999999999999999" }],
  ["show 2147483648", { say: "badNumber", word: "show", text: "2147483648" }],
  ["show 5 channels are black", { say: "open", title: "show 5 channels are black" }],
  ["reabrir 7", { say: "reopen", number: 7 }],
  ["history 7", { say: "history", number: 7 }],
  ["reply 7", { say: "reply", number: 7, text: "" }],
  ["reply T-7 We are on it.\n  Two lines ", { say: "reply", number: 7, text: "We are on it.\n  Two lines" }],
  ["responder #7 7 horas", { say: "reply", number: 7, text: "7 horas" }],
  ["reply", { say: "whichTicket", word: "reply" }],
  ["reply 0 x", { say: "badNumber", word: "reply", text: "0" }],
  ["reply button is grey", { say: "open", title: "reply button is grey" }],
  ["escalate 7", { say: "escalate", number: 7, why: "" }],
  ["escalar T-7 no puede esperar", { say: "escalate", number: 7, why: "no puede esperar" }],
  ["escalate", { say: "whichTicket", word: "escalate" }],
  ["escalate the encoder queue", { say: "open", title: "escalate the encoder queue" }],
  ["call 7", { say: "call", number: 7, text: "" }],
  ["llamada 7 +34 600 000 009 a las 16:30", { say: "call", number: 7, text: "+34 600 000 009 a las 16:30" }],
  ["call center is down", { say: "open", title: "call center is down" }],
  ["consulting", { say: "consulting", topic: "" }],
  ["consultoría canales en directo", { say: "consulting", topic: "canales en directo" }],
  ["Consulting page is blank", { say: "open", title: "Consulting page is blank" }],
  ["manager", { say: "manager" }],
  ["responsable", { say: "manager" }],
  ["manager page is blank", { say: "open", title: "manager page is blank" }],
  ["help", { say: "help" }],
  ["ayuda", { say: "help" }],
  ["help me, I cannot sign in", { say: "open", title: "help me, I cannot sign in" }],
  ["constructor", { say: "open", title: "constructor" }],
];

test.each(table)("/ticket %j", (text, typed) => {
  expect(typedCommand("ticket", text)).toEqual(typed);
});

test.each([
  ["", { say: "queue", words: [] }],
  ["acme high", { say: "queue", words: ["acme", "high"] }],
  ["help", { say: "help" }],
  ["show 7", { say: "show", number: 7 }],
  ["out", { say: "out", until: "" }],
  ["fuera mañana 12:00", { say: "out", until: "mañana 12:00" }],
  ["back", { say: "back" }],
  ["notify", { say: "notify", switch: "" }],
  ["Notify OFF", { say: "notify", switch: "OFF" }],
  ["fora amanhã", { say: "out", until: "amanhã" }],
  ["regresso", { say: "back" }],
  ["notificações não", { say: "notify", switch: "não" }],
  ["notificaciones sí", { say: "notify", switch: "sí" }],
  ["back pain", { say: "queue", words: ["back", "pain"] }],
  ["tech", { say: "queue", words: ["tech"] }],
] satisfies readonly (readonly [string, TypedCommand])[])("/desk %j", (text, typed) => {
  expect(typedCommand("desk", text)).toEqual(typed);
});

test("an unknown command is quoted back", () => {
  expect(typedCommand("frob", "x")).toEqual({ say: "unknown", word: "/frob" });
});

test("every title that a person types is kept, unless it has the shape of a subcommand", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const typed = typedCommand("ticket", text);
      if (typed["say"] === "open" && !/^\s*(new|nuevo)\b/i.test(text))
        expect(typed["title"]).toBe(text.toWellFormed().replaceAll("\0", "").trim().replace(/\s+/g, " "));
      if ("number" in typed) expect(Number.isSafeInteger(typed["number"]) && Number(typed["number"]) > 0).toBe(true);
    }),
  );
});

test("no two subcommands share a first word, and each has a help line or a suggestion", () => {
  const words = Object.values(subcommands).flatMap((each) => each.words);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  const context = { say: sayIn("en"), is: "staff" } as const;
  for (const [name, each] of Object.entries(subcommands))
    expect((each.help(context) ?? each.suggestion?.(context))?.usage, name).toMatch(/^\/(?:ticket|desk)/);
});

test("a subcommand of a ticket works after /desk as after /ticket", () => {
  expect(typedCommand("desk", "reply 7 We are on it.")).toEqual({ say: "reply", number: 7, text: "We are on it." });
});
