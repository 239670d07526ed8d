import { describe, expect, test } from "vitest";
import { meanings as discord } from "../../adapters/discord/errors.ts";
import { meanings as slack } from "../../adapters/slack/errors.ts";
import { troubleText } from "../../src/cards/delivery-trouble.ts";

const english = { locale: "en", timezone: "UTC" } as const;
const spanish = { locale: "es", timezone: "UTC" } as const;

describe("the reason of a platform's refusal is explained in words", () => {
  test.each([
    ["is_archived", "the channel is archived: is_archived", "el canal está archivado: is_archived"],
    ["not_in_channel", "the bot is no longer in the channel", "el bot ya no está en el canal"],
    ["50083: Thread is archived", "the thread is archived, locked or gone: 50083", "el hilo está archivado, bloqueado"],
    ["160005: This thread is locked", "the thread is archived, locked or gone: 160005", "el hilo está archivado"],
    ["50001: Missing Access", "the bot is no longer in the channel", "el bot ya no está en el canal"],
    ["user_disabled", "the person has left or was deactivated", "la persona se ha ido"],
    ["50007: Cannot send messages to this user", "the person takes no direct messages", "no acepta mensajes directos"],
    ["200000: blocked", "the platform’s filter refused the text", "el filtro de la plataforma"],
    ["something_new", "something_new", "something_new"],
  ])("%s", (why, en, es) => {
    expect(troubleText(why, english)).toContain(en);
    expect(troubleText(why, spanish)).toContain(es);
  });

  test("most refusals of a place or a person are explained", () => {
    const gone = [...Object.entries(slack), ...Object.entries(discord)].flatMap(([code, kind]) =>
      kind === "recipientGone" ? [code] : [],
    );
    const posted = gone.filter((code) => troubleText(code, english) !== code);
    expect(posted.length).toBeGreaterThan(gone.length / 2);
  });
});
