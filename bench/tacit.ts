/** Tacit-step items: the right premise named, false controls refuted, true controls without a premise. */
import { verifyItem } from "../src/review/verify";
import { jsonLines, print, share, timings } from "./figures";

interface Item {
  readonly id: string;
  readonly kind: "tacit" | "control_true" | "control_false";
  readonly latex: string;
  readonly premise_id?: string | null;
  readonly metric: "mostly-minus" | "mostly-plus" | null;
  readonly dim?: number | "d";
}

export function tacit(args: readonly string[]): void {
  const path = args.find((arg) => !arg.startsWith("--")) ?? "../shared/identities/tacit.jsonl";
  const results = jsonLines<Item>(path).map((item) => ({
    item,
    outcome: verifyItem({
      latex: item.latex,
      ...(item.metric ? { metric: item.metric } : {}),
      ...(item.dim ? { dim: item.dim } : {}),
    }),
  }));
  const tacitIds = ({ outcome }: (typeof results)[number]) =>
    outcome.premises.filter(({ source }) => source === "tacit").map(({ id }) => id);
  const right = (result: (typeof results)[number]) => {
    const { item, outcome } = result;
    if (item.kind === "control_false") return outcome.verdict === "refuted";
    if (item.kind === "control_true")
      return (outcome.verdict === "proved" || outcome.verdict === "agrees") && !outcome.tacit;
    return (
      item.premise_id !== null &&
      item.premise_id !== undefined &&
      tacitIds(result).includes(item.premise_id)
    );
  };
  for (const kind of ["tacit", "control_true", "control_false"] as const) {
    const of = results.filter(({ item }) => item.kind === kind);
    print(`${kind}: as labelled ${share(of.filter(right).length, of.length)}`);
  }
  print(`time: ${timings(results.map(({ outcome }) => outcome.ms))}`);
  for (const result of results)
    if (!right(result))
      print(
        `${result.item.id} (${result.item.kind} ${result.item.premise_id ?? ""})  ${result.outcome.why ?? result.outcome.verdict} [${tacitIds(result).join(" ")}] ${result.outcome.detail ?? ""}  ${result.item.latex}`,
      );
}
