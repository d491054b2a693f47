/** What brackets, traces, bras and kets tell about the names in them. */
import type { TexNode } from "../latex/node";
import { actingLabel } from "./actingLabels";
import { actingOnKet } from "./actingUses";
import { pairingMark } from "./innerProducts";
import { type Name, nameOf } from "./name";
import { namesIn } from "./operatorUses";
import { isDagger, isTranspose, unwrap } from "./scripts";
import { splitAt } from "./split";
import {
  behindScripts,
  closing,
  dots,
  fenceSide,
  indexUse,
  lastEnd,
  note,
  type Survey,
} from "./survey";
import { sourceOf, tokenOf } from "./token";

/** Brackets with a comma, traces in parentheses, sandwiches between bra and ket. */
export function noteGroupings(nodes: readonly TexNode[], at: number, survey: Survey): void {
  const token = tokenOf(nodes[at]);
  if (token === "(") noteFenced(nodes, at, survey);
  for (const name of actingOnKet(nodes, at)) note(survey, name, "sandwiched");
  if (token === "[" || token === "\\{") {
    const close = closing(nodes, at);
    const inside = nodes.slice(at + 1, close ?? at + 1);
    if (commasOf(inside) === 1) for (const name of namesIn(inside)) note(survey, name, "commuted");
    if (token === "\\{" && /^[T𝒯]$/u.test(nameOf(nodes[at - 1])?.name ?? ""))
      for (const name of fieldsOf(inside)) note(survey, name, "commuted");
  }
  const gathered = gatheredAt(nodes, at) ?? sharedAt(nodes, at);
  if (gathered) survey.seen.add(`${gatheredMark}${gathered}`);
  if (traceWord(nodes[at])) noteTraced(nodes, at, survey);
  if (token === "\\langle") noteSandwich(nodes, at, survey);
  if (token === "e") noteConjugated(nodes, at, survey);
}

const gatheredMark = "<∂()>";

/** Beside ∂_μ(AB) the operand of ∂_μ A B is A: the brackets say nothing but how far ∂_μ reaches. */
export function isGathered(ahead: readonly TexNode[], { seen }: Survey): boolean {
  const marks = [...seen].filter((mark) => mark.startsWith(gatheredMark));
  if (marks.length === 0) return false;
  const source = sourceOf(ahead);
  return marks.some((mark) => source.startsWith(mark.slice(gatheredMark.length)));
}

/** The product in brackets straight behind a ∂ with its scripts. */
function gatheredAt(nodes: readonly TexNode[], at: number): string | undefined {
  let before = at - 1;
  while (nodes[before]?.kind === "script") before--;
  if (before < 0 || !/^(?:\\partial|∂)$/.test(tokenOf(nodes[before]))) return undefined;
  const node = nodes[at] as TexNode;
  const close = fenceSide(node) === "open" ? closing(nodes, at) : undefined;
  const inside =
    close !== undefined
      ? nodes.slice(at + 1, close)
      : node.kind === "command" && /^[bp]?qty$/.test(node.name)
        ? unwrap(node.args[0] ?? [])
        : [];
  const parts = outside(inside);
  if (parts.some((part) => /^(?:[-+−,]|\\pm|\\mp)$/.test(tokenOf(part)))) return undefined;
  return parts.filter((part) => nameOf(part)).length > 1 ? sourceOf(inside) : undefined;
}

/** ∂A B + A ∂B: a product differentiated factor by factor; ∂A B − A ∂B may be a commutator. */
function sharedAt(nodes: readonly TexNode[], at: number): string | undefined {
  if (!/^(?:\\partial|∂)$/.test(tokenOf(nodes[at]))) return undefined;
  let behind = at + 1;
  while (nodes[behind]?.kind === "script") behind++;
  const operator = bareSource(nodes.slice(at, behind));
  const ends = [-1, ...termEnds(nodes), nodes.length];
  const own = ends.findLastIndex((end) => end < at);
  const without = (i: number): readonly [string, number] => {
    const term = bareSource(nodes.slice((ends[i] ?? -1) + 1, ends[i + 1]));
    const place = term.indexOf(operator);
    return place < 0
      ? ["", place]
      : [term.slice(0, place) + term.slice(place + operator.length), place];
  };
  const [product, place] = without(own);
  const less = isLess(nodes[ends[own] ?? -1]);
  const isShared = ends.some((_, i) => {
    const [other, elsewhere] = without(i);
    return (
      other === product &&
      other !== "" &&
      elsewhere !== place &&
      isLess(nodes[ends[i] ?? -1]) === less
    );
  });
  return isShared ? sourceOf(nodes.slice(behind, ends[own + 1])) : undefined;
}

const isLess = (node: TexNode | undefined): boolean => /^[-−]$/.test(tokenOf(node));

const bareSource = (nodes: readonly TexNode[]): string => sourceOf(nodes).replace(/\s/g, "");

/** Where terms and sides end, outside of fences. */
const termEnds = (nodes: readonly TexNode[]): readonly number[] => {
  const open = new Set(outside(nodes));
  return nodes.flatMap((node, i) =>
    open.has(node) && /^(?:[-+−=&]|\\\\|\\equiv|\\approx)$/.test(tokenOf(node)) ? [i] : [],
  );
};

/** What stands in no fences of its own; a closing fence counts as outside of what it closes. */
function outside(nodes: readonly TexNode[]): readonly TexNode[] {
  let depth = 0;
  return nodes.filter((node) => {
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close") depth--;
    return depth === 0;
  });
}

/** e^{ipa} x e^{−ipa}: a place between exponentials of the momentum, or the other way round, is an operator. */
function noteConjugated(nodes: readonly TexNode[], at: number, survey: Survey): void {
  const [first, name, e, last] = nodes.slice(at + 1, at + 5);
  const between = nameOf(name);
  if (!between || tokenOf(e) !== "e") return;
  if (first?.kind !== "script" || last?.kind !== "script") return;
  const [exponent, back] = [first, last].map(({ children }) => sourceOf(unwrap(children)));
  if (exponent !== `-${back}` && back !== `-${exponent}`) return;
  const inside = namesIn(unwrap(first.children));
  const partner = /^[xq]$/.test(between.name) ? /^p$/ : between.name === "p" ? /^[xq]$/ : undefined;
  if (!partner || !inside.some((one) => partner.test(one.name))) return;
  if (inside.some((one) => one.name === between.name)) return;
  for (const one of [between, ...inside.filter((other) => partner.test(other.name))])
    note(survey, one, "commuted");
}

/** φ and A in T{φ(x) A(t)}: whose order counts. */
const fieldsOf = (inside: readonly TexNode[]): readonly Name[] =>
  inside.flatMap((node, i) => {
    const behind = inside[i + 1]?.kind === "script" ? inside[i + 2] : inside[i + 1];
    const name = nameOf(node);
    return name && tokenOf(behind) === "(" ? [name] : [];
  });

/** (α,α) + … and … + (α,α), beside another pair of names. */
function isPairing(nodes: readonly TexNode[], open: number, close: number): boolean {
  const [left = [], right = []] = splitAt(nodes.slice(open + 1, close), ",");
  const added = [nodes[open - 1], nodes[close + 1]].some((node) => /^[-+]$/.test(tokenOf(node)));
  const other = nodes.findIndex(
    (node, at) => tokenOf(node) === "(" && (at < open || at > close) && isNamePair(nodes, at),
  );
  return added && other >= 0 && isNamePair(nodes, open) && sourceOf(left) === sourceOf(right);
}

/** (α_{(i)}, β): two names, and no head before them. */
export function isNamePair(nodes: readonly TexNode[], open: number): boolean {
  const close = tokenOf(nodes[open]) === "(" ? closing(nodes, open) : undefined;
  const items = close === undefined ? [] : splitAt(nodes.slice(open + 1, close), ",");
  const isName = ([head, ...scripts]: readonly TexNode[]): boolean =>
    nameOf(head) !== undefined && scripts.every((node) => node.kind === "script");
  const before = behindScripts(nodes, open);
  return items.length === 2 && items.every(isName) && nameOf(before) === undefined;
}

/** (p+k)² squares p and k, (p+k)·q dots them. */
function noteFenced(nodes: readonly TexNode[], open: number, survey: Survey): void {
  const close = closing(nodes, open);
  if (close === undefined) return;
  noteElements(nodes, close, survey);
  const before = nodes[open - 1];
  const stands =
    !before ||
    (!nameOf(before) &&
      before.kind !== "script" &&
      before.kind !== "words" &&
      !/^\\(?:[dt]?frac|p?dv|d+ot)$/.test(tokenOf(before)));
  if (stands && commasOf(nodes.slice(open + 1, close)) === 1) {
    survey.seen.add("<pair>");
    if (isPairing(nodes, open, close)) survey.seen.add(pairingMark);
  }
  const behind = nodes[close + 1];
  const squared =
    behind?.kind === "script" &&
    behind.place === "sup" &&
    tokenOf(unwrap(behind.children)[0]) === "2";
  const dotted = dots.has(tokenOf(behind)) || isDotBefore(nodes, open);
  const marked = behind?.kind === "script" && behind.place === "sup" ? unwrap(behind.children) : [];
  const daggered = marked.length === 1 && isDagger(marked[0] as TexNode);
  const transposed = isTranspose(marked);
  if (daggered || transposed)
    for (const name of namesIn(nodes.slice(open + 1, close)))
      note(survey, name, daggered ? "daggered" : "transposed");
  const odd = /^(?:[3579]|1[0-9])$/.test(marked.map(tokenOf).join(""));
  if (!squared && !dotted && !odd) return;
  const inside = nodes.slice(open + 1, close);
  const [head, above] = inside;
  if (inside.length === 2 && nameOf(head) && above?.kind === "script" && above.place === "sup")
    for (const name of namesIn(unwrap(above.children))) survey.seen.add(`∂${name.name}`);
  if (inside.some((node) => dots.has(tokenOf(node)) || fenceSide(node) !== undefined)) return;
  for (const name of inside.map(nameOf)) {
    if (!name) continue;
    if (squared) note(survey, name, "squared");
    if (odd) note(survey, name, "odd-power");
    if (dotted) note(survey, name, "dotted");
  }
}

/** ∇·(x, y, z) takes the divergence of what may be made of numbers. */
const isDotBefore = (nodes: readonly TexNode[], open: number): boolean =>
  dots.has(tokenOf(nodes[open - 1])) && tokenOf(nodes[open - 2]) !== "\\nabla";

const commasOf = (inside: readonly TexNode[]): number =>
  outside(inside).filter((node) => tokenOf(node) === ",").length;

const traceWord = (node: TexNode | undefined): boolean => {
  const token = tokenOf(node);
  if (/^\\(?:[Tt]r|det|[Tt]race)$/.test(token)) return true;
  const name = nameOf(node)?.name ?? "";
  return node?.kind === "command" && /^(?:[Tt]r|det)$/.test(name);
};

function noteTraced(nodes: readonly TexNode[], at: number, survey: Survey): void {
  let from = at + 1;
  while (nodes[from]?.kind === "script") from++;
  const open = nodes[from];
  const close = open && fenceSide(open) === "open" ? closing(nodes, from) : undefined;
  const inside = close === undefined ? nodes.slice(from, from + 1) : nodes.slice(from, close);
  for (const name of namesIn(inside)) note(survey, name, "traced");
}

function noteSandwich(nodes: readonly TexNode[], at: number, survey: Survey): void {
  const bars: number[] = [];
  const last = lastEnd(nodes);
  for (let i = at + 1; i <= last; i++) {
    const token = tokenOf(nodes[i]);
    if (token === "|" || token === "\\vert" || token === "\\mid") bars.push(i);
    if (token !== "\\rangle") continue;
    const [first, second] = bars;
    if (first !== undefined && second !== undefined)
      for (const name of namesIn(nodes.slice(first + 1, second))) note(survey, name, "sandwiched");
    if (first === undefined && nodes.slice(i + 1, i + 3).some(isOfState))
      for (const name of namesIn(nodes.slice(at + 1, i))) note(survey, name, "sandwiched");
    const outer =
      first === undefined
        ? []
        : [...nodes.slice(at + 1, first), ...nodes.slice((second ?? first) + 1, i)];
    for (const name of namesIn(outer)) note(survey, name, "ket");
    const labels = [nodes.slice(at + 1, first), nodes.slice((second ?? first ?? i) + 1, i)];
    for (const name of labels.flatMap((label) => namesIn(actingLabel(label)?.operators ?? [])))
      note(survey, name, "sandwiched");
    return;
  }
}

/** ⟨Q⟩_ψ: the mean in a state. */
const isOfState = (node: TexNode): boolean =>
  node.kind === "script" &&
  node.place === "sub" &&
  /^[ψφϕΨΦχ]$/u.test(nameOf(unwrap(node.children)[0])?.name ?? "");

/** (AB)_{ij}: the letters behind a group are matrix indices. */
function noteElements(nodes: readonly TexNode[], close: number, survey: Survey): void {
  const behind = nodes[close + 1];
  if (behind?.kind !== "script" || behind.place !== "sub") return;
  const sign = tokenOf(unwrap(behind.children)[0]);
  if (sign === "," || sign === ";")
    for (const name of namesIn(unwrap(behind.children))) {
      const use = indexUse(survey, name.name);
      use.down++;
      use.carriers.add("∂");
    }
  const letters = unwrap(behind.children)
    .filter((node) => !/^\\d*dot$/.test(tokenOf(node)))
    .map(nameOf);
  if (letters.length < 1 || letters.some((name) => !name || !/^[a-nμ-σα-δ]$/u.test(name.name)))
    return;
  for (const name of letters) if (name) indexUse(survey, name.name).carriers.add("()");
}
