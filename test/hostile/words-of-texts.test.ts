import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { wordsOf } from "../../src/db/schema/search-schema.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { measuredRunAwaited } from "./fastest-run.ts";
import { hostileShapes } from "./shapes.ts";

/** Each text has so many characters. Longer ones cost the same for each character. */
const length = 10_000;

/** Rows in which Postgres' parser looks for a host, an address, a path, a tag, a number or a version, each from many signs on. */
const rows = [
  ..."a_ _a 1_ é_ ~/ /~ ./ /. ../ .a/ a./ a- a. a/ a@ a1- 1. 1- -1 1e e1e1 1.1e1 1.1.1- a.1- a.b- +1- 1/".split(" "),
  ..."a@a. a_b@ -a.b@ a.b/ //a.b a.b.c/d? http:// a:// a:a@ a?b= a_b/c ~/a/ /a_b".split(" "),
  ..."< <a </a <? <!-- <!--> <!-a <a_ &a; &#1; &#x1; & a-b- ab-cd. é- é. a~ ~ _ ! .! <a='".split(" "),
].map((row) => [row, row.repeat(length).slice(0, length)] as const);

/** A text may cost so many times what ordinary words cost. A parser of quadratic time takes 200 times as long. */
const mostTimes = 10;

let database: DatabaseHandle;
let allowed = 0;
const split = (text: string) =>
  database.rows(
    sql`select length(${wordsOf({ names: sql`'Carla'`, text: sql`${text}::text`, ticket: sql`1` })}) as words`,
  );

const ordinary = "the player shows a black picture ".repeat(length).slice(0, length);
/** How long (ms) a text may take now, beside an ordinary one of its length. */
const mostFor = async (): Promise<number> => mostTimes * (await measuredRunAwaited(() => split(ordinary), 0));

beforeAll(async () => {
  database = await freshEmbedded();
  await split(ordinary);
  allowed = await mostFor();
});
afterAll(() => database.close());

test.for([...rows, ...Object.entries(hostileShapes)])(
  "the words of %s are found in a time that grows with the text",
  async ([, text]) => {
    const taken = await measuredRunAwaited(() => split(text.slice(0, length)), allowed);
    // The machine may be slower than it was when the limit was measured.
    expect(taken).toBeLessThan(taken < allowed ? allowed : await mostFor());
  },
);
