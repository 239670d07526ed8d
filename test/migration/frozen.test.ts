import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrationsFolder } from "../../src/db/connection/migrate.ts";

/** The hash of each migration that databases may already have. When a migration is released, it gets a line. */
const frozen: Readonly<Record<string, string>> = {
  "0000_first.sql": "2f6ee6382db4595461daccb9c1c9f572eae7ab8e5942c78dd66e925e00b78e2a",
  "0001_estimate_shared_tickets.sql": "a13599f22f655d428f9389e37a1d2d7e7b07689c48d6d0bf48ab1f4112d089f8",
  "0002_split_words_quickly.sql": "3f8d9d598db3cd84a3c13a14edbdeb94decb69b830c92ed065c407fb536603ed",
  "0003_read_tech_messages.sql": "73416f5901bca6327cd4653aa4f00752749b1acd89fd311d696ad9ff7b55acee",
  "0004_record_outcomes.sql": "1bfc2cb9a50fc4bd86ec254f3484dabbc0a2d95e1710f3d49a1a0f1773a9a764",
  "0005_derive_older_outcomes.sql": "1b3e2b93aa3805994b6ad52b6414341c2fa7cd5bc00a543a61c25de6a6a92532",
  "0006_keep_statements.sql": "9f2f2682e93b3fe25c4cf2fa00ded6d2ed4750f96bf083c23e3b3bf5eb214cd6",
  "0007_staff_reports.sql": "0a066574e13e1f44d665686a6f05fc52ddd5b53df9d4f622d719f262398420a5",
  "0008_count_events_in_reports.sql": "372e3cf25a5b8346cb87f9c281ce079ba2feb7e2a68edc5c873f57060c8c4d46",
  "0009_record_consulting_time.sql": "cdfe2c95b39d691cee9c5c53a08f85b68afe7b728e6d47fa44f9b22ec6abb9c0",
  "0010_mail_to_customers.sql": "a84d1eda100753f998328da1d4131f81e4dc87ac79939dfc851f34b80b68aa64",
  "0011_take_mails_in.sql": "75a39ef03e0c1f253ce00ee5e468de77c85fef080a6703c8e8201405355dcb96",
  "0012_hold_mailboxes.sql": "39cf0715223bdb7e2e84b528c2f2ba6aee65355ee9eababe8f57ceeb2c80acd2",
};

const hashOf = (text: string): string => createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");

test.each(Object.entries(frozen))("%s has not changed since databases were made with it", (name, hash) => {
  expect(
    hashOf(readFileSync(join(migrationsFolder, name), "utf8")),
    `drizzle/${name} changed, but databases exist that have it already, and they would never get the change. ` +
      "Take the file back as it is on the main branch, and add a migration instead: npm run migrations -- --name what_it_does",
  ).toBe(hash);
});
