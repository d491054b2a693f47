/** What a survey of a statement holds: how each name is used, and what each letter in a script is carried by. */
import type { TexNode } from "../latex/node";
import type { Use } from "./context";
import { type Name, nameOf } from "./name";
import { tokenOf } from "./token";

export interface IndexUse {
  up: number;
  down: number;
  /** Names that carry it. */
  readonly carriers: Set<string>;
  /** Names that carry it in bold, and those that carry it otherwise. */
  readonly bold: Set<string>;
  readonly plain: Set<string>;
  /** Stands under ∑ or ∏. */
  bound: boolean;
  /** Occurs twice or more in one product. */
  repeated: boolean;
}

export interface Survey {
  readonly uses: Map<string, Map<Use, number>>;
  /** By the letter, `μ`, `i`. */
  readonly indices: Map<string, IndexUse>;
  /** Variables alone in the parentheses of a call, by the name that is called. */
  readonly calls: Map<string, Set<string>>;
  /** Letters that stand alone above a name, by the name. */
  readonly raised: Map<string, Set<string>>;
  /** Control sequences that occur, and what they occurred with. */
  readonly seen: Set<string>;
  /** Names with a dot above. */
  readonly moving: Set<string>;
  /** Names with an index below that stand in commutators with themselves: A in [A_μ, A_ν]. */
  readonly crossed: Set<string>;
}

/** The key of a name in a survey; bold and plain are different names. */
export const useKey = (name: string, bold: boolean): string => (bold ? `*${name}` : name);

export const uses = (survey: Survey, name: string, use: Use, bold = false): number =>
  survey.uses.get(useKey(name, bold))?.get(use) ?? 0;

/** Counts one use of a name. */
export function note(survey: Survey, name: Name, use: Use): void {
  const key = useKey(name.name, name.bold);
  let found = survey.uses.get(key);
  if (!found) {
    found = new Map();
    survey.uses.set(key, found);
  }
  found.set(use, (found.get(use) ?? 0) + 1);
}

/** A barred or hatted index is the letter without its mark where its space is asked for. */
export const unmarked = (letter: string): string =>
  letter
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");

export const isGreekIndex = (letter: string): boolean => /^[α-ωϵϑϕϱς]$/u.test(letter);

/** The entry of an index letter, made where there is none. */
export function indexUse(survey: Survey, letter: string): IndexUse {
  let use = survey.indices.get(letter);
  if (!use) {
    use = {
      up: 0,
      down: 0,
      carriers: new Set(),
      bold: new Set(),
      plain: new Set(),
      bound: false,
      repeated: false,
    };
    survey.indices.set(letter, use);
  }
  return use;
}

/** Above one thing and below another, without a sum: no exponent. */
export const isBothHeights = (use: IndexUse): boolean =>
  use.up > 0 && use.down > 0 && !use.bound && use.carriers.size > 1;

/** Signs of a dot product. */
export const dots: ReadonlySet<string> = new Set(["\\cdot", "\\vdot", "·", "\\bullet"]);

/** What the script at this place belongs to. */
export function behindScripts(nodes: readonly TexNode[], at: number): TexNode | undefined {
  let back = at - 1;
  while (nodes[back]?.kind === "script" || tokenOf(nodes[back]) === "\\limits") back--;
  return nodes[back];
}

export const isDifferential = (node: TexNode | undefined): boolean =>
  node !== undefined && nameOf(node)?.name === "d" && !nameOf(node)?.bold;

const lastEnds = new WeakMap<readonly TexNode[], number>();

/** Where the last bar or ⟩ stands: no bracket opened behind it is closed. */
export function lastEnd(nodes: readonly TexNode[]): number {
  const known = lastEnds.get(nodes);
  if (known !== undefined) return known;
  const found = nodes.findLastIndex((node) => ends.test(tokenOf(node)));
  lastEnds.set(nodes, found);
  return found;
}

const ends = /^(?:\\rangle|⟩|\||\\[lr]?vert|\\mid)$/;

/** The place of the fence that closes the one at `open`, whatever its shape. */
export function closing(nodes: readonly TexNode[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < nodes.length; i++) {
    const side = fenceSide(nodes[i] as TexNode);
    if (side === "open") depth++;
    if (side === "close" && --depth === 0) return i;
  }
  return undefined;
}

const openers = new Set(["(", "[", "\\{", "\\lbrace", "\\lbrack", "\\lfloor", "\\lceil"]);
const closers = new Set([")", "]", "\\}", "\\rbrace", "\\rbrack", "\\rfloor", "\\rceil"]);

export function fenceSide(node: TexNode): "open" | "close" | undefined {
  if (node.kind === "fence" && node.side === "left") return "open";
  if (node.kind === "fence" && node.side === "right") return "close";
  const token = tokenOf(node);
  return openers.has(token) ? "open" : closers.has(token) ? "close" : undefined;
}

/** What dots derive by: the time, or the proper time where the time has a dot itself. */
export const clockOf = (moving: ReadonlySet<string>): "t" | "τ" =>
  moving.has(useKey("t", false)) ? "τ" : "t";
