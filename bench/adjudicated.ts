/** Steps of real notes that were looked at by eye: whether they still get the verdict that was judged, and what is new. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StepData } from "../src/protocol/review";
import { freshReviewer } from "../test/kit/freshReviewer";
import { counts, jsonLines, print, share } from "./figures";

/** What the eye said: the author slipped, was wrongly accused, is right, or is right although the formula is misread. */
type Judgement = "slip" | "accused" | "right" | "misread" | "wrong";

interface Adjudication {
  /** A file of the documents with its line, or the id of a display. */
  readonly file: string;
  readonly line: number;
  /** Of the formula, without its blanks. */
  readonly hash: string;
  readonly verdict: string;
  readonly judgement: Judgement;
  readonly note?: string;
}

interface Seen {
  readonly file: string;
  readonly line: number;
  readonly step: StepData;
}

const documentsRoot = "../shared/corpora/documents";
const chainsPath = "../shared/corpora/chains.jsonl";
const kept = "test/adjudicated";

/** `--show` lists every step whose verdict is another than the one that was looked at. */
export function adjudicated(args: readonly string[]): void {
  report("documents", jsonLines(join(kept, "documents.jsonl")), inDocument, args);
  const items = new Map(jsonLines<Item>(chainsPath).map((item) => [item.id, item]));
  report("chains", jsonLines(join(kept, "chains.jsonl")), (id) => inDisplay(items.get(id)), args);
}

function report(
  name: string,
  known: readonly Adjudication[],
  read: (file: string) => readonly Seen[],
  args: readonly string[],
): void {
  const seen = [...new Set(known.map(({ file }) => file))].flatMap(read);
  const now = new Map(seen.map((entry) => [keyOf(entry.file, hashOf(entry.step)), entry]));
  const judged = known.map((entry) => ({ ...entry, now: now.get(keyOf(entry.file, entry.hash)) }));
  const still = judged.filter((entry) => entry.now && verdictOf(entry.now.step) === entry.verdict);
  const wrong = judged.filter(({ now: at, judgement }) => at && isWrong(at.step, judgement));
  const refuted = judged.filter(({ now: at }) => at?.step.verdict === "refuted");
  const slips = judged.filter(({ judgement }) => judgement === "slip");
  const looked = new Set(known.map((entry) => keyOf(entry.file, entry.hash)));
  const fresh = seen.filter(
    ({ file, step }) => step.verdict === "refuted" && !looked.has(keyOf(file, hashOf(step))),
  );
  print(
    `${name}: ${known.length} steps looked at (${counts(known.map(({ judgement }) => judgement))})`,
    `  verdict as it was: ${share(still.length, known.length)}`,
    `  refuted that are slips: ${share(refuted.filter(({ judgement }) => judgement === "slip").length, refuted.length)}`,
    `  slips found: ${share(slips.filter(({ now: at }) => at?.step.verdict === "refuted").length, slips.length)}`,
    `  wrong now: ${wrong.length}; refuted and never looked at: ${fresh.length}`,
  );
  for (const { file, line, judgement, now: at } of wrong)
    print(`  WRONG ${file}:${line} ${judgement}, now ${at ? verdictOf(at.step) : "gone"}`);
  for (const { file, line, step } of fresh) print(`  NEW ${file}:${line} ${step.readAs ?? ""}`);
  if (args.includes("--show"))
    for (const { file, line, verdict, now: at } of judged)
      if (!at || verdictOf(at.step) !== verdict)
        print(`  ${file}:${line} was ${verdict}, now ${at ? verdictOf(at.step) : "gone"}`);
}

/** A slip that holds, or a right step that is refuted. */
const isWrong = (step: StepData, judgement: Judgement): boolean =>
  judgement === "slip" || judgement === "wrong"
    ? step.verdict === "proved" || step.verdict === "agrees"
    : step.verdict === "refuted";

const verdictOf = (step: StepData): string => (step.tacit ? `tacit:${step.verdict}` : step.verdict);

const keyOf = (file: string, hash: string): string => `${file} ${hash}`;

const hashOf = ({ left, relation, right }: StepData): string =>
  createHash("sha1")
    .update(`${left} ${relation} ${right}`.replace(/\s+/g, ""))
    .digest("hex")
    .slice(0, 12);

interface Item {
  readonly id: string;
  readonly latex: string;
  readonly macros: Readonly<Record<string, string>>;
}

const inDocument = (file: string): readonly Seen[] =>
  stepsOf(file, readFileSync(join(documentsRoot, file), "utf8"), {});

const inDisplay = (item: Item | undefined): readonly Seen[] =>
  item ? stepsOf(item.id, item.latex, item.macros) : [];

function stepsOf(file: string, text: string, macros: Item["macros"]): readonly Seen[] {
  const reviewer = freshReviewer(Object.values(macros).join("\n"));
  return reviewer
    .review(file, text, { read: () => undefined })
    .files.flatMap(({ displays }) => displays.flatMap(({ steps }) => steps))
    .map((step) => ({ file, line: step.end.line, step }));
}
