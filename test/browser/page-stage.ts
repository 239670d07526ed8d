import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import { recordingCore, type RecordingCore } from "../adapters/contract.ts";
import { openPlayground, type OpenPlayground } from "../adapters/playground/open-playground.ts";
import { goAs, openSharedWindow, type Window } from "./window.ts";

export const form: Form = {
  action: "submit-ticket",
  title: "Abrir un ticket",
  submit: "Enviar",
  cancel: "Cancelar",
  fields: [
    { kind: "line", name: "title", label: "Título", required: true, maxLength: 150, initial: "Sin señal" },
    {
      kind: "radio",
      name: "severity",
      label: "Gravedad",
      required: true,
      initial: "low",
      choices: [
        { value: "high", label: "Alta", description: "Primera respuesta en 2 h" },
        { value: "low", label: "Baja" },
      ],
    },
    { kind: "paragraph", name: "description", label: "Qué ocurre", required: true, maxLength: 40_000, initial: "" },
  ],
};

export const ticketCard: Card = {
  summary: "T-7 · Sin señal",
  severity: "critical",
  parts: [
    { part: "heading", text: "T-7 · Sin señal" },
    {
      part: "buttons",
      label: "Ticket",
      buttons: [
        { action: "claim 7", label: "Claim", style: "primary" },
        { action: "resolve 7", label: "Resolve", confirm: { title: "Sure?", text: "Really?", yes: "Do it", no: "No" } },
      ],
      menu: { label: "More", items: [{ action: "note 7", label: "Internal note" }] },
    },
  ],
};

/** Runs inside the page: whether nothing is wider than the window. */
export const fits = "document.documentElement.scrollWidth <= innerWidth";

/** The playground of one test, and the page that shows it. */
export interface PageStage {
  readonly page: Page;
  readonly core: RecordingCore;
  readonly playground: OpenPlayground;
  /** Opens the page as a person of the playground. */
  open(as: string, size?: { readonly width: number; readonly height: number }): Promise<void>;
  /** Sends a message from the open channel. */
  write(text: string): Promise<void>;
  goTo(channel: string): Promise<void>;
  /** Starts the playground again on its port, after it was stopped. */
  reopen(port: number): Promise<void>;
  /** Drops the errors in the browser's console that the test caused on purpose. */
  forgive(expected: RegExp): void;
}

/** A new playground for each test, whose page must cause no error. */
export const pageStage = (): PageStage => {
  let window: Window;
  let core: RecordingCore;
  let playground: OpenPlayground;

  beforeEach(async () => {
    core = recordingCore();
    playground = await openPlayground(core);
  });
  afterEach(async () => {
    await window.close();
    await playground.stop();
    expect(window.troubles).toEqual([]);
  });

  return {
    get page() {
      return window.page;
    },
    get core() {
      return core;
    },
    get playground() {
      return playground;
    },
    open: async (as, size = { width: 1280, height: 800 }) => {
      window = await openSharedWindow(size);
      await goAs(window.page, `playground:${as}`, playground.url);
    },
    write: async (text) => {
      await window.page.fill("#composer", text);
      await window.page.press("#composer", "Enter");
    },
    goTo: (channel) => window.page.locator(".place", { hasText: channel }).click(),
    reopen: async (port) => {
      playground = await openPlayground(core, { port });
    },
    forgive: (expected) => {
      const others = window.troubles.filter((text) => !expected.test(text));
      window.troubles.splice(0, Infinity, ...others);
    },
  };
};
