import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { LogLevel, WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { privately } from "../../../adapters/slack/outbound/answer.ts";
import { sentenceCard } from "../../../src/i18n/spans.ts";

test.each([200, 500])(
  "the adapter does not read what a response_url answers with %i, and closes the connection",
  async (status) => {
    const answers: ServerResponse[] = [];
    const slack = createServer((_, response) => {
      answers.push(response);
      response.writeHead(status);
      // More than any buffer on the way holds, so that it ends only if the other side reads it or closes.
      response.write(Buffer.alloc(32 * 1024 * 1024));
    });
    slack.listen(0, "127.0.0.1");
    await once(slack, "listening");
    const url = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/`;
    const inboundEvent = {
      kind: "press",
      key: "k",
      at: 0,
      by: { user: "slack:U1", name: "Carla" },
      channel: "slack:C1",
      action: "claim",
    } as const;
    const answer = privately(
      {
        client: new WebClient("xoxb-1", {
          slackApiUrl: `${url}api/`,
          retryConfig: { retries: 0 },
          logLevel: LogLevel.ERROR,
          timeout: 200,
        }),
        warn: () => {},
        linkTo: () => null,
        apiUrl: `${url}api/`,
      },
      { inboundEvent, thread: null, responseUrl: `${url}commands/1`, onPrivate: false } as never,
    );
    const answered = answer(sentenceCard("Done."));
    await expect.poll(() => answers[0]?.closed).toBe(true);
    slack.closeAllConnections();
    slack.close();
    await answered;
  },
);
