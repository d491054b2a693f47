/** One request over HTTP: no time-out of its own, a socket of its own, closed when nobody waits any more. */
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface WireResponse {
  readonly status: number;
  header(name: string): string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type Wire = (request: WireRequest, signal: AbortSignal) => Promise<WireResponse>;

/** Rejects where no response begins: refused, reset, name unknown, aborted. */
export const wire: Wire = ({ method, url, headers, body }, signal) =>
  new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const open = url.startsWith("https:") ? overHttps : overHttp;
    const sent = open(
      url,
      {
        method,
        agent: false,
        signal,
        headers: {
          accept: "application/json, text/event-stream",
          ...(payload === undefined
            ? {}
            : {
                "content-type": "application/json",
                "content-length": String(Buffer.byteLength(payload)),
              }),
          ...headers,
        },
      },
      (response) =>
        resolve({
          status: response.statusCode ?? 0,
          header: (name) => String(response.headers[name] ?? ""),
          bytes: response,
        }),
    );
    sent.on("error", reject);
    sent.end(payload);
  });
