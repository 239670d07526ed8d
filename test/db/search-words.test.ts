import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { wordsOf } from "../../src/db/schema/search-schema.ts";
import { queryOf, withinCharacters } from "../../src/db/search/search-tickets.ts";
import { freshDatabase } from "../support/database/database.ts";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const finds = async (text: string, typed: string): Promise<boolean> => {
  const query = queryOf(typed);
  if (query === null) return false;
  const words = wordsOf({ names: sql`'Carla'`, text: sql`${text}::text`, ticket: sql`1` });
  const [row] = await database.rows<{ found: boolean }>(sql`select ${words} @@ ${query.completed.words} as found`);
  return row?.found === true;
};

/** Texts as customers and the staff write them, and what they look for afterwards. */
const found: readonly (readonly [text: string, ...typed: readonly string[]])[] = [
  [
    "the variable MAX_RETRY_COUNT is ignored",
    "MAX_RETRY_COUNT",
    "retry",
    "max retry",
    "count",
    "max_retry",
    '"max retry"',
  ],
  ["see `user_name` and __init__.py", "user_name", "name", "__init__", "user"],
  ["log in /var/log/nginx/access_log.1 says 502", "/var/log/nginx/access_log.1", "502", "log"],
  ["it is in ~/projects/player/config.json", "~/projects/player/config.json", "it is in"],
  ["import from ../../src/player/main.ts fails", "../../src/player/main.ts", "import fails"],
  ["run ./configure --with-ssl", "./configure", "with-ssl", "ssl", "--with-ssl"],
  ["the set-top-box of the living-room", "set-top-box", "box", "living", "living room"],
  ["write to first_last+tag@mail.example.com", "first_last+tag@mail.example.com", "write"],
  ["write to ana.lopez@acme.example", "ana.lopez@acme.example"],
  ["open https://player.example.com/watch?v=a_b-C!d&t=5", "player.example.com", "open"],
  ["open https://player.example.com/watch?v=abc", "player.example.com/watch?v=abc", "player.example.com"],
  ["look at https://example.com/~ana/live/stream.m3u8 now", "example.com", "example.com/~ana/live/stream.m3u8"],
  ["version 2.14.3-rc.1 of the app", "2.14.3-rc.1", "version app"],
  ["x=-5 and y=1.5e3", "x=-5", "y"],
  ["<b>bold</b> &amp; <!-- hidden --> text", "bold", "text", "bold text"],
  ["Help! It fails!Again", "help", "fails", "again"],
  ["error_code=E_1042;", "E_1042", "1042", "error_code"],
  ["la función calcular_duración_máxima no responde", "calcular_duración_máxima", "duracion", "duración", "funciones"],
  ["¡Ayuda! El vídeo no se reproduce: ficheros/año_2026/vídeo.mp4", "vídeos", "ayuda", "reproducir"],
  ["correo técnico: soporte_técnico@ejemplo.es", "correo", "técnico"],
  ["o ficheiro de configuração está em ~/aplicação/opções.json", "configurações", "ficheiros", "configuracao"],
  ["a notificação do guarda-chuva não_chega", "guarda-chuva", "notificações", "chega", "chuva"],
  [`the token ${"k3y".repeat(300)} ends here`, "token ends", "here"],
  [`(example.com/${"a".repeat(150)})`, "example.com"],
];

test.for(found.flatMap(([text, ...typed]) => typed.map((each) => [each, text] as const)))(
  "%s finds %s",
  async ([typed, text]) => expect(await finds(text, typed)).toBe(true),
);

test("no text asks for the tickets without a word", async () => {
  const signs = [
    ..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\u00a0\u2003\u200b¡¿«»–",
    "a",
    "1",
    "or",
    "or ",
    '""',
    '"a"',
  ];
  const before = [...signs, ...signs.flatMap((one) => signs.map((other) => one + other))];
  const queries = before.flatMap((each) => [`${each}-zzz`, `aaa ${each}--zzz`]);
  const asked = new Set<string>();
  for (const typed of queries) {
    const query = queryOf(typed);
    const [row] = await database.rows<{ negates: boolean }>(
      sql`select (${query?.completed.words ?? sql`''::tsquery`})::text ~ '!' as negates`,
    );
    if (row?.negates !== false) asked.add(typed);
  }
  expect([...asked]).toEqual([]);
});

test("the newest messages are read for a phrase, up to a number of characters", async () => {
  const long = sql`select n as ticket, 1 as position, 'Carla' as author_name, repeat('a', 4000) as text from generate_series(1, 200) as n`;
  const rows = await database.rows<{ ticket: number }>(
    sql`select ticket from ${withinCharacters(long)} as found order by 1`,
  );
  expect(rows.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 25 }, (_, at) => 176 + at));
});
