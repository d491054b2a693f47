/** Parentheses behind a name: the arguments of a function, or a factor. */
import { call, opaque, symbol, zero } from "../../math/expr/build";
import { conditioned } from "../../math/expr/given";
import type { Expr } from "../../math/expr/node";
import type { Script, TexNode } from "../latex/node";
import type { Kind, Use } from "./context";
import { readInside } from "./expression";
import { innerMark } from "./innerProducts";
import { count, kindOf } from "./kindOf";
import { isLoneCall } from "./loneCall";
import { type Name, nameOf } from "./name";
import { choose, peek, type Reader, token } from "./reader";
import { relationOf } from "./relations";
import { isDagger } from "./scripts";
import { splitAt } from "./split";
import { closing, useKey, uses } from "./survey";
import { isDigit, sourceOf, tokenOf } from "./token";

/** The head with the arguments behind it, consumed; undefined where the parentheses are a factor or there are none. */
export function readCall(reader: Reader, name: Name, kind: Kind, head: Expr): Expr | undefined {
  if (token(reader) === "[") {
    const functional = functionalArguments(reader, name, kind, head);
    return functional && call(head, ...functional);
  }
  if (token(reader) !== "(" || (peek(reader)?.kind === "fence" && sideOf(reader) === "right"))
    return undefined;
  const close = closing(reader.nodes, reader.at);
  if (close === undefined || tokenOf(reader.nodes[close]) !== ")") return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const fence = peek(reader);
  const applies = fence?.kind === "fence" && fence.applies === true;
  // T( ) leaves its place empty.
  if (inside.length === 0) {
    reader.at = close + 1;
    return call(head, opaque("·"));
  }
  if (!(applies || isCall(reader, name, kind, head, inside))) return undefined;
  const factor = () => !isConditional(inside) && groupsFactor(reader, name, kind, inside, close);
  if (!applies && factor()) return undefined;
  reader.at = close + 1;
  if (isTransition(inside)) return call(head, symbol(textOf(inside), "label"));
  const bars = isConditional(inside) ? ["|", "\\mid"] : isRelative(inside) ? ["\\|"] : [];
  const args = splitAt(inside, ",", ";", ...bars).map((item) =>
    item.length === 0
      ? opaque("·")
      : isLoneSign(item)
        ? symbol(tokenOf(item[0]), "label")
        : readInside(reader, item),
  );
  const [before, given] = isConditional(inside) ? splitAt(inside, ...bars) : [];
  const conditional = given && conditioned(head, splitAt(before ?? [], ",", ";").length);
  return call(conditional ?? (args.every(isInvariant) ? numberOf(head) : head), ...args);
}

const isInvariant = ({ kind }: Expr): boolean => kind === "dot";

/** The Π(q²) of Π^{μν} = (q²g^{μν} − q^μq^ν)Π(q²) has no components. */
const numberOf = (head: Expr): Expr =>
  head.kind === "symbol" && head.type === "tensor" && head.role === undefined
    ? symbol(head.name, "function")
    : head;

/** ν_e → ν_μ of P(ν_e → ν_μ): the arrow names a process. */
const isTransition = (inside: readonly TexNode[]): boolean =>
  splitAt(inside, "\\to", "\\rightarrow", "\\longrightarrow").filter((end) => end.length > 0)
    .length === 2;

const textOf = (nodes: readonly TexNode[]): string => sourceOf(nodes).replace(/\s+/g, " ").trim();

/** ω(v^μ ∂/∂x^μ|_p): a form is applied to a vector at a place. */
function endsAtPlace(inside: readonly TexNode[]): boolean {
  const [ratio, bar, place] = inside.slice(-3);
  const over = ratio?.kind === "command" && ratio.name === "frac" ? ratio.args[0] : undefined;
  const bare =
    over?.every((node, i) => (i === 0 ? tokenOf(node) === "\\partial" : node.kind === "script")) ||
    /^\\(?:partial|[lr]?vert)$|^\|$/.test(tokenOf(bar));
  return bare && /^(?:\||\\r?vert)$/.test(tokenOf(bar)) && place?.kind === "script";
}

/** D(ρ‖σ): one double bar between two things is no norm. */
const isRelative = (inside: readonly TexNode[]): boolean =>
  splitAt(inside, "\\|").filter((item) => item.length > 0).length === 2 &&
  inside.filter((node) => tokenOf(node) === "\\|").length === 1;

/** The (δ−ω)x of φ((δ−ω)x). */
const isMovedPlace = (inside: readonly TexNode[]): boolean =>
  tokenOf(inside[0]) === "(" &&
  closing(inside, 0) === inside.length - 2 &&
  nameOf(inside.at(-1))?.base === "x";

/** The |φ|² of V(|φ|²). */
function isModulus(inside: readonly TexNode[]): boolean {
  const [open, field, close, power, ...more] = inside;
  const bars = [open, close].every((node) => tokenOf(node) === "|");
  return bars && nameOf(field) !== undefined && power?.kind === "script" && more.length === 0;
}

/** The f(p) of v(f(p)): a vector is applied where functions are composed. */
const isComposed = ({ page }: Reader, inside: readonly TexNode[]): boolean =>
  page.survey.seen.has("\\circ") &&
  /^[fghF]$/.test(nameOf(inside[0])?.name ?? "") &&
  tokenOf(inside[1]) === "(" &&
  closing(inside, 1) === inside.length - 1;

/** One bar that opens no state, takes no place and has something on both sides: a condition. */
function isConditional(inside: readonly TexNode[]): boolean {
  const [before, given, ...more] = splitAt(inside, "|", "\\mid");
  if (inside.some((node) => node.kind === "fence" && node.delimiter === "|")) return false;
  return (
    more.length === 0 &&
    before !== undefined &&
    before.length > 0 &&
    given !== undefined &&
    given.length > 0 &&
    given[0]?.kind !== "script" &&
    !inside.some((node) => /^\\[rl]angle$/.test(tokenOf(node)))
  );
}

/** Wg(+): a sign by itself is no number. */
const isLoneSign = (item: readonly TexNode[]): boolean =>
  item.length === 1 && /^[+-]$/.test(tokenOf(item[0]));

/** ω(b†)^2 and J(a)^†: what carries a script of its own behind plain letters and operators is a factor, unless another name is called with the same. */
function groupsFactor(
  reader: Reader,
  name: Name,
  kind: Kind,
  inside: readonly TexNode[],
  close: number,
): boolean {
  const script = reader.nodes[close + 1];
  if (script?.kind !== "script") return false;
  if (script.place === "sub" && /^\*$|^\\ast$/.test(script.children.map(tokenOf).join("")))
    return false;
  if (isTensor(inside, script)) return true;
  if (kind.type === "function") return isField(inside) && hasGreek(script);
  const entries =
    /^\p{Lu}$|^[\u{1D49C}-\u{1D4CF}]$/u.test(name.name) && isOne(inside) && isRowColumn(script);
  if (script.place === "sub" && entries && count(reader.page, name, "called") > 0) return false;
  if (script.place === "sub") return kind.role !== "u-spinor" && kind.role !== "v-spinor";
  if (inside.map(tokenOf).join("") === "-1") return true;
  const only = nameOf(inside[0]);
  const operator = only !== undefined && kindOf(reader.page, only).type === "operator";
  if (operator && splitAt(inside, ",").length === 1) return true;
  if (functionLike(name, kind) || count(reader.page, name, "called") > 1) return false;
  return !only || splitAt(inside, ",").length > 1 || count(reader.page, only, "argument") < 2;
}

/** The ij of U(g)_{ij}. */
const isRowColumn = ({ children }: Script): boolean =>
  /^[a-dijklmn]{2}$/.test(children.map((node) => nameOf(node)?.name ?? "").join(""));

/** The g(A_a)_μ of a covariant derivative: a coupling before a field in parentheses that bears the index. */
const isField = ([first, script, ...more]: readonly TexNode[]): boolean =>
  /^[AWBGF]$/.test(nameOf(first)?.name ?? "") && script?.kind === "script" && more.length === 0;

/** The (σ̄^μ)^{α̇β} behind a spinor: a name with two indices of its own behind the parentheses. */
const isTensor = ([name, ...scripts]: readonly TexNode[], { place, children }: Script): boolean =>
  place === "sup" &&
  nameOf(name) !== undefined &&
  scripts.every((node) => node.kind === "script") &&
  children.length === 2 &&
  children.every((node) => /^[α-ω][\u0307]?$/u.test(nameOf(node)?.name ?? dottedLetter(node)));

const dottedLetter = (node: TexNode): string =>
  node.kind === "command" && node.name === "dot" ? (nameOf(node.args[0]?.[0])?.name ?? "") : "";

const hasGreek = ({ place, children }: Script): boolean =>
  place === "sub" && children.every((node) => /^[α-ω]$/u.test(nameOf(node)?.name ?? ""));

/** S[φ], Z[J], Γ[φ,A]: a functional has names in its brackets. */
function functionalArguments(
  reader: Reader,
  name: Name,
  kind: Kind,
  head: Expr,
): readonly Expr[] | undefined {
  if (isNumberLike(kind, head, count(reader.page, name, "called") > 0)) return undefined;
  const close = closing(reader.nodes, reader.at);
  if (close === undefined || tokenOf(reader.nodes[close]) !== "]") return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  const items = splitAt(inside, ",", ";");
  if (items.length === 2 && items.some(([first]) => nameOf(first)?.name === name.name))
    return undefined;
  const word = name.roman && name.name.length > 1;
  const functional =
    word ||
    /^[SZWΓ𝔼ℙℒℋℱ]$|^[\u{1D49C}-\u{1D4CF}]$/u.test(name.name) ||
    (name.name === "L" && items.every(isBareField));
  if (
    !functional &&
    !items.every(
      (item) =>
        isOne(item) ||
        isAlgebra(item) ||
        isFieldAt(item) ||
        tokenOf(item[0]) === "\\{" ||
        isSource(item) ||
        (item.length === 1 && item[0]?.kind === "words"),
    )
  )
    return undefined;
  const commuted =
    head.kind !== "symbol" && !arePartners(items) && !(functional && items.every(isBareField));
  const potential = /^[FΩ]$/u.test(name.base) && isAtTemperature(items);
  if (items.length === 2 && !potential && (!functional || commuted)) return undefined;
  const raised = reader.nodes[close + 1];
  if (raised?.kind === "script" && raised.place === "sub") return undefined;
  const squared = raised?.kind === "script" && raised.place === "sup";
  if (squared && !functional && !/^\p{Lu}$/u.test(name.name)) return undefined;
  reader.at = close + 1;
  return [...items.map((item) => readInside(reader, item)), ...placeBehind(reader)];
}

/** The T, m of a free energy F[T,m]. */
const isAtTemperature = (items: readonly (readonly TexNode[])[]): boolean =>
  items.every((item, i) => item.length === 1 && (i > 0 || nameOf(item[0])?.name === "T")) &&
  items.slice(1).every(([field]) => /^[a-zφϕψηρ]$/u.test(nameOf(field)?.name ?? ""));

/** The A and φ_i of L[A,φ_i]. */
const isBareField = ([field, ...more]: readonly TexNode[]): boolean =>
  /^[Aφϕψχ]$/u.test(nameOf(field)?.base ?? "") && more.every((node) => node.kind === "script");

/** The ψ̄ and ψ of S_0[ψ̄,ψ]: a field beside its conjugate. */
function arePartners(items: readonly (readonly TexNode[])[]): boolean {
  const [one, other] = items.map((item) => (item.length === 1 ? nameOf(item[0]) : undefined));
  return one !== undefined && one.base === other?.base && one.name !== other.name;
}

/** The 𝔤 of L[𝔤]. */
const isAlgebra = ([only, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 && only?.kind === "command" && only.name === "mathfrak";

/** δ/iδJ(x): the derivative by a source, put in the place of a field. */
const isSource = ([only, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 &&
  only?.kind === "command" &&
  (only.name === "fdv" ||
    (only.name === "frac" &&
      only.args.every((arg) => arg?.some((node) => tokenOf(node) === "\\delta"))));

/** The k of ℱ[f](k): one name in parentheses behind the brackets of a functional. */
function placeBehind(reader: Reader): readonly Expr[] {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  if (close === undefined || !isOne(inside)) return [];
  reader.at = close + 1;
  return [readInside(reader, inside)];
}

/** φ(x) in brackets. */
const isFieldAt = (item: readonly TexNode[]): boolean =>
  isLoneCall(tokenOf(item[0]) === "-" ? item.slice(1) : item);

const sideOf = (reader: Reader): string => {
  const node = peek(reader);
  return node?.kind === "fence" ? node.side : "none";
};

function isCall(
  reader: Reader,
  name: Name,
  kind: Kind,
  head: Expr,
  inside: readonly TexNode[],
): boolean {
  if (kind.role === "metric" && head.kind === "tensor" && (isOne(inside) || isFieldAt(inside)))
    return /^[xyrt]$/.test(nameOf(inside[0])?.base ?? "");
  if (head.kind === "tensor" && isShifted(inside) && !/^[pkqlx]$/.test(name.base))
    return kind.role === undefined || kind.role === "metric";
  const [argument] = isOne(inside) ? [nameOf(inside[0])] : [];
  const shared = argument !== undefined && count(reader.page, argument, "argument") > 1;
  if (shared && /structure$/.test(kind.role ?? "")) return true;
  const transition = kind.role === "gamma" && head.kind === "tensor" && head.indices.length === 2;
  if (transition && splitAt(inside, ",").length === 2) return true;
  if (inside.length === 3 && tokenOf(inside[1]) === ".") return true;
  // Nobody multiplies by 0.
  const isStart = inside.length === 1 && tokenOf(inside[0]) === "0";
  if (isStart && !/^[πei]$/u.test(name.name)) return true;
  if (name.name === "π" && isLoneCall(inside)) return true;
  if (reader.script && /^[στπ]$/u.test(name.name) && isOne(inside)) return true;
  if (isNumberLike(kind, head, count(reader.page, name, "called") > 0)) return false;
  if (name.roman && name.name.length > 1) return true;
  if (inside.some((node) => relationOf(node) !== undefined)) return true;
  if (/^δ[\u0300-\u036f]$/u.test(name.name.normalize("NFD")) && head.kind === "symbol") return true;
  if (isSentence(inside) && /^\p{Lu}$/u.test(name.name)) return true;
  if (name.name === "π" && head.kind === "labelled" && isSpace(inside)) return true;
  if (isDual(name, head, inside)) return true;
  const items = splitAt(inside, ",", ";");
  const called = count(reader.page, name, "called");
  const inner = reader.page.survey.seen.has(innerMark);
  const squared = items.length > 2 && count(reader.page, name, "squared") > 0;
  if (squared && called < 2 && !functionLike(name, kind)) return false;
  if (/^[γm]$/u.test(name.name) && isFourTuple(items)) return false;
  if (items.length === 2 && head.kind === "tensor" && items.some(isFieldAt)) return true;
  if (inner && items.length === 2 && name.name === "A" && head.kind !== "symbol") return false;
  if (items.length > 1)
    return functionLike(name, kind) || !pairsAbout(reader) || (called > 1 && !inner);
  const whole = tokenOf(inside[0]) === "[" && closing(inside, 0) === inside.length - 1;
  if (whole && (called > 1 || inside.some((node) => tokenOf(node) === ","))) return true;
  if (tokenOf(inside[0]) === "\\{" && closing(inside, 0) === inside.length - 1) return true;
  if (/^[SΓW]$/.test(name.name) && ofField(inside)) return true;
  if (/^[VUW]$/.test(name.name) && isModulus(inside)) return true;
  if (/^[φϕψ]$/u.test(name.base) && isMovedPlace(inside)) return true;
  if (/^[u-wXYZ]$/.test(name.name) && isComposed(reader, inside)) return true;
  if (/^[SΩZWρ]$/u.test(name.name) && ofEnergies(inside)) return true;
  if (inside.some((node) => /^\\(?:circ|cup|cap)$/.test(tokenOf(node)))) return true;
  if (
    /^[PQTUY]$/.test(name.name) &&
    head.kind === "labelled" &&
    /^\\(?:cos|sin)$/.test(tokenOf(inside[0]))
  )
    return true;
  if (name.name === "H" && isLag(inside) && count(reader.page, name, "exponent") > 0) return false;
  if (isConditional(inside)) return true;
  if (isRelative(inside) && /^\p{Lu}$/u.test(name.name)) return true;
  if (/^[ωαηλθσφ]$/u.test(name.name) && endsAtPlace(inside)) return true;
  if (/^[DRρ]$/u.test(name.name) && tokenOf(inside[0]) === "\\exp") return true;
  if (/^[α-ω]$/u.test(name.name) && holdsDagger(inside)) return false;
  if (name.name === "ρ" && areSpeeds(inside)) return false;
  if (holdsName(inside, name) || differentiates(inside) || holdsIndex(inside, head)) return false;
  const field = isFieldAt(inside) && (functionLike(name, kind) || called > 0);
  const one = isOne(inside) || field;
  const amount = head.kind === "labelled" && head.labels.some((label) => label === zero);
  if (amount && !one && /^[A-Z]$/.test(name.name)) return false;
  if (kind.type === "function") return true;
  if (inside.length === 1 && tokenOf(inside[0]) === "\\ket") return /^[P𝒫]$/u.test(name.name);
  if (one && head.kind === "tensor" && /^[xX]$/.test(name.base)) return true;
  if (
    one &&
    name.name === "t" &&
    /^[xyz]$/.test(argument?.name ?? "") &&
    !areVariables(reader, argument)
  )
    return false;
  if (one && head.kind === "tensor")
    return isPlace(inside[0]) || field || (isLetter(inside) && !isRotation(name, kind));
  if (one) return !nothingButFactor(reader, name, kind, head, inside);
  if (movesOwnArgument(reader, name, inside)) return true;
  if (name.name === "f" || (/^[gh]$/.test(name.name) && reader.page.survey.seen.has("f()")))
    return true;
  const known = called > 0 && functionLike(name, kind);
  if (known && isNested(inside) && isArgumentLike(reader, inside, true)) return true;
  if (!isArgumentLike(reader, inside)) return false;
  const turns = /^[EH]$/.test(name.base);
  if (functionLike(name, kind) && !turns && areIntegrated(reader, inside)) return true;
  if (count(reader.page, name, "exponent") > 0 && !known) return false;
  if (called > 0)
    return functionLike(name, kind) || choose<boolean>(reader, `call ${name.name}`, [true, false]);
  if (count(reader.page, name, "bare") > 0 && /^[A-Z]$/.test(name.name)) return false;
  if (/^[CMB]$/.test(name.name) && isLag(inside)) return true;
  if (/^[HENMTLCBXYIO]$/.test(name.accent === "hat" ? name.base : name.name)) return false;
  if (functionLike(name, kind)) return true;
  return head.kind === "tensor" && /^[ψφϕΦAFJjTUV]$/u.test(name.name);
}

/** The E(L−d) of E(d)+E(L−d): what the name is called with elsewhere, moved or turned round. */
function movesOwnArgument(
  { page: { survey } }: Reader,
  name: Name,
  inside: readonly TexNode[],
): boolean {
  const known = survey.calls.get(useKey(name.name, name.bold));
  const terms = splitAt(inside, "+", "-").filter((term) => term.length > 0);
  return (
    known !== undefined &&
    terms.length === 2 &&
    terms.every((term) => isOne(term)) &&
    terms.some(([letter]) => known.has(nameOf(letter)?.name ?? ""))
  );
}

/** e^μ(e_ν): a frame of forms takes the vectors of its own letter. */
const isDual = (name: Name, head: Expr, inside: readonly TexNode[]): boolean =>
  /^[eEθ]$/.test(name.base) &&
  head.kind === "tensor" &&
  head.indices.every((index) => index.place === "up") &&
  inside.length === 2 &&
  nameOf(inside[0])?.name === name.name &&
  inside[1]?.kind === "script" &&
  inside[1].place === "sub";

/** ℙ(a particle is there). */
const isSentence = ([first, ...rest]: readonly TexNode[]): boolean =>
  first?.kind === "words" &&
  /\p{L}{3}/u.test(first.text) &&
  (rest.length === 0 || first.text.trim().includes(" "));

/** The groups and manifolds that π_n(SO(3)) and π_1(S^1) are taken of. */
const isSpace = ([first]: readonly TexNode[]): boolean =>
  /^\p{Lu}/u.test(nameOf(first)?.name ?? "");

/** Ω(E−E_n): differences of energies. */
const ofEnergies = (inside: readonly TexNode[]): boolean =>
  inside.every((node) => nameOf(node)?.name === "E" || /^[-+_^]$/.test(tokenOf(node))) &&
  inside.length > 1;

/** The v_2²−v_1² of a pressure ½ρ(v_2²−v_1²): nothing is a function of a difference of squared speeds. */
const areSpeeds = (inside: readonly TexNode[]): boolean =>
  splitAt(inside, "+", "-").every((term) => {
    const [speed, ...scripts] = term;
    const squared = scripts.some(
      (node) =>
        node.kind === "script" &&
        node.place === "sup" &&
        node.children.map(tokenOf).join("") === "2",
    );
    return (
      /^[uvwUV]$/.test(nameOf(speed)?.name ?? "") &&
      squared &&
      scripts.every((node) => node.kind === "script")
    );
  });

/** t−t′, τ−t: what kernels and correlations are functions of. */
const isLag = (inside: readonly TexNode[]): boolean => {
  const heads = inside.filter((node) => node.kind !== "script");
  const [first, sign, last, ...more] = heads;
  const times = [first, last].every((node) => /^[tτs]$/u.test(nameOf(node)?.name ?? ""));
  return times && tokenOf(sign) === "-" && more.length === 0;
};

/** The y−z of J(y)D(y−z)J(z) under ∫dy dz: all of it integrated over, and other things are taken at the same places. */
function areIntegrated({ page }: Reader, inside: readonly TexNode[]): boolean {
  const names = inside.flatMap((node) => nameOf(node) ?? []);
  const used = (name: Name, ...which: readonly Use[]): boolean =>
    which.some((use) => uses(page.survey, name.name, use, name.bold) > 0);
  return (
    names.length > 1 &&
    names.every((name) => used(name, "variable", "four-measure", "three-measure", "argument")) &&
    names.some((name) => used(name, "argument"))
  );
}

/** S(φ+ε): sums of fields. */
const ofField = (inside: readonly TexNode[]): boolean =>
  inside.some((node) => /^[φϕψχ]$/u.test(nameOf(node)?.base ?? "")) &&
  inside.every((node) => nameOf(node) || /^(?:[-+_^]|\\delta)$/.test(tokenOf(node)));

/** The d^1_{00} of the angle θ. */
const isRotation = (name: Name, kind: Kind): boolean =>
  name.name === "d" && kind.role === undefined;

/** α^i(g), X_μ(f): nobody multiplies by a letter in parentheses. */
const isLetter = ([only, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 && /^[a-hA-Z\u0370-\u03ff]$/u.test(nameOf(only)?.name ?? "");

/** x+Δx, x+dx, x+ξ: a place beside another. */
const isShifted = ([place, sign, ...shift]: readonly TexNode[]): boolean =>
  nameOf(place)?.base === "x" &&
  /^[-+]$/.test(tokenOf(sign)) &&
  (/^(?:\\Delta|\\delta|d)$/.test(tokenOf(shift[0])) ||
    (shift.length === 1 && nameOf(shift[0])?.base !== "x"));

/** φ((1−ω)x), D(exp(X)): parentheses inside the argument. */
const isNested = (inside: readonly TexNode[]): boolean =>
  inside.some((node) => tokenOf(node) === "(");

/** Pairs that stand by themselves are factors behind other names as well. */
const pairsAbout = ({ page }: Reader): boolean =>
  page.survey.seen.has("<pair>") || page.survey.seen.has(innerMark);

/** Names that multiply whatever stands behind them. */
function isNumberLike(kind: Kind, head: Expr, piIsField: boolean): boolean {
  if (
    kind.role === "physical-constant" ||
    kind.role === "gamma" ||
    kind.role === "pauli" ||
    kind.role === "metric" ||
    kind.role === "delta" ||
    kind.role === "epsilon" ||
    kind.role === "generator" ||
    kind.role === "gamma5" ||
    kind.role === "identity" ||
    kind.role === "structure" ||
    kind.evidence === "a covariant derivative"
  )
    return true;
  return head.kind === "symbol" && (head.name === "ħ" || (head.name === "π" && !piIsField));
}

/** A^α(Λ^β_α 𝐞_β − 𝐞_α): what bears the index of the head is contracted with it. */
const holdsIndex = (inside: readonly TexNode[], head: Expr): boolean =>
  head.kind === "tensor" &&
  head.indices.some(
    ({ name, value }) =>
      value === undefined &&
      inside.some(
        (node) =>
          node.kind === "script" && node.children.some((child) => nameOf(child)?.name === name),
      ),
  );

/** A sum of derivatives is a factor, not an argument. */
const differentiates = (inside: readonly TexNode[]): boolean => {
  const has = (...names: readonly string[]) => inside.some((node) => names.includes(tokenOf(node)));
  return (
    (has("\\partial") && has("+", "-")) ||
    (has("\\nabla") && has("\\times", "\\cdot", "\\cross", "+", "-"))
  );
};

/** The t and x of 2t(x) are factors where nothing is derived by x or integrated over it. */
const areVariables = ({ page: { survey } }: Reader, name: Name | undefined): boolean =>
  uses(survey, name?.name ?? "", "variable") > 0 || uses(survey, "t", "bare") === 0;

/** The (c, 𝐯) of γ(c,𝐯): a number and a vector make a four-vector. */
const isFourTuple = ([
  time = [],
  space = [],
  ...more
]: readonly (readonly TexNode[])[]): boolean => {
  const bold = (nodes: readonly TexNode[]): boolean =>
    nodes.some(
      (node) =>
        nameOf(node)?.bold || (dotted(node) && node.kind === "command" && bold(node.args[0] ?? [])),
    );
  return more.length === 0 && !bold(time) && bold(space);
};

/** α̇(a†−a): a number before operators. */
const holdsDagger = (inside: readonly TexNode[]): boolean =>
  inside.length > 2 &&
  inside.some((node) => node.kind === "script" && node.children.every(isDagger));

/** n(n+1): the name itself stands inside; in ξ(t−ξ(t)) it is called there. */
const holdsName = (inside: readonly TexNode[], name: Name): boolean =>
  inside.some(
    (node, i) =>
      nameOf(node)?.name === name.name &&
      nameOf(node)?.bold === name.bold &&
      tokenOf(inside[i + 1]) !== "(",
  ) && inside.length > 1;

/** One name or number, perhaps with a sign, scripts or bars around it. */
function isOne(inside: readonly TexNode[]): boolean {
  const barred =
    inside.length > 2 && [inside[0], inside.at(-1)].every((one) => tokenOf(one) === "|");
  if (barred) return isOne(inside.slice(1, -1));
  const body = tokenOf(inside[0]) === "-" || tokenOf(inside[0]) === "+" ? inside.slice(1) : inside;
  const heads = body.filter((node) => node.kind !== "script");
  return (
    (heads.length === 1 &&
      (nameOf(heads[0]) !== undefined ||
        isDigit(heads[0]) ||
        ["\\infty", "\\cdot"].includes(tokenOf(heads[0])) ||
        dotted(heads[0]) ||
        slashed(heads[0]))) ||
    (heads.length > 0 && heads.every(isDigit))
  );
}

const slashed = (node: TexNode | undefined): boolean =>
  node?.kind === "command" && ["slashed", "cancel", "fsl"].includes(node.name);

const dotted = (node: TexNode | undefined): boolean =>
  node?.kind === "command" && ["dot", "vec", "mathbf"].includes(node.name);

/** A lone thing in parentheses behind a plain factor is rare; only fixed numbers have it. */
function nothingButFactor(
  reader: Reader,
  name: Name,
  kind: Kind,
  head: Expr,
  inside: readonly TexNode[],
): boolean {
  if (/^[txyz]$/.test(name.name) && isSquare(inside)) return true;
  if (kind.domain === "integer" && count(reader.page, name, "called") < 2)
    return isDigit(inside[0]);
  const member = head.kind === "labelled" && nameOf(inside[1]) && !/^[txyz]$/.test(name.name);
  return (
    tokenOf(inside[0]) === "-" &&
    !member &&
    !functionLike(name, kind) &&
    count(reader.page, name, "called") === 0
  );
}

/** 2x(t²) is a product. */
const isSquare = ([, script]: readonly TexNode[]): boolean =>
  script?.kind === "script" && script.place === "sup" && script.children.every(isDigit);

const functionLetters =
  /^(?:[fFGDSVUWKPQRZψΨφϕΦχηξΔΣΠΓρΛΩΘζθδ]|\p{Lu}[\u0302-\u0304]?|[\u{1D49C}-\u{1D4CF}]|[ψφϕ][\u0302-\u0304′]?)$/u;
const functionLike = (name: Name, kind: Kind): boolean =>
  functionLetters.test(name.name.normalize("NFC")) ||
  functionLetters.test(name.base) ||
  kind.type === "spinor" ||
  kind.role === "polarisation";

/** What a field with indices is a function of: a place, a time, a momentum. */
const isPlace = (node: TexNode | undefined): boolean => {
  const name = nameOf(node);
  if (name && /^[OPQ]$/.test(name.name)) return true;
  return name === undefined || name.bold || /^[xyzrtkpqluvwsτωηξλ]/u.test(name.base);
};

/** x−y, −p², t+t′, ωt: sums of places, times and momenta, which functions take. */
function isArgumentLike(reader: Reader, inside: readonly TexNode[], nested = false): boolean {
  const product = inside.every((node) => node.kind === "script" || nameOf(node) || isDigit(node));
  if (product && inside.some((node) => /^[xyzrt]$/.test(nameOf(node)?.name ?? ""))) return true;
  return inside.every((node) => {
    const text = tokenOf(node);
    if (
      node.kind === "script" ||
      /^[+\-0-9/]$/.test(text) ||
      (node.kind === "command" &&
        text === "\\frac" &&
        node.args.every((arg) => isArgumentLike(reader, arg ?? []))) ||
      text === "\\infty" ||
      text === "\\lambda" ||
      (nested && /^(?:[()]|\\exp)$/.test(text))
    )
      return true;
    if (node.kind === "words") return /^\s*\p{L}\s*$/u.test(node.text);
    const name = nameOf(node);
    if (!name) return text === "\\vec" || text === "\\mathbf";
    return (
      /^[xyzrtpkqlsuvwτεθφωξηλiΛaδΔ]/u.test(name.base) ||
      (name.roman && name.name === "d") ||
      name.bold ||
      count(reader.page, name, "argument") > 0
    );
  });
}
