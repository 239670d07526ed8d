import type { MenuEntry, Menus } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { TextKey } from "../i18n/rich.ts";
import type { Say } from "../i18n/say.ts";
import type { Principal } from "../tickets/principal.ts";
import { permitted, type Permission } from "../tickets/permissions.ts";
import type { Problem } from "../cards/problem-card.ts";
import type { RequestContext } from "./request-context.ts";
import type { Routed } from "./routed.ts";

/** What a person typed after `/ticket` or `/desk`. */
export interface TypedLine {
  /** The first word, as it was typed. */
  readonly word: string;
  /** The words after it. */
  readonly rest: readonly string[];
  /** The whole text with its line breaks. */
  readonly text: string;
}

/** A line of help: what to type, and the key of the sentence that says what it does. */
export interface UsageLine {
  readonly usage: string;
  readonly means: Extract<TextKey, `help.${string}Means${"" | "Customer" | "Staff"}`>;
}

/** The context of the help's sentences. */
export interface HelpContext {
  readonly say: Say;
  readonly is: Principal["is"];
}

/** A subcommand to route. `all` is every subcommand, for help and suggestions. */
export interface SubcommandRequest {
  readonly event: Extract<InboundEvent, { kind: "command" }>;
  readonly context: RequestContext;
  readonly all: SubcommandTable;
}

interface Description {
  /** The slash command it belongs to. A subcommand of `/ticket` works after `/desk`, too. */
  readonly of: "ticket" | "desk";
  /** Its first words in every language. */
  readonly words: readonly string[];
  /** Words that people type for it by mistake; "did you mean" offers it for them. */
  readonly otherWords?: string;
  /** It is about one ticket, which "did you mean" names. */
  readonly namesTicket?: true;
  /**
   * Its entry in the platforms' menus, in English: the word, and a hint for what follows. Without a word, it is what the slash
   * command does alone.
   */
  readonly menu: string;
  /** The permission it needs. The help shows customers only what they may use. */
  readonly permission: Permission;
  /** Its line in the help; null if the help leaves it out. */
  readonly help: (context: HelpContext) => UsageLine | null;
  /** Its line in "did you mean", if it differs from the help. */
  readonly suggestion?: (context: HelpContext) => UsageLine;
}

interface Definition<Values extends object> extends Description {
  /** Reads the words after it. Null if they look like a title: "close captions are missing". */
  readonly parse: (typed: TypedLine) => Values | Problem | null;
  /** What the values mean. Null if they mean nothing on this desk. */
  readonly route: (values: Values, request: SubcommandRequest) => Routed | null;
}

/** The result of reading the words after a subcommand. */
export type SubcommandWords =
  | { readonly problem: Problem }
  | { readonly values: object; readonly route: (request: SubcommandRequest) => Routed | null };

/** One subcommand of a slash command. Each feature declares its own. */
export interface Subcommand extends Description {
  readonly read: (typed: TypedLine) => SubcommandWords | null;
}

/** Subcommands by name. */
export type Subcommands = Readonly<Record<string, Subcommand>>;

/**
 * Every subcommand. After `/ticket`, a line without one is read as `open`; after `/desk`, as `queue`. A ticket number
 * alone is read as `show`.
 */
export type SubcommandTable = Subcommands & Readonly<Record<"open" | "queue" | "show", Subcommand>>;

const isProblem = (parsed: object): parsed is Problem => "problem" in parsed;

/** Declares a subcommand. The compiler requires its words, permission, help, parser and route. */
export const subcommand = <Values extends object>({ parse, route, ...described }: Definition<Values>): Subcommand => ({
  ...described,
  read: (typed) => {
    const parsed = parse(typed);
    if (parsed === null) return null;
    return isProblem(parsed) ? { problem: parsed } : { values: parsed, route: (request) => route(parsed, request) };
  },
});

const entryOf = ({ menu, permission }: Subcommand): MenuEntry => {
  const [, word = "", rest = ""] = /^([a-z]*) ?(.*)$/.exec(menu) ?? [];
  return { word, rest, customers: permitted({ is: "customer", account: null }, permission) !== "no" };
};

/**
 * The subcommands for the menus and hints of every platform, in the order of the help: those of customers, those of staff, then
 * the help, which is in the menu of both slash commands.
 */
export const menusOf = ({ help, ...all }: SubcommandTable): Menus => {
  const entries = (of: Subcommand["of"]): readonly MenuEntry[] =>
    Object.values(all)
      .filter((each) => each.of === of)
      .map(entryOf)
      .toSorted((one, other) => Number(other.customers) - Number(one.customers));
  const last = help === undefined ? [] : [entryOf(help)];
  return {
    ticket: [...entries("ticket"), ...last],
    desk: [...entries("desk"), ...last.map((each) => ({ ...each, customers: false }))],
  };
};
