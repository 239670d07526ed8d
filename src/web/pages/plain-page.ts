import { html } from "hono/html";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { page } from "../render/layout.ts";

/**
 * A page that is made without the database. `away`: the database does not answer. `late`: a page took too long.
 * `maybeDone`: the same, when something was sent. `tooMany`: too many requests. `wrong`: an error of ours.
 */
export type PlainPage = "away" | "late" | "maybeDone" | "tooMany" | "wrong";

const statusOf = { away: 503, late: 503, maybeDone: 503, tooMany: 429, wrong: 500 } as const;

type Language = keyof typeof languageTag;

const isLanguage = (word: string): word is Language => Object.hasOwn(languageTag, word);

/** The language that a browser asks for first, among ours. */
export const askedLanguage = (request: Request): Language => {
  const asked = (request.headers.get("accept-language") ?? "").slice(0, 200).toLowerCase().split(",");
  return asked.map((each) => each.trim().slice(0, 2)).find(isLanguage) ?? "en";
};

/** Says in one sentence why there is no page now. `waitSeconds` is when to try again. */
export const plainPage = async (why: PlainPage, request: Request, waitSeconds = 5): Promise<Response> => {
  const locale = askedLanguage(request);
  const say = sayIn(locale);
  const path = new URL(request.url).pathname;
  // A page that was only read can be asked for again; a form must not be sent twice by a link.
  const again = request.method === "GET" ? path : path.startsWith("/area") ? "/area" : "/desk";
  const content = html`<h1>${say(`web.plainTitle.${why}`)}</h1>
    <p class="empty">${say(`web.plain.${why}`)}</p>
    <p><a class="button" href="${again}">${say("web.tryAgain")}</a></p>`;
  const viewer = { locale, timezone: "UTC" };
  const text = await page({ title: say(`web.plainTitle.${why}`), viewer, signedIn: null }, content);
  return new Response(String(text), {
    status: statusOf[why],
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": String(waitSeconds) },
  });
};
