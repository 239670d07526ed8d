const person = "<@U0LUIS0001>";
const mentionsAndLines = person.repeat(1_500) + "\n".repeat(20_000) + "x";

const five = (attachment: object): object => ({ attachments: Array.from({ length: 5 }, () => attachment) });

/** Attachments of a Slack message that make careless readers slow, by name. */
export const hostileForwards: Readonly<Record<string, object>> = {
  "five shared messages with mentions and lines": five({
    is_share: true,
    author_name: "Ana",
    text: mentionsAndLines,
  }),
  "five shared messages with mentions between lines": five({
    is_share: true,
    author_name: "Ana",
    text: `${person}\n`.repeat(2_800),
  }),
  "five shared messages whose blocks hold mentions and lines": five({
    is_share: true,
    text: "x",
    message_blocks: [
      {
        message: {
          blocks: [
            {
              type: "rich_text",
              elements: [
                {
                  type: "rich_text_section",
                  elements: Array.from({ length: 1_500 }, () => [
                    { type: "text", text: "a\n", style: { bold: true } },
                    { type: "user", user_id: "U0LUIS0001" },
                  ]).flat(),
                },
              ],
            },
          ],
        },
      },
    ],
  }),
  "ten shared messages whose blocks say nothing": {
    attachments: Array.from({ length: 10 }, () => ({
      is_share: true,
      text: "",
      message_blocks: [
        {
          message: {
            blocks: [
              {
                type: "rich_text",
                elements: [
                  {
                    type: "rich_text_section",
                    elements: Array.from({ length: 2_500 }, () => ({ type: "text", text: "" })),
                  },
                ],
              },
            ],
          },
        },
      ],
    })),
  },
  "many attachments that are nothing": { attachments: Array.from({ length: 60_000 }, () => ({ text: 1 })) },
};
