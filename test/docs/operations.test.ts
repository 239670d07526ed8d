import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readEnv, variableNames } from "../../src/env.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { groups, tierNames } from "../support/runner/tiers.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const scriptsOf = (text: string): Readonly<Record<string, string>> =>
  z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text)).scripts;
const scripts = scriptsOf(read("package.json"));

/** The names of the metrics in an expression of Prometheus; a histogram's parts count as the histogram. */
const metricsIn = (text: string): readonly string[] =>
  [...new Set(text.match(/\b(?:plazo|process|nodejs)_[a-z_]+/g))].map((name) =>
    name.replace(/_(?:bucket|sum|count)$/, ""),
  );

const exposed = async (): Promise<ReadonlySet<string>> =>
  new Set([...(await createMetrics().text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name));

describe("dashboard and alerts use only metrics that Plazo has:", () => {
  test.each(["docs/monitoring/grafana-dashboard.json", "docs/monitoring/alert-rules.yml", "docs/operations.md"])(
    "%s",
    async (path) => {
      const known = await exposed();
      const asked = metricsIn(read(path));
      expect(asked.filter((name) => !known.has(name))).toEqual([]);
      expect(asked.length).toBeGreaterThan(2);
    },
  );

  test("a misspelt metric is found", async () => {
    expect(metricsIn("rate(plazo_reminder_late_seconds_bucket[5m])")).toEqual(["plazo_reminder_late_seconds"]);
    expect(await exposed()).not.toContain("plazo_reminder_late_seconds");
  });
});

test("the dashboard shows every metric that Plazo defines", async () => {
  const shown = metricsIn(read("docs/monitoring/grafana-dashboard.json") + read("docs/monitoring/alert-rules.yml"));
  expect([...(await exposed())].filter((name) => name.startsWith("plazo_") && !shown.includes(name))).toEqual([]);
});

test("each alert says what is wrong and what to do", () => {
  const rule = z.object({
    alert: z.string().startsWith("Plazo"),
    expr: z.string(),
    labels: z.object({ severity: z.enum(["critical", "warning"]) }),
    annotations: z.object({ summary: z.string().min(10), description: z.string().min(10) }),
  });
  const groups = z.object({ groups: z.array(z.object({ rules: z.array(rule).min(1) })).length(1) });
  expect(groups.safeParse(parse(read("docs/monitoring/alert-rules.yml"))).error).toBeUndefined();
});

test("the page documents every setting, and no other setting", () => {
  const documented = [...read("docs/operations.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(documented).toEqual(variableNames);
});

const compose = z.object({
  services: z.object({
    plazo: z.object({
      build: z.literal("."),
      env_file: z.literal(".env"),
      environment: z.record(z.string(), z.string()),
      ports: z.array(z.string()),
      stop_grace_period: z.string(),
    }),
    postgres: z.object({ image: z.string(), volumes: z.array(z.string()) }),
  }),
  volumes: z.record(z.string(), z.null()),
});

test("compose.yaml matches the image and Plazo's settings", () => {
  const { services, volumes } = compose.parse(parse(read("compose.yaml")));
  const dockerfile = read("Dockerfile");
  const { environment, ports } = services.plazo;
  const password = environment["DATABASE_URL"]?.replace(/\$\{POSTGRES_PASSWORD:\?[^}]+\}/, "0123abcd");
  const reading = readEnv({ ...environment, DATABASE_URL: password, DISCORD_TOKEN: "0123456789.abc.def" });
  expect(reading).toMatchObject({
    ok: true,
    env: { databaseUrl: "postgres://plazo:0123abcd@postgres:5432/plazo?sslmode=disable", playground: false },
  });
  expect(dockerfile).toContain(`EXPOSE ${environment["PORT"]}\n`);
  expect(dockerfile).toContain(`DATA_DIR=${environment["DATA_DIR"]}\n`);
  expect(ports).toEqual([`127.0.0.1:3000:${environment["PORT"]}`]);
  expect(services.postgres.volumes.map((each) => each.split(":")[0])).toEqual(Object.keys(volumes));
});

/** What a shell command runs, without `exec` and wherever its Node is. */
const withoutNode = (command: string | undefined): string => (command ?? "").replace(/^(?:exec )?\S*node /, "");

test("the systemd unit and npm run dev start what npm start starts", () => {
  const unit = read("docs/deploy/plazo.service");
  expect(withoutNode(/^ExecStart=(.+)$/m.exec(unit)?.[1])).toBe(withoutNode(scripts["start"]));
  const words = (scripts["dev"] ?? "").split(" ").filter((each) => !each.startsWith("--watch"));
  expect(withoutNode(words.join(" "))).toBe(
    withoutNode(scripts["start"]).replace("--max-semi-space-size=4 --expose-gc ", ""),
  );
});

const workflow = z.object({
  jobs: z.object({
    test: z.object({
      needs: z.literal("check"),
      strategy: z.object({ matrix: z.object({ tier: z.array(z.string()) }) }),
      steps: z.array(z.object({ run: z.string().optional() })),
    }),
  }),
});

const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }): number =>
  String(one.name).localeCompare(String(other.name));

test("the workflow runs each tier by its script, and the scripts run every test file exactly once", () => {
  const { strategy, steps } = workflow.parse(parse(read(".github/workflows/ci.yml"))).jobs.test;
  expect(strategy.matrix.tier).toEqual(tierNames);
  expect(steps.at(-1)?.run).toBe("npm run test:${{ matrix.tier }}");
  const projects = tierNames.flatMap((tier) => {
    const script = scripts[`test:${tier}`] ?? "";
    expect(script).toMatch(/^vitest run( --project [a-z]+)+$/);
    return [...script.matchAll(/--project ([a-z]+)/g)].map(([, name]) => ({ tier, name }));
  });
  expect(projects.toSorted(byName)).toEqual(groups.map(({ tier, name }) => ({ tier, name })).toSorted(byName));
  const run = groups.flatMap(({ files, except }) => globSync(files, { cwd: root, exclude: except }));
  expect(run.toSorted()).toEqual(globSync("test/**/*.test.ts", { cwd: root }).toSorted());
});
