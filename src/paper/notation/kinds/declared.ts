/** What a text declares about names: `% tacit: k, p are four-vectors`, "where $k$ is a four-vector", "for any function $f$". */
import type { IndexSpace } from "../../../math/expr/node";
import { parseFormula } from "../../latex/formula";
import type { TexNode } from "../../latex/node";
import type { Kind } from "../context";
import { nameOf } from "../name";
import { prepare } from "../prepare";
import { splitAt } from "../split";
import { indexSpaceBy, phrasePattern, saidBy } from "./vocabulary";

export interface Declarations {
  /** By name; bold names carry a star in front. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly indices: ReadonlyMap<string, IndexSpace | "label">;
}

export const nameKey = (name: string, bold: boolean): string => (bold ? `*${name}` : name);

/** Declarations in so many words win over prose; prose that says two things about one name says nothing. */
export function declared(comments: readonly string[], prose: readonly string[]): Declarations {
  const kinds = new Map<string, Kind>();
  const indices = new Map<string, IndexSpace | "label">();
  for (const [key, kind] of fromProse(prose)) if (kind) kinds.set(key, kind);
  for (const comment of comments) fromComment(comment, kinds, indices);
  return { kinds, indices };
}

/** `<symbols> are <kind>`. */
function fromComment(
  comment: string,
  kinds: Map<string, Kind>,
  indices: Map<string, IndexSpace | "label">,
): void {
  const [, symbols, phrase] =
    /^\s*(.+?)\s+(?:is|are)\s+(?:an?\s+|the\s+)?(.+?)\s*\.?\s*$/u.exec(comment) ?? [];
  if (!symbols || !phrase) return;
  const space = indexSpaceBy(phrase);
  const said = saidBy(phrase);
  for (const { name, bold } of namesIn(symbols.replace(/\s+and\s+/g, ", "))) {
    if (space) indices.set(name, space);
    else if (said && !(isNoNumber(name, bold) && isNumberWord(said)))
      kinds.set(nameKey(name, bold), { ...said, evidence: `declared: ${comment.trim()}` });
  }
}

const math = "\\$[^$]{1,60}\\$";
const names = `${math}(?:\\s*(?:,|and|or)\\s*(?:and\\s+)?${math})*`;
const fillers =
  "(?:(?:a|an|the|any|some|all|two|three|both|each|every|arbitrary|generic|given|fixed|independent|external|internal|now)\\s+)*";
const named = new RegExp(
  `(${names})\\s*,?\\s*(?:(?:is|are|be|denotes?|being|to be)\\s+|(?=an?\\s|(?:complex|real)[\\s,.;:)]))${fillers}(${phrasePattern})(?=[\\s,.;:)]|$)`,
  "giu",
);
/** The density of states $N$: N is no state. */
const counted = "(?<!\\b(?:densit(?:y|ies)|numbers?|fractions?|shares?|rates?) of\\s*)";
const naming = new RegExp(
  `(?:^|${counted}[\\s(])${fillers}(${phrasePattern})\\s+(${names})`,
  "giu",
);

function fromProse(prose: readonly string[]): ReadonlyMap<string, Kind | undefined> {
  const found = new Map<string, Kind | undefined>();
  for (const text of prose) {
    for (const [sentence, symbols = "", phrase = ""] of text.matchAll(named))
      note(found, symbols, phrase, sentence);
    for (const [sentence, phrase = "", symbols = ""] of text.matchAll(naming))
      note(found, symbols, phrase, sentence);
  }
  for (const text of prose)
    for (const [sentence, names = "", group = ""] of text.matchAll(membership))
      for (const { name, bold, moves } of groupElements(names)) {
        if (/\(\s*1\s*\)$/.test(group) || negated.test(sentence)) continue;
        const evidence = `the text: "${sentence}"`;
        const key = nameKey(name, bold);
        const rank = /([2-9])\s*\)$/.exec(group)?.[1];
        const sort = saidBy(rank === undefined ? "matrix" : `${rank}×${rank} matrix`);
        const varies = moves ? { dependsOn: ["x"] } : {};
        if (sort && !found.has(key)) found.set(key, { ...sort, ...varies, evidence });
      }
  return found;
}

/** $g(x)\\in SU(2)$, $U, V\\in\\mathrm{U}(N)$. */
const membership =
  /\$\s*([^$]{1,40}?)\s*\\in\s*((?:\\[a-z]+\s*)?\{?\s*(?:SU|U|S?O|[SG]L|Sp)\s*\}?\s*\([0-9nNd]\))\s*\$/gu;

const groupElements = (latex: string): (Named & { readonly moves: boolean })[] =>
  namesIn(latex).map((one) => ({ ...one, moves: latex.includes("(x)") }));

function note(
  found: Map<string, Kind | undefined>,
  symbols: string,
  phrase: string,
  sentence: string,
): void {
  const said = negated.test(sentence) ? undefined : saidBy(phrase);
  if (!said) return;
  for (const { name, bold, indexed } of namesInMath(symbols)) {
    if (isNoNumber(name, bold) && isNumberWord(said)) continue;
    // “$H$ is constant” leaves open what H is.
    if (/\b(is|are|be|being)\s+constant\W*$/i.test(sentence.trim())) continue;
    if (/generator|^basis/i.test(phrase) && ownAlgebra.test(name)) continue;
    const type = said.type === "three-vector" && indexed ? "four-vector" : said.type;
    const role = type === "spinor" && !said.grassmann && !bold ? solutions[name] : undefined;
    const evidence = `the text: "${sentence.trim()}"`;
    const kind: Kind = { ...said, type, ...(role ? { role } : {}), evidence };
    const key = nameKey(name, bold);
    const before = found.get(key);
    found.set(key, found.has(key) ? together(before, kind) : kind);
  }
}

/** A vector that is constant or real, an operator that is positive, does not become a number by it. */
const isNumberWord = ({ type, grassmann }: Pick<Kind, "type" | "grassmann">): boolean =>
  type === "scalar" && !grassmann;
const isNoNumber = (name: string, bold: boolean): boolean =>
  bold || isHatted.test(name.normalize("NFD"));
const isHatted = /\u0302/u;

/** Spinors of these names solve the Dirac equation. */
const solutions: Readonly<Record<string, NonNullable<Kind["role"]>>> = {
  u: "u-spinor",
  v: "v-spinor",
};

/** A second word on a name refines it ("a real vector"), repeats it, or makes it doubtful. */
function together(before: Kind | undefined, kind: Kind): Kind | undefined {
  if (before?.type === kind.type) return { ...kind, ...before };
  if (before && kind.domain) return before;
  return before?.domain && before.type === "scalar" ? kind : undefined;
}

const negated = /\b(?:not|no|unless|neither)\b/i;

interface Named {
  readonly name: string;
  readonly bold: boolean;
  /** Carries an index above or below. */
  readonly indexed: boolean;
}

/** Generators that bring a role of their own. */
const ownAlgebra = /^[JLSMPKQTtDFσλγΣ]/u;

const namesInMath = (text: string): Named[] =>
  [...text.matchAll(/\$([^$]+)\$/gu)].flatMap(([, inside = ""]) => namesIn(inside));

/** The first name of each stretch between commas. */
function namesIn(latex: string): Named[] {
  const nodes = prepare(parseFormula(latex).nodes);
  return splitAt(nodes, ",").flatMap((piece) => {
    const name = nameOf(piece[0]);
    if (!name || !alone(piece.slice(1))) return [];
    const indexed = piece.some(
      (node) => node.kind === "script" && /^[α-ω]$/u.test(nameOf(node.children[0])?.name ?? ""),
    );
    return [{ name: name.name, bold: name.bold, indexed }];
  });
}

/** Scripts and an argument may follow a name that is declared; nothing else. */
const alone = (rest: readonly TexNode[]): boolean =>
  rest.every((node) => node.kind === "script") ||
  (rest[0]?.kind !== undefined && isOpening(rest[0]));

const isOpening = (node: TexNode): boolean =>
  (node.kind === "char" && node.text === "(") || (node.kind === "fence" && node.delimiter === "(");
