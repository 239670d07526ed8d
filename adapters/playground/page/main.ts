import { render } from "lit-html";
import { connect } from "./acts.ts";
import { api } from "./api.ts";
import { app } from "./app.ts";
import { begin, redraw, type State, type Theme } from "./state.ts";

const remembered = (name: string): string | null => localStorage.getItem(`plazo-${name}`);

const root = document.getElementById("app");
if (root === null) throw new Error("no #app");

// A new visitor acts as a customer with the language of the browser.
const customers: Readonly<Record<string, State["me"]>> = { es: "playground:carla", pt: "playground:beatriz" };
const newcomer = customers[navigator.language.slice(0, 2)] ?? "playground:oliver";
const asked = remembered("as") as State["me"] | null;
const snapshot = await api.state(asked ?? newcomer).catch(() => api.state(newcomer));
const channels = snapshot.channels.map((each) => each.channel);
const theme = remembered("theme") as Theme | null;

begin(
  {
    me: snapshot.me,
    snapshot,
    messages: new Map(snapshot.messages.map((each) => [each.id, each])),
    channel: channels.find((each) => each === remembered("channel")) ?? channels[0] ?? "playground:none",
    openThreads: new Set(),
    notes: [],
    form: null,
    confirm: null,
    ticket: snapshot.tickets[0]?.number ?? null,
    inspection: null,
    toasts: [],
    pane: "conversation",
    online: true,
    clock: { desk: snapshot.now, at: performance.now() },
    turning: false,
    newBelow: false,
    guide: remembered("guide") === null,
    theme: theme ?? "auto",
    marked: null,
    editing: null,
  },
  (state) => render(app(state), root),
);
connect();
// On a phone the focus would open the keyboard over half of the page.
if (!matchMedia("(max-width: 760px)").matches)
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById("composer")?.focus()));
// As in other chat programs, "/" focuses the composer, unless the visitor is typing elsewhere.
document.addEventListener("keydown", (event) => {
  const { target } = event;
  const isTyping = target instanceof HTMLElement && target.matches("input, textarea, select, dialog *");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const box = document.getElementById("composer");
  if (!(box instanceof HTMLTextAreaElement) || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  box.focus();
});
// Updates the countdowns.
setInterval(redraw, 1_000);
document.addEventListener("visibilitychange", redraw);
