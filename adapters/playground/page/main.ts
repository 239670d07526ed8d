import { render } from "lit-html";
import { connect } from "./acts.ts";
import { api } from "./api.ts";
import { app } from "./app.ts";
import { kept } from "./kept.ts";
import { begin, guideSteps, redraw, type State, type Theme } from "./state.ts";
import type { ChannelRef } from "../../../src/tickets/refs.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("no #app");

// A new visitor acts as an agent with the language of the browser.
const agents: Readonly<Record<string, State["me"]>> = { es: "playground:marta", pt: "playground:rita" };
const newcomer = agents[navigator.language.slice(0, 2)] ?? "playground:luis";
const asked = kept("as") as State["me"] | null;
const snapshot = await api.state(asked ?? newcomer).catch(() => api.state(newcomer));
const channels = snapshot.channels.map((each) => each.channel);
const startIn = [kept("channel") as ChannelRef | null, "playground:triage" as const, ...channels].filter(
  (each) => each !== null,
);
const theme = kept("theme") as Theme | null;

begin(
  {
    me: snapshot.me,
    snapshot,
    messages: new Map(snapshot.messages.map((each) => [each.id, each])),
    channel: startIn.find((each) => channels.includes(each)) ?? "playground:none",
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
    guide: kept("guide") === null,
    done: new Set(guideSteps.filter((each) => kept("done")?.split(",").includes(each))),
    busyDay: null,
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
// As in other chat programs, Ctrl+K focuses the composer, and so does "/" unless the visitor is typing elsewhere.
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const isTyping = target instanceof HTMLElement && target.matches("input, textarea, select, dialog *");
  const isSlash = key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
  const isControlK = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isSlash && !isControlK) return;
  const box = document.getElementById("composer");
  if (!(box instanceof HTMLTextAreaElement) || document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  box.focus();
});
// Updates the countdowns.
setInterval(redraw, 1_000);
document.addEventListener("visibilitychange", redraw);
