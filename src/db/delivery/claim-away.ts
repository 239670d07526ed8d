import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from "../schema/orm.ts";
import { isToBeSent } from "./claim-outbox.ts";
import type { Lease } from "./lease.ts";
import { platform } from "./left-to-others.ts";
import { readableRows, type OutboxRow } from "./outbox-row.ts";
import { cardBelow } from "./outbox-store.ts";

/** Which reminders and pages to claim. */
export interface AwayClaim {
  readonly now: Instant;
  readonly lease: Lease;
  readonly limit: number;
  /** They were to be sent by then. */
  readonly dueBefore: Instant;
  /** An attempt whose outcome is in doubt was made by then. */
  readonly attemptedBefore: Instant;
  /** The platforms to which no running process can send, and the people who are reached only there. */
  readonly away: { readonly people: readonly string[]; readonly platforms: readonly string[] };
  /** Whom a running process reaches: people in chat, people by e-mail, and the channels of triage. */
  readonly inReach: {
    readonly people: readonly string[];
    readonly mailboxes: readonly string[];
    readonly triage: boolean;
  };
}

type Sql = ReturnType<typeof sql>;

const among = (value: Sql, values: readonly string[]) =>
  values.length === 0 ? sql`false` : inArray(sql`coalesce(${value}, '')`, [...values]);

const isAway = ({ people, platforms }: AwayClaim["away"]) =>
  or(
    and(
      isNull(outbox.handedOver),
      sql`${outbox.target}->>'kind' = 'person'`,
      among(sql`${outbox.target}->>'person'`, people),
    ),
    and(isNotNull(outbox.handedOver), among(platform(sql`${outbox.handedOver}->>'next'`), platforms)),
    and(sql`${outbox.target}->>'kind' = 'email'`, among(sql`'email'`, platforms)),
    among(platform(sql`coalesce(${cards.refChannel}, ${cards.place}->>'channel', ${cards.place}->>'user')`), platforms),
  );

const next = sql`coalesce(${outbox.message}->'notice', ${outbox.message}->'page')->'next'`;

/** A damaged row has none. */
const nextRecipients = sql`case when jsonb_typeof(${next}) = 'array' then ${next} else '[]'::jsonb end`;

/** One of the next recipients can be reached. */
const hasNextInReach = ({ people, mailboxes, triage }: AwayClaim["inReach"]) => sql`exists (
  select from jsonb_array_elements(${nextRecipients}) next
  where ${or(
    and(sql`next->>'how' = 'direct'`, among(sql`next->>'person'`, people)),
    and(sql`next->>'how' = 'email'`, among(sql`next->>'person'`, mailboxes)),
    triage ? sql`next->>'how' = 'mention'` : undefined,
  )})`;

/** Claims reminders and pages whose platform is away, and which another recipient can get instead. */
export const claimAway = (db: Database, claim: AwayClaim): Promise<readonly OutboxRow[]> =>
  db.transaction(async (tx) => {
    const found = await tx
      .select({ row: outbox })
      .from(outbox)
      .leftJoin(cards, eq(cards.id, cardBelow))
      .where(
        and(
          isToBeSent(claim.now),
          lte(outbox.notBefore, claim.dueBefore),
          or(isNull(outbox.attemptedAt), lte(outbox.attemptedAt, claim.attemptedBefore)),
          sql`${outbox.message}->>'type' in ('reminder', 'page')`,
          isAway(claim.away),
          hasNextInReach(claim.inReach),
        ),
      )
      .orderBy(asc(outbox.notBefore), asc(outbox.id))
      .limit(claim.limit)
      .for("update", { of: outbox, skipLocked: true });
    // A row that cannot be read is reported by the process that is away.
    const rows = readableRows(found.map(({ row }) => row));
    if (rows.length > 0)
      await tx
        .update(outbox)
        .set({ lease: claim.lease.token, leasedUntil: claim.lease.until })
        .where(
          inArray(
            outbox.id,
            rows.map(({ id }) => id),
          ),
        );
    return rows;
  });
