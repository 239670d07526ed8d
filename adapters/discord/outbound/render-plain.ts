import { ComponentType, MessageFlags } from "discord.js";
import type { Card } from "../../../src/chat/card.ts";
import { plainText } from "../../shared/plain-card.ts";
import { escapedWithin } from "../inbound/text.ts";
import type { DiscordContent } from "./render-card.ts";

/**
 * Renders a card as one plain text, for when Discord refuses its components. It stays a message of components, because
 * that flag cannot be removed.
 */
export const renderPlain = (card: Card): DiscordContent => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: ComponentType.Container,
      components: [{ type: ComponentType.TextDisplay, content: escapedWithin(plainText(card, "discord"), 2_000) }],
    },
  ],
  allowed_mentions: { parse: [], users: [], replied_user: false },
});
