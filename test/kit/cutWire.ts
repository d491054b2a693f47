/** A wire that gives one recorded answer, cut into pieces at will. */
import type { Wire } from "../../src/models/wire";
import { dataOf, type Trace } from "./replayServer";

export function cutWire(trace: Trace, cuts: readonly number[]): Wire {
  const bytes = Buffer.from(dataOf(trace));
  const { status = 200, headers = {} } = trace.response;
  return async () => ({
    status,
    header: (name) => headers[name] ?? "",
    bytes: pieces(bytes, cuts),
  });
}

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    if (to > from) yield bytes.subarray(from, to);
    from = to;
  }
}
