/** Tries again what never began: busy servers, servers that load, connections that were reset. */
import { type Failure, failure } from "./failure";
import { whole } from "./stream";
import type { Wire, WireRequest, WireResponse } from "./wire";

export interface Patience {
  /** Attempts after the first. */
  readonly tries: number;
  /** Rejects nothing: an aborted wait simply ends. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const usualPatience: Patience = {
  tries: 4,
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    }),
};

/** What a server said in place of an answer. */
export interface Refused {
  readonly kind: "refused";
  readonly status: number;
  readonly said: string;
}

const again = new Set([408, 429, 502, 503, 529]);

/** A response that begins an answer, what the server says instead, or why nothing was heard. */
export async function send(
  wire: Wire,
  request: WireRequest,
  patience: Patience,
  signal: AbortSignal,
): Promise<WireResponse | Refused | Failure> {
  for (let attempt = 0; ; attempt++) {
    let last: Refused | Failure;
    let pause = 500 * 2 ** attempt;
    try {
      const response = await wire(request, signal);
      if (response.status >= 200 && response.status < 300) return response;
      last = { kind: "refused", status: response.status, said: said(await whole(response.bytes)) };
      if (!again.has(response.status)) return last;
      pause = retryAfter(response.header("retry-after")) ?? pause;
    } catch (error) {
      if (signal.aborted) return failure("cancelled");
      last = failure("unreachable", error instanceof Error ? error.message : String(error));
    }
    if (attempt >= patience.tries) return last;
    await patience.wait(Math.min(pause, longest), signal);
    if (signal.aborted) return failure("cancelled");
  }
}

const longest = 30_000;

/** Seconds, or a date as HTTP writes it. */
function retryAfter(header: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** The message inside a body of errors, whichever way a server wraps it. */
export function said(body: string): string {
  try {
    return errorIn(JSON.parse(body)) ?? body;
  } catch {
    return body.replace(/<[^>]*>/g, " ");
  }
}

/** The message of an object that speaks of an error. */
export function errorIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { error, message, detail, object } = value as Readonly<Record<string, unknown>>;
  if (typeof error === "string" && error) return error;
  if (typeof error === "object" && error !== null) {
    const inner = error as Readonly<Record<string, unknown>>;
    return String(inner["message"] ?? JSON.stringify(error));
  }
  if (object === "error" && typeof message === "string") return message;
  if (detail !== undefined) return typeof detail === "string" ? detail : JSON.stringify(detail);
  return undefined;
}

/** The kind of failure that a refusal by status and words is. */
export function asFailure({ status, said: words }: Omit<Refused, "kind">): Failure {
  if (speaksOfContext(words) || status === 413) return failure("context", words);
  if (status === 401 || status === 403) return failure("key", words);
  if (status === 404 || status === 405) return failure("missing", words);
  if (status === 503) return failure(/load/i.test(words) ? "loading" : "busy", words);
  if (status === 429 || status === 529) return failure("busy", words);
  if (status >= 500) return failure("server", words);
  return failure("request", words);
}

export const speaksOfContext = (words: string): boolean =>
  /context (?:size|length|window)|maximum context|exceed_context|prompt is too long|too many tokens|max_model_len/i.test(
    words,
  );
