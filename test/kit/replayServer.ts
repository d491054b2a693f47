/** Recorded answers of servers, given again over a real socket of this machine. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Trace {
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly response: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** `end`, or the way the connection broke. */
    readonly ended?: string;
    readonly netError?: string;
    readonly chunks?: readonly { readonly data: string }[];
  };
}

export interface Heard {
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Replay {
  readonly url: string;
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

export const trace = (folder: string, name: string): Trace =>
  JSON.parse(readFileSync(`test/fixtures/${folder}/${name}.json`, "utf8"));

export const dataOf = ({ response }: Trace): string =>
  (response.chunks ?? []).map(({ data }) => data).join("");

/** Each is sent as a chunk of its own. */
function piecesOf(chunks: readonly { readonly data: string }[], cuts: readonly number[]): Buffer[] {
  if (cuts.length === 0) return chunks.map(({ data }) => Buffer.from(data));
  const whole = Buffer.from(chunks.map(({ data }) => data).join(""));
  const ends = [...cuts.filter((at) => at > 0 && at < whole.length), whole.length];
  return ends.map((end, i) => whole.subarray(ends[i - 1] ?? 0, end));
}

const perConnection = ["connection", "keep-alive", "transfer-encoding", "content-length", "date"];

/** Gives these answers in order, the last one again and again, whatever is asked; cut before these bytes, where any are named. */
export async function replay(
  traces: readonly Trace[],
  cuts: readonly number[] = [],
): Promise<Replay> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const next = traces[Math.min(heard.length, traces.length - 1)]?.response;
      const body = Buffer.concat(chunks).toString();
      heard.push({ url: request.url ?? "", body, headers: request.headers });
      if (!next || next.netError) return void request.socket.destroy();
      const headers = Object.entries(next.headers ?? {}).filter(
        ([name]) => !perConnection.includes(name),
      );
      response.writeHead(next.status ?? 200, Object.fromEntries(headers));
      for (const piece of piecesOf(next.chunks ?? [], cuts)) response.write(piece);
      if (next.ended === "end") response.end();
      else setImmediate(() => request.socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
