import type { Card, MessageRef } from "../../src/chat/card.ts";
import { encodeAction } from "../../src/chat/action.ts";
import type { Form } from "../../src/chat/form.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

/** Texts that a platform might take for markup, a mention or a link. They must be shown as typed. */
export const literalTexts: readonly string[] = [
  "<!channel> <!here> <!everyone> @everyone @here @channel",
  "<@U0ANA> <@200000000000000001> <@&1> <#C0TRIAGE> <!subteam^S0TEAM|@team>",
  "<https://evil.example|https://bank.example> [bank](https://evil.example)",
  "*bold* _italic_ ~strike~ `code` ```fence``` > quote ||spoiler|| # title",
  "&amp; &lt;!channel&gt; &quot; 5 < 6 > 4 && true",
  "<b>bold</b><script>alert(1)</script><img src=x onerror=alert(1)>",
  "${process.env.HOME} {{handlebars}} {date_short} %s %d :no-such-emoji: \\u0041 \\n",
  "👩‍👩‍👧‍👦 🇪🇸 👍🏽 مرحبا שלום 你好 ñandú ﷽",
  "<!date^1392734382^{date}|now> https://example.com/?a=1&b=<2>",
];

/** Texts with characters that no chat can show. Plazo accepts them and never shows them unchanged. */
export const unshowableTexts: readonly string[] = [
  "before\u0000after \u0001\u0007\u001b[31m",
  "lone \ud800 surrogate \udfff at the end \ud83d",
  "user \u202Egnp.exe\u202C and \u2066isolated\u2069",
  "zero\u200bwidth\ufeffjoined\u2060",
  `zalgo ${"e\u0301\u0302\u0303\u0304".repeat(200)}`,
  "\r\nwindows\r\nlines\r\n\r\n",
  "   ",
  "",
  "\n\n\n",
  "\u0000",
];

/** Longer than any platform's limit, with characters that must not be cut in the middle. */
export const longTexts: readonly string[] = [
  "x".repeat(40_000),
  "👩‍👩‍👧‍👦".repeat(4_000),
  "word <&> ".repeat(5_000),
  "line\n".repeat(9_000),
];

/** The place of a gallery: its people, channels and messages must exist on the platform. */
export interface Wall {
  readonly user: UserRef;
  readonly channel: ChannelRef;
  readonly message: MessageRef;
}

export interface Exhibit {
  readonly name: string;
  readonly card: Card;
}

const triageCard = ({ user, channel, message }: Wall, words: string): Card => ({
  summary: `T-1042 ${words}`,
  severity: "critical",
  parts: [
    { part: "heading", text: `T-1042 ${words}` },
    {
      part: "facts",
      facts: [
        { label: "Account", value: [{ t: "text", text: words, strong: true }] },
        { label: "Manager", value: [{ t: "person", user, name: words, ring: false }] },
        { label: "Asked in", value: [{ t: "channel", channel }] },
        { label: "First answer due", value: [{ t: "time", at: 1_767_978_000_000, show: "both" }] },
      ],
    },
    { part: "divider" },
    { part: "quote", text: words },
    {
      part: "buttons",
      label: "Severity",
      buttons: (["critical", "high", "medium", "low"] as const).map((severity) => ({
        action: encodeAction("severity", 1042, severity),
        label: severity,
        chosen: severity === "critical",
        ...(severity === "critical" ? { style: "danger" as const } : {}),
      })),
    },
    {
      part: "buttons",
      label: "Ticket",
      buttons: [
        { action: "claim 1042", label: "Claim", style: "primary" },
        {
          action: "resolve 1042",
          label: "Resolve",
          confirm: { title: "Resolve?", text: words, yes: "Resolve", no: "Back" },
        },
        { open: message, label: "Open" },
      ],
      menu: {
        label: "More",
        items: [
          { action: "note 1042", label: "Note" },
          { action: "assign 1042", label: words },
          { open: message, label: "Customer's thread" },
        ],
      },
    },
    {
      part: "small",
      line: [
        { t: "text", text: words, faint: true },
        { t: "text", text: " · " },
        { t: "time", at: 1_767_978_000_000, show: "left" },
      ],
    },
  ],
});

const everySpan = ({ user, channel }: Wall): Card => ({
  summary: "Every span",
  parts: [
    {
      part: "text",
      lines: [
        [{ t: "text", text: "plain" }],
        [{ t: "text", text: "strong", strong: true }],
        [{ t: "text", text: "faint", faint: true }],
        [{ t: "person", user, name: "Ana", ring: true }],
        [{ t: "channel", channel }],
        [{ t: "link", url: "https://example.com/manual?a=1&b=2", label: "the <manual>" }],
        [{ t: "time", at: 0, show: "moment" }],
        [],
      ],
    },
    {
      part: "small",
      line: [
        { t: "person", user, name: "Ana", ring: false },
        { t: "link", url: "https://example.com/", label: "help" },
      ],
    },
    { part: "small", line: [] },
  ],
});

const crowded = ({ message }: Wall): Card => ({
  summary: "Crowded",
  severity: "low",
  parts: [
    { part: "heading", text: "A very long heading ".repeat(30) },
    ...Array.from({ length: 80 }, (_, n) => ({
      part: "text" as const,
      lines: [[{ t: "text" as const, text: `Paragraph ${n} `.repeat(20) }]],
    })),
    {
      part: "facts",
      facts: Array.from({ length: 60 }, (_, n) => ({
        label: `Fact ${n}`,
        value: [{ t: "text" as const, text: "value ".repeat(40) }],
      })),
    },
    {
      part: "buttons",
      label: "Everything",
      buttons: Array.from({ length: 30 }, (_, n) => ({
        action: encodeAction("claim", n + 1),
        label: `Button number ${n} `.repeat(10),
      })),
      menu: {
        label: "More ".repeat(40),
        items: [
          ...Array.from({ length: 130 }, (_, n) => ({
            action: encodeAction("assign", 1042, `person-${n}`),
            label: `Person ${n} `.repeat(12),
          })),
          { open: message, label: "Open" },
        ],
      },
    },
  ],
});

const parts = (count: number): Card => ({
  summary: "Parts",
  parts: Array.from({ length: count }, (_, n) => ({ part: "quote" as const, text: `${n}` })),
});

const hollow: Card = {
  summary: "",
  parts: [
    { part: "heading", text: "" },
    { part: "text", lines: [] },
    { part: "facts", facts: [] },
    { part: "quote", text: "" },
    { part: "buttons", label: "", buttons: [] },
    { part: "buttons", label: "", buttons: [], menu: { label: "More", items: [] } },
  ],
};

/** Every kind of card that is hard to draw: all parts, hostile text, too long, too many, empty. */
export const galleryCards = (wall: Wall): readonly Exhibit[] => [
  { name: "a ticket as triage sees it", card: triageCard(wall, "Video is down") },
  { name: "every kind of span", card: everySpan(wall) },
  { name: "far too much of everything", card: crowded(wall) },
  { name: "more parts than fit", card: parts(90) },
  { name: "nothing at all", card: hollow },
  { name: "no part", card: { summary: "Only a summary", parts: [] } },
  ...literalTexts.map((text, n) => ({ name: `literal text ${n}`, card: triageCard(wall, text) })),
  ...unshowableTexts.map((text, n) => ({
    name: `unshowable text ${n}`,
    card: triageCard(wall, text),
  })),
  ...longTexts.map((text, n) => ({ name: `long text ${n}`, card: triageCard(wall, text) })),
];

const ticketForm = (words: string): Form => ({
  action: "open",
  title: "New ticket",
  submit: "Send",
  cancel: "Cancel",
  notice: [[{ t: "text", text: words, strong: true }]],
  fields: [
    { kind: "line", name: "title", label: "Title", required: true, maxLength: 200, initial: words },
    {
      kind: "radio",
      name: "severity",
      label: "Severity",
      required: true,
      initial: "high",
      choices: [
        {
          value: "critical",
          label: "Critical",
          description: `Nobody can work. First answer within 1 hour, day and night. ${words}`,
        },
        { value: "high", label: "High", description: words },
        { value: "medium", label: words },
        { value: "low", label: "Low" },
      ],
    },
    {
      kind: "paragraph",
      name: "description",
      label: "What happens?",
      hint: words,
      required: false,
      maxLength: 40_000,
      initial: words,
    },
    {
      kind: "select",
      name: "account",
      label: "Account",
      required: false,
      choices: [
        { value: "acme", label: "Acme TV" },
        { value: "northwind", label: words },
      ],
      initial: "",
    },
  ],
});

const endlessForm: Form = {
  action: encodeAction("assign", 1042),
  title: "A title that is far longer than any dialog could show",
  submit: "A very long word for submitting the form",
  cancel: "A very long word for going back",
  fields: [
    {
      kind: "select",
      name: "person",
      label: "Who?",
      required: true,
      choices: Array.from({ length: 250 }, (_, n) => ({ value: `p${n}`, label: `Person ${n} `.repeat(20) })),
      initial: "",
    },
    {
      kind: "radio",
      name: "severity",
      label: "Severity",
      required: true,
      choices: Array.from({ length: 14 }, (_, n) => ({ value: `s${n}`, label: `Step ${n}` })),
      initial: "",
    },
    {
      kind: "line",
      name: "why",
      label: "Why? ".repeat(800),
      hint: "Because ".repeat(800),
      required: false,
      maxLength: 100_000,
      initial: "x".repeat(50_000),
    },
  ],
};

/** Every kind of form that is hard to draw. */
export const galleryForms: readonly { readonly name: string; readonly form: Form }[] = [
  { name: "the ticket form", form: ticketForm("Video is down") },
  { name: "far too much of everything", form: endlessForm },
  ...[...literalTexts, ...unshowableTexts, ...longTexts].map((text, n) => ({
    name: `hostile text ${n}`,
    form: ticketForm(text),
  })),
];
