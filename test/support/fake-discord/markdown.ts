/** The visible text of a text in Discord's Markdown, and its active parts. */
export interface Reading {
  readonly text: string;
  /** The kinds of active markup in it: `strong`, `mention`, `link`, … */
  readonly live: readonly string[];
}

interface Rule {
  readonly kind: string;
  readonly match: RegExp;
  /** The visible text. If there is an `inner`, that is parsed in turn. */
  readonly show: (found: RegExpExecArray) => { readonly text: string } | { readonly inner: string };
}

const group = (found: RegExpExecArray, index = 1): string => found[index] ?? "";
const inner = (found: RegExpExecArray) => ({ inner: group(found) });

const when = (found: RegExpExecArray): string => {
  const at = new Date(Number(group(found)) * 1000).toISOString().slice(0, 16).replace("T", " ");
  return group(found, 2) === "R" ? `[${at} relative]` : at;
};

/** In the order in which Discord's client tries them. */
const rules: readonly Rule[] = [
  { kind: "", match: /^¯\\_\(ツ\)_\/¯/, show: (found) => ({ text: found[0] }) },
  { kind: "", match: /^\\([^0-9A-Za-z\s])/, show: (found) => ({ text: group(found) }) },
  {
    kind: "code",
    match: /^```(?:[a-z0-9_+\-.#]+\n)?\n*([^\n][^]*?)\n*```/i,
    show: (found) => ({ text: group(found) }),
  },
  {
    kind: "code",
    match: /^(?:``([^]*?[^`])``(?!`)|`([^`]+)`(?!`))/,
    show: (found) => ({ text: found[1] ?? found[2] ?? "" }),
  },
  { kind: "spoiler", match: /^\|\|([^]+?)\|\|/, show: inner },
  { kind: "strong", match: /^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/, show: inner },
  { kind: "underline", match: /^__((?:\\[^]|[^\\])+?)__(?!_)/, show: inner },
  { kind: "em", match: /^_((?:__|\\[^]|[^\\_])+?)_(?![A-Za-z0-9])/, show: inner },
  { kind: "em", match: /^\*(?=\S)((?:\*\*|\\[^]|[^*\\])+?)\*(?!\*)/, show: inner },
  { kind: "strike", match: /^~~([^]+?)~~(?!_)/, show: inner },
  { kind: "mention", match: /^<@!?(\d+)>/, show: (found) => ({ text: `@${group(found)}` }) },
  { kind: "mention", match: /^<@&(\d+)>/, show: (found) => ({ text: `@role ${group(found)}` }) },
  { kind: "mention", match: /^@(everyone|here)/, show: (found) => ({ text: `@[${group(found)}]` }) },
  { kind: "channel", match: /^<#(\d+)>/, show: (found) => ({ text: `#${group(found)}` }) },
  { kind: "time", match: /^<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/, show: (found) => ({ text: when(found) }) },
  { kind: "emoji", match: /^<a?:(\w+):\d+>/, show: (found) => ({ text: `[${group(found)}]` }) },
  { kind: "command", match: /^<\/([^:<>]+):\d+>/, show: (found) => ({ text: `[/${group(found)}]` }) },
  { kind: "guide", match: /^<id:(\w+)>/, show: (found) => ({ text: `[${group(found)}]` }) },
  { kind: "link", match: /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/, show: inner },
  { kind: "link", match: /^<((?:https?|tel|mailto|sms):[^\s>]+)>/, show: (found) => ({ text: `[${group(found)}]` }) },
  { kind: "link", match: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/, show: (found) => ({ text: `[${found[0]}]` }) },
  { kind: "emoji", match: /^:([A-Za-z0-9_+-]+):/, show: (found) => ({ text: `[${group(found)}]` }) },
];

const inline = (source: string): Reading => {
  let text = "";
  const live: string[] = [];
  for (let rest = source; rest !== "";) {
    const hit = rules.map((rule) => ({ rule, found: rule.match.exec(rest) })).find(({ found }) => found !== null);
    if (hit?.found == null) {
      const [head = ""] = rest;
      // Words may contain underscores; an underscore inside a word starts no format.
      const plain = /^[A-Za-z0-9]+(?:_+[A-Za-z0-9]+)*/.exec(rest)?.[0] ?? head;
      text += plain;
      rest = rest.slice(plain.length);
      continue;
    }
    const shown = hit.rule.show(hit.found);
    const read = "inner" in shown ? inline(shown.inner) : { text: shown.text, live: [] };
    if (hit.rule.kind !== "") live.push(hit.rule.kind);
    live.push(...read.live);
    text += read.text;
    rest = rest.slice(hit.found[0].length);
  }
  return { text, live };
};

const blocks: readonly { readonly kind: string; readonly match: RegExp; readonly mark: string }[] = [
  { kind: "quote", match: /^(?:> |>>> )/, mark: "" },
  { kind: "small", match: /^-# +/, mark: "" },
  { kind: "heading", match: /^#{1,3} +/, mark: "" },
  { kind: "list", match: /^ *[-*] +/, mark: "• " },
  { kind: "list", match: /^ *(\d+)\. +/, mark: "#. " },
];

/** Parses a text as Discord's client does. */
export const readMarkdown = (source: string): Reading => {
  const live: string[] = [];
  let inCode = false;
  const lines = source.split("\n").map((line) => {
    let rest = line;
    let mark = "";
    const known = (): (typeof blocks)[number] | undefined =>
      blocks.find(({ kind, match }) => match.test(rest) && (!inCode || (kind === "quote" && rest === line)));
    for (let block = known(); block !== undefined;) {
      live.push(block.kind);
      mark += block.mark;
      rest = rest.replace(block.match, "");
      block = block.kind === "quote" ? known() : undefined;
    }
    // Inside a code block, only an enclosing quote may start a line.
    if (rest.startsWith("```") && (inCode || !/^```.*```/.test(rest))) inCode = !inCode;
    return mark + rest;
  });
  const read = inline(lines.join("\n"));
  return { text: read.text, live: [...live, ...read.live] };
};
