import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { definePlatform } from "../../src/chat/platform-manifest.ts";
import type { Adapter, AdapterDeps } from "../../src/chat/port.ts";

const token = "canary-4711-canary";

/** A platform that exists in this test only. Plazo knows it by its manifest alone. */
const pigeon = definePlatform({
  name: "pigeon",
  kind: "chat",
  variables: {
    PIGEON_TOKEN: z
      .string()
      .regex(/^canary-/)
      .optional()
      .describe("a token of the loft, which begins with canary-"),
    PIGEON_LOFT: z.string().default("roof").describe("the name of a loft"),
  },
  switchedOnBy: "PIGEON_TOKEN",
  secrets: { PIGEON_TOKEN: "value" },
  secretShapes: [/\b(loft:)[0-9a-f]{8}\b/g],
  ids: {
    person: "P\\d{1,4}",
    expected: {
      en: "the ring number of a pigeon, such as P17",
      es: "el número del anillo de una paloma, como P17",
      pt: "o número do anel de uma pomba, como P17",
    },
    reference: "[PL]\\d{1,4}",
  },
  hasHome: false,
  failureMeanings: { personGone: /\bpigeon_flown\b/ },
  conflicts: ({ PIGEON_TOKEN, PIGEON_LOFT }) =>
    PIGEON_TOKEN === undefined && PIGEON_LOFT !== undefined
      ? [{ variable: "PIGEON_TOKEN", expected: "a token, since PIGEON_LOFT is set" }]
      : [],
  settings: ({ PIGEON_TOKEN, PIGEON_LOFT }) =>
    PIGEON_TOKEN === undefined ? null : { token: PIGEON_TOKEN, loft: PIGEON_LOFT },
  load:
    async () =>
    ({ loft }, { now }: AdapterDeps): Adapter => ({
      platform: "pigeon",
      port: {
        post: async ({ channel }) => ({ ok: true, ref: { channel, id: `${now()}` } }),
        edit: async (ref) => ({ ok: true, ref }),
        tell: async (user) => ({ ok: true, ref: { channel: user, id: `${now()}` } }),
      },
      start: async () => {},
      stop: async () => {},
      notReady: () => null,
      probe: async (channels) => channels.map((channel) => `${channel} is not a nest in the ${loft}`),
    }),
});

/** The modules of Plazo with one more platform. */
const withPigeon = async () => {
  vi.resetModules();
  const codes = await import("../../adapters/index.ts");
  codes.registerPlatform(pigeon);
  const [env, doctor, deskFile, rules, log, cards] = await Promise.all([
    import("../../src/env.ts"),
    import("../../src/commands/doctor/platform-findings.ts"),
    import("../../src/desk/read-desk-file.ts"),
    import("../../src/desk/desk-of.ts"),
    import("../../src/log/redact.ts"),
    import("../../src/cards/delivery-trouble.ts"),
  ]);
  return { ...env, ...doctor, ...deskFile, ...rules, ...log, ...cards, ...codes };
};

afterEach(() => {
  vi.resetModules();
});

test("the environment reads its variables, reports their faults, hides its secrets, and switches the playground off", async () => {
  const { readEnv, faultSentence, variableNames, platformsOn, isPlaygroundAlone } = await withPigeon();
  expect(variableNames).toEqual(expect.arrayContaining(["PIGEON_TOKEN", "PIGEON_LOFT"]));
  const sentences = (source: Record<string, string>): readonly string[] => {
    const reading = readEnv(source);
    return reading.ok ? [] : reading.faults.map(faultSentence);
  };
  expect(sentences({ PIGEON_TOKEN: "nonsense" })).toEqual([
    "PIGEON_TOKEN is set to something else (not shown): expected a token of the loft, which begins with canary-.",
  ]);
  expect(sentences({ PIGEON_LOFT: "barn" })).toEqual([
    "PIGEON_TOKEN is not set: expected a token, since PIGEON_LOFT is set.",
  ]);
  expect(sentences({ PIGEON_TOKEN: token, PLAYGROUND: "on" })).toEqual([
    'PLAYGROUND is "on": expected off, since PIGEON_TOKEN opens the desk to real people.',
  ]);
  const reading = readEnv({ PIGEON_TOKEN: token });
  if (!reading.ok) throw new Error(reading.faults.map(faultSentence).join());
  expect(reading.env.platforms["pigeon"]?.settings).toEqual({ token, loft: "roof" });
  expect([...platformsOn(reading.env)]).toEqual(["web", "pigeon"]);
  expect(isPlaygroundAlone(reading.env)).toBe(false);
  expect(reading.env.secrets).toEqual([token]);
});

test("doctor asks the platform what is wrong with its channels", async () => {
  const { readEnv, platformFindings } = await withPigeon();
  const reading = readEnv({ PIGEON_TOKEN: token });
  if (!reading.ok) throw new Error("the environment is faulty");
  expect(await platformFindings(reading.env, ["pigeon:L7", "slack:C0TRIAGE"])).toEqual([
    "pigeon: pigeon:L7 is not a nest in the roof",
  ]);
});

test("a desk file may name its people and channels, and no id of another shape", async () => {
  const { readDeskFile, deskOf } = await withPigeon();
  const file = (id: string, prefers = "pigeon"): string => `
desk: Loft
channels: { triage: "pigeon:L1" }
people:
  ana: { name: Ana, roles: [manager, head], slack: U0ANA, pigeon: ${id}, prefers: ${prefers} }
`;
  const reading = readDeskFile(file("P17"), null);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const desk = deskOf(reading.document, 1);
  expect(desk.people["ana"]?.identities).toEqual(["pigeon:P17", "slack:U0ANA"]);
  expect(desk.channels.triage).toEqual(["pigeon:L1"]);
  const wrong = readDeskFile(file("U0ANA"), null);
  expect(wrong.ok ? [] : wrong.faults).toMatchObject([
    { expected: { key: "platformId", values: { en: "the ring number of a pigeon, such as P17" } } },
  ]);
  expect(readDeskFile(file("P17", "discord"), null).ok).toBe(false);
});

test("the log removes its secrets, and a card explains its failures", async () => {
  const { redact, troubleText: troubleWords, failureCode } = await withPigeon();
  expect(failureCode("pigeon: pigeon_flown: what a person wrote")).toBe("pigeon: pigeon_flown");
  expect(redact("GET loft:0123abcd")).toBe("GET loft:[redacted]");
  const viewer = { locale: "en", timezone: "UTC" } as const;
  expect(troubleWords("pigeon_flown", viewer)).toBe(
    troubleWords("user_disabled", viewer).replace("user_disabled", "pigeon_flown"),
  );
  expect(troubleWords("pigeon_flown", viewer)).not.toBe("pigeon_flown");
});

test("Plazo does not know the platform without its line in adapters/index.ts", async () => {
  const { readEnv, variableNames } = await import("../../src/env.ts");
  expect(variableNames).not.toContain("PIGEON_TOKEN");
  const reading = readEnv({ PIGEON_TOKEN: token });
  expect(reading.ok && Object.keys(reading.env.platforms)).toEqual(["web", "playground"]);
});
