import { expect, it } from "vitest";
import type { Article } from "../../../src/desk/desk.ts";
import { matchingArticles } from "../../../src/features/knowledge/matching-articles.ts";

const article = (title: string, keywords: readonly string[], locale: Article["locale"] = null): Article => ({
  title,
  url: `https://docs.example.com/${title}`,
  keywords,
  locale,
});
const titles = (articles: readonly Article[], text: string, locale: "es" | "en" = "es") =>
  matchingArticles(articles, locale, text).map(({ title }) => title);

const video = article("vídeo", ["vídeo", "reproducción"], "es");
const login = article("sesión", ["sesión caducada", "contraseña", "login"], "es");
const upload = article("uploads", ["upload", "video file"], "en");
const everywhere = article("status", ["status"]);
const manual = [video, login, upload, everywhere];

it.each([
  ["El VIDEO no se ve", ["vídeo"]],
  ["los vídeos no se ven", ["vídeo"]],
  ["Dice «Sesion   caducada».", ["sesión"]],
  ["las contraseñas", ["sesión"]],
  ["la sesión no ha caducada", []],
  ["videoclub", []],
  ["", []],
])("in Spanish %j finds %j", (text, found) => expect(titles(manual, text)).toEqual(found));

it.each([
  ["My Video files are gone", ["uploads"]],
  ["uploads fail", ["uploads"]],
  ["the status page", ["status"]],
  ["El vídeo no se ve", []],
])("in English %j finds %j", (text, found) => expect(titles(manual, text, "en")).toEqual(found));

it("the best article comes first, equals keep the desk's order, and at most three are shown", () => {
  const many = ["a", "b", "c", "d"].map((title) => article(title, ["video"]));
  const best = article("best", ["video", "tv", "video"]);
  expect(titles([...many, best], "video on TV")).toEqual(["best", "a", "b"]);
});

it("a keyword counts once, however often it appears", () => {
  const twice = article("twice", ["video", "vídeo"]);
  const both = article("both", ["video", "tv"]);
  expect(titles([twice, both], "video tv")).toEqual(["both", "twice"]);
});

it("keywords without content find nothing", () => expect(titles([article("x", ["…"])], "… video")).toEqual([]));
