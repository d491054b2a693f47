/** Labelled equations: how many true ones hold, how many false ones are refuted, and that none is called the wrong way. */
import { wordOf } from "../src/protocol/words";
import { verifyItem } from "../src/review/verify";
import { labelled } from "../test/kit/families";
import { counts, jsonLines, print, share, timings } from "./figures";

interface Item {
  readonly id: string;
  readonly topic: string;
  readonly latex: string;
  readonly assume: readonly string[];
  readonly metric: "mostly-minus" | "mostly-plus" | null;
  readonly dim: number | "d" | null;
  readonly label: boolean;
  readonly mutation_of: string | null;
}

/** `--own` takes the project's own set; `--tacit` switches the premise search on and shows what it excuses; `--list` shows every item that is not as labelled. */
export function identities(args: readonly string[]): void {
  const path = args.find((arg) => !arg.startsWith("--")) ?? "../shared/identities/identities.jsonl";
  const items = args.includes("--own") ? labelled() : jsonLines<Item>(path);
  const results = items.map((item: Item) => ({
    item,
    outcome: judgeItem(item, args.includes("--tacit")),
  }));
  const held = (verdict: string) => verdict === "proved" || verdict === "agrees";
  const yes = results.filter(({ item }) => item.label);
  const no = results.filter(({ item }) => !item.label);
  const wrong = [
    ...no.filter(({ outcome }) => held(outcome.verdict) && !outcome.tacit),
    ...yes.filter(({ outcome }) => outcome.verdict === "refuted"),
  ];
  const families = new Map(yes.map(({ item, outcome }) => [item.id, held(outcome.verdict)]));
  for (const { item, outcome } of no)
    if (item.mutation_of && outcome.verdict !== "refuted") families.set(item.mutation_of, false);
  print(
    `true items held:        ${share(yes.filter(({ outcome }) => held(outcome.verdict)).length, yes.length)}`,
    `  of them proved:       ${yes.filter(({ outcome }) => outcome.verdict === "proved").length}`,
    `false items refuted:    ${share(no.filter(({ outcome }) => outcome.verdict === "refuted").length, no.length)}`,
    `false items tacit:      ${share(no.filter(({ outcome }) => outcome.tacit).length, no.length)}`,
    `true items tacit:       ${share(yes.filter(({ outcome }) => outcome.tacit).length, yes.length)}`,
    `called the wrong way:   ${wrong.length}`,
    `separated families:     ${share([...families.values()].filter(Boolean).length, families.size)}`,
    `true:  ${counts(yes.map(({ outcome }) => outcome.why ?? outcome.verdict))}`,
    `false: ${counts(no.map(({ outcome }) => outcome.why ?? outcome.verdict))}`,
    `time:  ${timings(results.map(({ outcome }) => outcome.ms))}`,
  );
  for (const { item, outcome } of wrong)
    print(`WRONG  ${item.id}  ${wordOf(outcome)}  ${item.latex}  read as ${outcome.readAs}`);
  for (const { item, outcome } of results)
    if (outcome.tacit)
      print(
        `TACIT  ${item.id} (${item.label ? "true" : "false"})  ${outcome.premises.flatMap(({ source, id, latex }) => (source === "tacit" ? [`${id}: ${latex}`] : [])).join("; ")}  ${item.latex}`,
      );
  if (args.includes("--list"))
    for (const { item, outcome } of results)
      if (item.label ? !held(outcome.verdict) : outcome.verdict !== "refuted")
        print(
          `${item.id}  ${outcome.why ?? outcome.verdict}: ${outcome.detail ?? ""}  ${item.latex}  read as ${outcome.readAs}`,
        );
}

const judgeItem = ({ latex, assume, metric, dim }: Item, search: boolean) =>
  verifyItem({
    latex,
    assume,
    ...(metric ? { metric } : {}),
    ...(dim ? { dim } : {}),
    ...(search ? {} : { premises: "none" as const }),
  });
