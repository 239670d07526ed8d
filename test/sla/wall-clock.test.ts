import { expect, test } from "vitest";
import { dstTransitions, wallAt } from "../../src/sla/wall-clock.ts";

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);

const changesOf = (zone: string, from: string, to: string, most = 4): readonly (readonly [string, number])[] =>
  dstTransitions(zone, at(from), at(to), most).map((turn) => [new Date(turn.at).toISOString(), turn.by / hour]);

test.each<[string, string, string, string, readonly (readonly [string, number])[]]>([
  [
    "forward and back",
    "Europe/Madrid",
    "2027-01-01T00:00:00Z",
    "2027-12-31T00:00:00Z",
    [
      ["2027-03-28T01:00:00.000Z", 1],
      ["2027-10-31T01:00:00.000Z", -1],
    ],
  ],
  [
    "by half an hour",
    "Australia/Lord_Howe",
    "2027-04-01T00:00:00Z",
    "2027-04-10T00:00:00Z",
    [["2027-04-03T15:00:00.000Z", -0.5]],
  ],
  [
    "over a day that was skipped",
    "Pacific/Apia",
    "2011-12-29T00:00:00Z",
    "2012-01-02T00:00:00Z",
    [["2011-12-30T10:00:00.000Z", 24]],
  ],
  ["never", "Asia/Tokyo", "2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z", []],
  [
    "at the end of the span",
    "Europe/Madrid",
    "2027-03-27T00:00:00Z",
    "2027-03-28T01:00:00Z",
    [["2027-03-28T01:00:00.000Z", 1]],
  ],
  ["not at the beginning of the span", "Europe/Madrid", "2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z", []],
  ["not a millisecond before it", "Europe/Madrid", "2027-03-27T00:00:00Z", "2027-03-28T00:59:59.999Z", []],
])("the clock changes of a zone are found: %s", (_, zone, from, to, turns) => {
  expect(changesOf(zone, from, to)).toEqual(turns);
});

test("no more changes are looked for than asked", () => {
  expect(changesOf("Europe/Madrid", "2020-01-01T00:00:00Z", "2080-01-01T00:00:00Z")).toHaveLength(4);
});

test.each(["Europe/Madrid", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "America/Asuncion"])(
  "Temporal knows the same changes of %s",
  (zone) => {
    const [from, to] = [at("2005-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")];
    const turns: string[] = [];
    let next = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    while (next !== null && next.epochMilliseconds <= to) {
      turns.push(next.toInstant().toString());
      next = next.getTimeZoneTransition("next");
    }
    expect(turns.length).toBeGreaterThan(10);
    expect(
      dstTransitions(zone, from, to, 100).map((turn) => Temporal.Instant.fromEpochMilliseconds(turn.at).toString()),
    ).toEqual(turns);
  },
);

test("the local time of a zone is Temporal's, to the millisecond around each change", () => {
  const zones = ["Europe/Madrid", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "Africa/Monrovia"];
  for (const zone of zones)
    for (let next = Temporal.Instant.from("1970-01-01T00:00:00Z").toZonedDateTimeISO(zone), n = 0; n < 90; n += 1) {
      const change = next.getTimeZoneTransition("next");
      if (change === null) break;
      next = change;
      for (const away of [-24 * hour, -hour, -1, 0, 1, hour, 24 * hour]) {
        const moment = Temporal.Instant.fromEpochMilliseconds(change.epochMilliseconds + away);
        const local = moment.toZonedDateTimeISO(zone).toPlainDateTime().toZonedDateTime("UTC");
        expect([zone, moment.toString(), wallAt(zone, moment.epochMilliseconds)]).toEqual([
          zone,
          moment.toString(),
          local.epochMilliseconds,
        ]);
      }
    }
});
