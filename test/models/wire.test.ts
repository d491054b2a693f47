/** How questions are sent: again when nothing began, never after, and not for a moment longer than wanted. */
import { strict as assert } from "node:assert";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { asker } from "../../src/models/ask";
import { type Profile, profileFrom } from "../../src/models/profile";
import { object } from "../../src/models/shape";

const question = { messages: [{ role: "user", content: "?" }] } as const;
const finished =
  'data: {"choices":[{"delta":{"content":"yes"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';

describe("a question on its way", () => {
  it("is sent again while the server loads, after the pause it asks for", async () => {
    const pauses: number[] = [];
    let count = 0;
    await serving(
      (_, response) => {
        count++;
        if (count === 1) response.writeHead(503, { "retry-after": "7" }).end("{}");
        else if (count === 2) response.writeHead(503).end('{"error":{"message":"Loading model"}}');
        else response.writeHead(200, { "content-type": "text/event-stream" }).end(finished);
      },
      async (profile) => {
        const wait = async (ms: number) => void pauses.push(ms);
        const ask = asker(profile, { key: "", patience: { tries: 4, wait } });
        const outcome = await ask(question, () => undefined, new AbortController().signal);
        assert.equal(outcome.text, "yes");
        assert.deepEqual(pauses, [7000, 1000]);
      },
    );
  });

  for (const status of [408, 429, 502, 503, 529])
    it(`is sent again after ${status} and after a reset, before anything was answered`, async () => {
      let count = 0;
      await serving(
        (request, response) => {
          count++;
          if (count === 1) response.writeHead(status).end("busy");
          else if (count === 2) request.socket.destroy();
          else response.writeHead(200, { "content-type": "text/event-stream" }).end(finished);
        },
        async (profile) => {
          const ask = asker(profile, {
            key: "",
            patience: { tries: 2, wait: async () => undefined },
          });
          const outcome = await ask(question, () => undefined, new AbortController().signal);
          assert.equal(outcome.text, "yes");
          assert.equal(count, 3);
        },
      );
    });

  it("is not sent again once an answer has begun, and what came is kept", async () => {
    let count = 0;
    await serving(
      (request, response) => {
        count++;
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write('data: {"choices":[{"delta":{"content":"half"}}]}\n\n', () =>
          request.socket.destroy(),
        );
      },
      async (profile) => {
        const ask = asker(profile, {
          key: "",
          patience: { tries: 2, wait: async () => undefined },
        });
        const outcome = await ask(question, () => undefined, new AbortController().signal);
        assert.equal(outcome.kind === "failure" && outcome.why, "cut");
        assert.deepEqual([outcome.text, count], ["half", 1]);
      },
    );
  });

  it("is not sent again after a refusal of ours or a failure while writing", async () => {
    for (const status of [400, 401, 404, 500]) {
      let count = 0;
      await serving(
        (_, response) => {
          count++;
          response.writeHead(status).end("{}");
        },
        async (profile) => {
          const wait = async () => undefined;
          const ask = asker(profile, { key: "", patience: { tries: 4, wait } });
          const outcome = await ask(question, () => undefined, new AbortController().signal);
          assert.equal(outcome.kind, "failure");
          assert.equal(count, 1);
        },
      );
    }
  });

  it("is asked without a shape of a server that knows none", async () => {
    const bodies: Record<string, unknown>[] = [];
    await serving(
      (request, response) => {
        let body = "";
        request.on("data", (chunk) => {
          body += chunk;
        });
        request.on("end", () => {
          bodies.push(JSON.parse(body));
          if (bodies.length === 1)
            response.writeHead(400).end('{"error":{"message":"response_format is not supported"}}');
          else response.writeHead(200, { "content-type": "text/event-stream" }).end(finished);
        });
      },
      async (profile) => {
        const shape = object({ a: { type: "string" } });
        const ask = asker(profile, { key: "" });
        await ask({ ...question, shape }, () => undefined, new AbortController().signal);
        assert.deepEqual(
          bodies.map((body) => "response_format" in body),
          [true, false],
        );
      },
    );
  });

  it("closes its socket within 100 ms when it is cancelled", async () => {
    let closed = 0;
    await serving(
      (_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write('data: {"choices":[{"delta":{"content":"on and on"}}]}\n\n');
        response.on("close", () => {
          closed = performance.now();
        });
      },
      async (profile) => {
        const controller = new AbortController();
        let cancelled = 0;
        const outcome = await asker(profile, { key: "" })(
          question,
          () => {
            cancelled = performance.now();
            controller.abort();
          },
          controller.signal,
        );
        while (closed === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        assert.ok(closed - cancelled < 100, `${closed - cancelled} ms`);
        assert.equal(outcome.kind === "failure" && outcome.why, "cancelled");
        assert.equal(outcome.text, "on and on");
      },
    );
  });

  it("gives up on silence only where the profile says so", async () => {
    await serving(
      (_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(": waiting\n\n");
      },
      async (profile) => {
        const ask = asker({ ...profile, idleSeconds: 0.05 }, { key: "" });
        const outcome = await ask(question, () => undefined, new AbortController().signal);
        assert.equal(outcome.kind === "failure" && outcome.why, "silent");
      },
    );
  });

  it("carries the key in its header, and no failure repeats one", async () => {
    let seen: string | undefined;
    await serving(
      (request, response) => {
        seen = request.headers.authorization;
        response.writeHead(401).end('{"error":{"message":"Incorrect key: sk-abcdef123456"}}');
      },
      async (profile) => {
        const ask = asker(profile, { key: "sk-abcdef123456" });
        const outcome = await ask(question, () => undefined, new AbortController().signal);
        assert.equal(seen, "Bearer sk-abcdef123456");
        assert.equal(JSON.stringify(outcome).includes("abcdef"), false);
      },
    );
  });
});

async function serving(answer: RequestListener, run: (profile: Profile) => Promise<void>) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1`;
  try {
    await run(profileFrom({ name: "t", kind: "openai", url, model: "m" }) as Profile);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
