/** How much of real notes is read: sides whole, gaps by token, tokens lost on the way, time a side. */
import { generator } from "../src/math/evaluate/number/random";
import { hole } from "../src/math/expr/build";
import type { Expr } from "../src/math/expr/node";
import { printExpr } from "../src/math/expr/print";
import { printStatement } from "../src/math/expr/printStatement";
import { some } from "../src/math/expr/walk";
import { parseFormula } from "../src/paper/latex/formula";
import { defaultContext } from "../src/paper/notation/context";
import { prepare } from "../src/paper/notation/prepare";
import { readSides } from "../src/paper/notation/read";
import { toLatex } from "../src/paper/notation/toLatex";
import { knowing } from "../test/kit/knowing";
import { lostTokens } from "../test/kit/lostTokens";
import { counts, jsonLines, print, share, timings } from "./figures";

interface Pair {
  readonly id: string;
  readonly lhs: string;
  readonly rhs: string;
}

interface Side {
  readonly id: string;
  readonly source: string;
  readonly tree: Expr | undefined;
  readonly gaps: readonly string[];
  readonly lost: readonly string[];
  readonly readings: number;
  readonly ms: number;
}

/** `--every N` takes each Nth pair; `--gaps TOKEN` shows the sides with that gap, `--draw N --seed S` N readings drawn at random, `--lost` lost tokens, `--round` the sides that do not come back from their LaTeX. */
export function read(args: readonly string[]): void {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const folder = args[0]?.startsWith("--") === false ? args[0] : "../shared/corpora";
  const every = Number(option("--every") ?? 1);
  const pairs = jsonLines<Pair>(`${folder}/pairs.jsonl`).filter((_, i) => i % every === 0);
  const sides = pairs.flatMap(readPair);
  const whole = sides.filter(isWhole);
  print(
    `${sides.length} sides, read whole: ${share(whole.length, sides.length)}`,
    `several readings: ${share(sides.filter((side) => side.readings > 1).length, sides.length)}`,
    `sides that lose a token: ${sides.filter((side) => side.lost.length > 0).length}: ${counts(sides.flatMap((side) => side.lost)).slice(0, 600)}`,
    `time: ${timings(sides.map((side) => side.ms))}`,
    `gaps: ${counts(sides.flatMap((side) => [...new Set(side.gaps)])).slice(0, 3000)}`,
  );
  const token = option("--gaps");
  if (token) show(sides.filter((side) => side.gaps.includes(token)));
  if (args.includes("--lost")) show(sides.filter((side) => side.lost.length > 0));
  if (args.includes("--round")) roundTrip(sides);
  show(drawn(sides, Number(option("--draw") ?? 0), Number(option("--seed") ?? 1)));
}

function drawn(sides: readonly Side[], count: number, seed: number): Side[] {
  const random = generator(seed);
  const left = [...sides];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

const show = (sides: readonly Side[]): void => {
  for (const side of sides.slice(0, 400))
    print(
      "",
      `${side.id}${side.readings > 1 ? ` (${side.readings} readings)` : ""}${side.lost.length > 0 ? ` lost: ${side.lost.join(" ")}` : ""}`,
      `  ${side.source.replace(/\s+/g, " ")}`,
      `  ${side.tree ? printStatement([side.tree], []) : "nothing"}`,
    );
};

const isWhole = (side: Side): boolean =>
  side.tree !== undefined && side.gaps.length === 0 && !some(side.tree, unread);

const unread = (node: Expr): boolean =>
  node.kind === "hole" || (node.kind === "opaque" && node.what === "beside");

function readPair({ id, lhs, rhs }: Pair): Side[] {
  const began = performance.now();
  const sources = [lhs, rhs];
  const nodes = sources.map((source) => prepare(parseFormula(source).nodes));
  const { readings } = readSides(nodes, defaultContext());
  const ms = (performance.now() - began) / sources.length;
  return sources.map((source, i): Side => {
    const tree = readings[0]?.[i];
    return {
      id,
      source,
      tree,
      gaps: tree ? gapsOf(tree) : ["nothing"],
      lost: tree ? lostTokens(nodes[i] ?? [], tree) : [],
      readings: readings.length,
      ms,
    };
  });
}

function gapsOf(tree: Expr): string[] {
  const found: string[] = [];
  some(tree, (node) => {
    if (node.kind === "hole") found.push(/^\\[a-zA-Z]+|^./u.exec(node.source)?.[0] ?? "");
    return false;
  });
  return found;
}

/** Prints every side, reads it again beside the other side of its pair, and shows those that are not the same tree. */
function roundTrip(sides: readonly Side[]): void {
  const pairs = sides.flatMap((_, i) =>
    i % 2 === 0 ? [sides.slice(i, i + 2).filter(isWhole)] : [],
  );
  const count = pairs.flat().length;
  const changed = pairs.flatMap(changedOnTheWay);
  const alike = changed.filter(({ before, after }) => printExpr(before) === printExpr(after));
  print(
    `printed and read again: the same tree ${share(count - changed.length, count)}, only printed alike ${alike.length}, different ${changed.length - alike.length}`,
  );
  for (const { id, before, latex, after } of changed)
    print("", id, `  ${printExpr(before)}`, `  ${latex}`, `  ${printExpr(after)}`);
}

interface Change {
  readonly id: string;
  readonly before: Expr;
  readonly latex: string;
  readonly after: Expr;
}

function changedOnTheWay(sides: readonly Side[]): Change[] {
  const trees = sides.flatMap(({ tree }) => tree ?? []);
  const latex = trees.map(toLatex);
  const nodes = latex.map((text) => prepare(parseFormula(text).nodes));
  const [back = []] = readSides(nodes, knowing(...trees)).readings;
  return trees.flatMap((before, i): Change[] => {
    const after = back[i] ?? hole("");
    const id = sides[i]?.id ?? "";
    return after === before ? [] : [{ id, before, latex: latex[i] ?? "", after }];
  });
}
