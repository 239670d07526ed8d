/** After a change the page is drawn again at most so often (ms), however much happens. */
const everyMs = 2_000;
/** A page without a stream asks so often (ms). */
const withoutStreamMs = 30_000;

interface People {
  readonly looking: readonly string[];
  readonly typing: readonly string[];
}

let drawnAt = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks htmx to draw the changed parts again. */
const draw = (): void => {
  if (waiting !== undefined) return;
  waiting = setTimeout(
    () => {
      waiting = undefined;
      drawnAt = Date.now();
      document.body.dispatchEvent(new Event("plazo:changed"));
    },
    Math.max(0, drawnAt + everyMs - Date.now()),
  );
};

const list = (names: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(names);

const showPeople = ({ looking, typing }: People): void => {
  const line = document.querySelector<HTMLElement>("#presence");
  if (line === null) return;
  const sentence = (names: readonly string[], text = ""): string =>
    names.length === 0 ? "" : text.replace("{names}", list(names));
  line.textContent = [sentence(typing, line.dataset["typing"]), sentence(looking, line.dataset["looking"])]
    .filter((each) => each !== "")
    .join(" ");
};

/**
 * Hears of changes while the page is visible. A hidden page closes its stream, because a browser opens only six
 * connections to one host.
 */
export const stayLive = (): void => {
  const region = document.querySelector<HTMLElement>("[data-live]");
  if (region === null) return;
  const ticket = region.dataset["live"] ?? "";
  // The client area has a stream of its own.
  const path = region.dataset["stream"] ?? "/desk/live";
  let stream: EventSource | null = null;
  const open = (): void => {
    if (document.hidden || stream !== null) return;
    // What changed since the page was drawn must not be missed, so the stream is told what the page shows.
    const seen = region.dataset["version"] ?? "";
    stream = new EventSource(`${path}?${ticket === "queue" ? "" : `ticket=${ticket}&`}seen=${seen}`);
    stream.addEventListener("changed", draw);
    stream.addEventListener("presence", (event: MessageEvent<string>) => showPeople(JSON.parse(event.data) as People));
  };
  const close = (): void => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return close();
    open();
    draw();
  });
  addEventListener("pagehide", close);
  setInterval(() => {
    if (document.hidden || stream?.readyState === EventSource.OPEN) return;
    close();
    open();
    draw();
  }, withoutStreamMs);
  open();
};
