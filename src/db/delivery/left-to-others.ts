import { cards, outbox } from "../schema/delivery-schema.ts";
import { and, isNotNull, isNull, notInArray, or, sql } from "../schema/orm.ts";

/** The platforms that other processes serve, and the people whom such a process reaches. */
export interface LeftToOthers {
  readonly people: readonly string[];
  readonly platforms: readonly string[];
}

/** The column or expression has none of the values. */
export const none = (values: readonly string[], column: ReturnType<typeof sql>) =>
  values.length === 0 ? undefined : notInArray(sql`coalesce(${column}, '')`, [...values]);

/** The platform of a channel or user. */
export const platform = (place: ReturnType<typeof sql>) => sql`split_part(${place}, ':', 1)`;

/**
 * Leaves messages to the processes that can send them. A message that was handed over belongs to a process with the
 * platform where it is tried next. The statement must join the card below which the message goes.
 */
export const isForThisProcess = ({ people, platforms }: LeftToOthers) =>
  platforms.length === 0
    ? undefined
    : or(
        and(
          isNull(outbox.handedOver),
          none(people, sql`${outbox.target}->>'person'`),
          none(platforms, platform(sql`${cards.refChannel}`)),
        ),
        and(isNotNull(outbox.handedOver), none(platforms, platform(sql`${outbox.handedOver}->>'next'`))),
      );
