/** The statements of a display: rows and columns put together into chains of sides. */
import type { Display } from "../latex/manuscript";
import type { TexNode } from "../latex/node";
import { leavesOpen } from "../notation/levels";
import { cover } from "../text/span";
import { asides } from "./asides";
import { type Chain, chainOf } from "./chain";
import { saysCondition, saysFollows } from "./cue";
import { type Piece, pieces } from "./pieces";
import { type Column, type Layout, layouts } from "./rows";
import { isMinus, isOperator } from "./signs";
import type { Condition, Growing, Side, Statement } from "./statement";

export interface Statements {
  /** True where the first one goes on with the last chain of the display above. */
  readonly continues: boolean;
  readonly statements: readonly Statement[];
}

/** `above` is the last side of the display before, for a display that begins with a relation. */
export function statementsOf(display: Display, above: Side | undefined): Statements {
  const all: Growing[] = [];
  let continues = false;
  for (const layout of layouts(display)) {
    const going: Going = { layout, all, columns: new Map(), last: undefined, words: "" };
    for (const [r, row] of layout.rows.entries()) {
      if (row.words) going.words = row.words;
      for (const [c, column] of row.columns.entries()) {
        const found = pieces([...column.before, ...column.after]);
        const [first] = found;
        if (r === 0 && c === 0 && all.length === 0 && above && first && startsWithJoint(first)) {
          continues = true;
          going.last = start([...above.nodes]);
          all.push(going.last);
        }
        addColumn(going, column, c, found);
      }
    }
  }
  const whole = all.filter((growing) => growing.joints.length > 0 && !growing.list).map(finish);
  return {
    continues,
    statements: [...whole, ...whole.flatMap((statement) => asides(statement.sides))],
  };
}

interface Going {
  readonly layout: Layout;
  readonly all: Growing[];
  /** The statement under way in each pair of columns. */
  readonly columns: Map<number, Growing>;
  last: Growing | undefined;
  /** Words that wait for the next statement. */
  words: string;
}

const start = (nodes: TexNode[]): Growing => ({
  sides: [{ nodes }],
  joints: [],
  conditions: [],
  cue: undefined,
  words: "",
  list: false,
});

const startsWithJoint = (piece: Piece): boolean => {
  const chain = chainOf(piece.nodes);
  return chain.joints.length > 0 && chain.sides[0]?.length === 0;
};

function addColumn(going: Going, column: Column, c: number, found: readonly Piece[]): void {
  const run: Run = { fresh: 0, list: "none", from: going.last?.joints.length ?? 0 };
  for (const [i, piece] of found.entries()) {
    const chain = chainOf(piece.nodes);
    const target = i === 0 ? (going.columns.get(c) ?? going.last) : going.last;
    const leads = chain.joints.length > 0 && chain.sides[0]?.length === 0;
    if (piece.nodes.length === 0) takeWords(going, piece);
    else if (
      target &&
      i === 0 &&
      piece.words.length === 0 &&
      piece.after !== "implies" &&
      (leads || goesOn(going.layout, column, piece, chain, target))
    ) {
      extend(target, chain);
      setLast(going, c, target);
      run.fresh++;
    } else if (target && i > 0 && leads) extend(target, chain);
    else if (chain.joints.length > 0) addRelated(going, c, run, piece, chain, found.slice(i + 1));
    else addUnrelated(going, c, run, piece, chain, found[i + 1]);
  }
}

/** Where in a row we are: statements met, and whether a list of names or values is under way. */
interface Run {
  fresh: number;
  /** Links the statement under way had before this row. */
  readonly from: number;
  list: "none" | "left" | "right";
}

function addRelated(
  going: Going,
  c: number,
  run: Run,
  piece: Piece,
  chain: Chain,
  [next, later]: readonly Piece[],
): void {
  const target = going.last;
  const listAhead = next?.after === "comma" && isListItem(next) && !opensNames(next, later);
  const said = piece.cue === "condition" || piece.cue === "hypothesis" || restricts(chain);
  if (target && run.fresh > 0 && (said || run.list === "left" || listAhead)) {
    condition(target, piece, run, listAhead || run.list === "left");
    return;
  }
  begin(going, c, piece, chain);
  if (going.last && (run.list === "left" || listAhead || piece.cue === "alternative"))
    going.last.list = true;
  if (piece.cue === "alternative" && target) target.list = true;
  run.fresh++;
  run.list = listAhead ? "right" : "none";
}

/** A piece without a relation: a remark, an item of a list, a row that goes on, or the first row of a long side. */
function addUnrelated(
  going: Going,
  c: number,
  run: Run,
  piece: Piece,
  chain: Chain,
  next: Piece | undefined,
): void {
  const target = going.last;
  if (run.list === "right" && piece.after === "comma") return;
  if (target && run.fresh > 0 && (piece.words.length > 0 || isAside(piece)))
    condition(target, piece, run);
  else if (target && run.fresh > 0 && piece.after === "space") extend(target, chain);
  else if (next?.after === "comma") run.list = "left";
  else if (target && run.fresh > 0 && piece.after === "comma") target.list = true;
  else begin(going, c, piece, chain);
}

function setLast(going: Going, c: number, growing: Growing): void {
  going.columns.set(c, growing);
  going.last = growing;
}

function begin(going: Going, c: number, piece: Piece, chain: Chain): void {
  const growing = start([]);
  growing.sides = chain.sides.map((nodes) => ({ nodes: [...nodes] }));
  growing.joints = [...chain.joints];
  if (growing.sides[0]?.nodes.length === 0) {
    growing.sides.shift();
    growing.joints.shift();
  }
  const words = piece.words.map(({ text }) => text).join(" ");
  growing.words = `${going.words} ${words}`.trim();
  growing.cue = piece.cue ?? (saysFollows(going.words) ? "follows" : undefined);
  going.words = "";
  going.all.push(growing);
  setLast(going, c, growing);
}

/** Adds the first side of `chain` to the last one of `growing`, and its other sides behind it. */
function extend(growing: Growing, chain: Chain): void {
  const last = growing.sides.at(-1);
  const [first = [], ...rest] = chain.sides;
  if (last) last.nodes = joined(last.nodes, first);
  growing.joints.push(...chain.joints);
  growing.sides.push(...rest.map((nodes) => ({ nodes: [...nodes] })));
}

/** `\right.` at the end of a row and `\left.` at the start of the next cancel. */
function joined(before: readonly TexNode[], after: readonly TexNode[]): TexNode[] {
  const last = before.at(-1);
  const [first] = after;
  const isNull = (node: TexNode | undefined, side: string): boolean =>
    node?.kind === "fence" && node.side === side && node.delimiter === "";
  return isNull(last, "right") && isNull(first, "left")
    ? [...before.slice(0, -1), ...after.slice(1)]
    : [...before, ...after];
}

/** Whether a row that begins without a relation goes on with the side above it. */
function goesOn(
  layout: Layout,
  column: Column,
  piece: Piece,
  chain: Chain,
  target: Growing,
): boolean {
  const above = target.sides.at(-1)?.nodes ?? [];
  const tail = above.at(-1);
  const related = chain.joints.length > 0;
  if (above.length === 0 || isOperator(tail) || leavesOpen(above)) return true;
  if (isOperator(piece.nodes[0])) {
    if (!related) return true;
    if (column.aligned) return column.before.length === 0;
    return layout.flows || !isMinus(piece.nodes[0]);
  }
  return !related && (column.aligned || layout.flows);
}

/** `(n = 1, 2)`, `∀ x`: said of the statement, not part of it. */
function isAside(piece: Piece): boolean {
  const [first] = piece.nodes;
  const last = piece.nodes.at(-1);
  if (first?.kind === "command" && (first.name === "forall" || first.name === "exists"))
    return true;
  const opens =
    (first?.kind === "char" && /[([]/.test(first.text)) ||
    (first?.kind === "fence" && first.side === "left");
  const closes =
    (last?.kind === "char" && /[)\]]/.test(last.text)) ||
    (last?.kind === "fence" && last.side === "right");
  return opens && closes;
}

/** `A = B, i, j = 1, 2`: what follows the comma is the left of the next statement. */
const opensNames = (next: Piece, later: Piece | undefined): boolean =>
  later?.after === "comma" &&
  chainOf(later.nodes).joints.length > 0 &&
  !(next.nodes[0]?.kind === "char" && /[-\d]/.test(next.nodes[0].text));

const isListItem = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.words.length === 0 && chainOf(piece.nodes).joints.length === 0;

/** Inequalities and memberships after a statement say where it holds. */
const restricts = (chain: Chain): boolean =>
  chain.joints.every(({ relation }) => relation !== undefined && /[<>≤≥≠∈≪≫]/.test(relation));

/** What follows a condition after a comma belongs to it. */
function condition(target: Growing | undefined, piece: Piece, run: Run, list = false): void {
  if (!target) return;
  run.list = "right";
  const from = run.fresh > 0 && run.from < target.joints.length ? run.from : 0;
  target.conditions.push(conditionOf(piece, from, list));
}

function conditionOf(piece: Piece, from: number, list = false): Condition {
  const parts = [...piece.words, ...piece.nodes];
  const words = piece.words.map(({ text }) => text).join(" ");
  return { nodes: piece.nodes, words, span: spanOf(parts), from, list };
}

/** Words with nothing after them speak about the statement before, with the formulas in them, or announce the next. */
function takeWords(going: Going, piece: Piece): void {
  const words = piece.words.map(({ text }) => text).join(" ");
  const justifies = /^\W*(by|using|from|via|as|since|because)\b/i.test(words);
  const formulas = piece.words.flatMap((each) => each.formulas ?? []);
  const { last } = going;
  if (!last || !saysCondition(words) || (justifies && formulas.length === 0)) {
    going.words = `${going.words} ${words}`.trim();
    return;
  }
  const whole = conditionOf(piece, 0);
  if (formulas.length === 0) last.conditions.push(whole);
  for (const nodes of formulas) last.conditions.push({ ...whole, nodes });
}

const finish = (growing: Growing): Statement => ({
  sides: growing.sides.map(({ nodes }, i) => ({
    nodes,
    span: nodes.length
      ? spanOf(nodes)
      : ((growing.joints[i - 1] ?? growing.joints[i])?.span ?? { start: 0, end: 0 }),
  })),
  joints: growing.joints,
  conditions: growing.conditions,
  cue: growing.cue,
  words: growing.words,
  aside: false,
});

export const spanOf = (nodes: readonly TexNode[]) =>
  nodes.map((node) => node.span).reduce(cover, nodes[0]?.span ?? { start: 0, end: 0 });
