import { z } from "zod";
import type { Adapter, AdapterDeps } from "./port.ts";

/** Environment variables as the operator set them, without blanks around them. Empty ones are left out. */
export type GivenVariables = Readonly<Record<string, string | undefined>>;

/** A variable that does not fit with the others, and what is expected of it. */
export interface VariableConflict {
  readonly variable: string;
  readonly expected: string;
}

/** The whole value is secret, or only the password in an address. */
export type SecretKind = "value" | "password";

/**
 * `chat` reaches real people and receives what they write. `mail` sends mails, and may take them in. `demo` lets a visitor act as any person, so it
 * never runs beside a `chat` platform. `area` is the client area: Plazo's own pages, on every desk unless switched off.
 */
export type PlatformKind = "chat" | "mail" | "demo" | "area";

/** What a failure of a platform means to a person. The translations explain each. */
export type FailureMeaning = "archived" | "locked" | "notIn" | "personGone" | "noDirect" | "restricted" | "filtered";

/**
 * The ids of a platform, as the desk file writes them. The patterns are parts of a regular expression. An id has at most 64
 * characters, so that a reference fits into the action of a button.
 */
export interface PlatformIds {
  /** A person's id under the platform's own key, `slack: U0123ABCD`. */
  readonly person: string;
  /** What is expected instead of a wrong person's id, in each language. */
  readonly expected: { readonly en: string; readonly es: string; readonly pt: string };
  /** The id in a reference such as `slack:C0123ABCD`: people and channels. */
  readonly reference: string;
}

/** A platform whose variables are set. */
export interface ConfiguredPlatform {
  readonly kind: PlatformKind;
  /** The adapter's own settings, read from its variables. */
  readonly settings: object;
  /** Loads the adapter's code. Calling the result creates the adapter. */
  load(): Promise<(deps: AdapterDeps) => Adapter>;
}

type Variables = Readonly<Record<string, z.ZodType>>;

/** All that Plazo knows of a platform before it loads the adapter's code. */
export interface PlatformManifest {
  /** The prefix of the platform's references, `slack`. */
  readonly name: string;
  readonly kind: PlatformKind;
  /** A schema for each environment variable of the adapter; its description says what is expected. */
  readonly variables: Variables;
  /** The variable that switches the platform on. */
  readonly switchedOnBy: string;
  readonly secrets: Readonly<Record<string, SecretKind>>;
  /** Secrets of the platform by their shape, for the log. The first group of each stays; the rest is removed. */
  readonly secretShapes: readonly RegExp[];
  /** Null if the desk file names no people and channels of this platform. */
  readonly ids: PlatformIds | null;
  /** Whether people have a home on this platform: a page of the bot that only they see. Then the port has `home`. */
  readonly hasHome: boolean;
  /** The platform's error codes that a person can act on. */
  readonly failureMeanings: Readonly<Partial<Record<FailureMeaning, RegExp>>>;
  /** What only several variables together can get wrong. It looks at presence alone, so it works beside other faults. */
  conflicts(given: GivenVariables): readonly VariableConflict[];
  /** The platform with its settings; null if it is switched off. Throws if a variable is wrong. */
  configure(given: GivenVariables): ConfiguredPlatform | null;
}

/** A manifest as its adapter writes it: the schemas of the variables give their types to the rest. */
interface ManifestSource<Shape extends Variables, Settings extends object> extends Omit<
  PlatformManifest,
  "variables" | "switchedOnBy" | "secrets" | "conflicts" | "configure"
> {
  readonly variables: Shape;
  readonly switchedOnBy: keyof Shape & string;
  readonly secrets: Readonly<Partial<Record<keyof Shape & string, SecretKind>>>;
  readonly conflicts?: (
    given: GivenVariables & Readonly<Partial<Record<keyof Shape & string, string>>>,
  ) => readonly VariableConflict[];
  readonly settings: (given: z.output<z.ZodObject<Shape>>) => Settings | null;
  readonly load: () => Promise<(settings: Settings, deps: AdapterDeps) => Adapter>;
}

/** Makes the manifest of one platform. */
export const definePlatform = <Shape extends Variables, Settings extends object>({
  settings: settingsOf,
  load,
  conflicts,
  ...facts
}: ManifestSource<Shape, Settings>): PlatformManifest => {
  const schema = z.object(facts.variables);
  return {
    ...facts,
    secrets: Object.fromEntries(
      Object.entries(facts.secrets).flatMap(([variable, kind]) => (kind === undefined ? [] : [[variable, kind]])),
    ),
    conflicts: (given) =>
      conflicts?.(given as GivenVariables & Readonly<Partial<Record<keyof Shape & string, string>>>) ?? [],
    configure: (given) => {
      const settings = settingsOf(schema.parse(given));
      if (settings === null) return null;
      return {
        kind: facts.kind,
        settings,
        load: async () => {
          const create = await load();
          return (deps) => create(settings, deps);
        },
      };
    },
  };
};

/** Whether a host name means this machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether a token may be sent to this address: over TLS, or unencrypted to this machine only (tests). */
export const isApiUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
};
