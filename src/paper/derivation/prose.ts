/** Facts in running prose: “where $k = p − p′$”, “with $p² = m²$”, “mostly plus”, “$ħ = c = 1$”. */
import type { Fact } from "../../math/expr/claim";
import type { Prose, ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import type { Span } from "../text/span";
import { type ConventionChange, readAssume, readAssumption } from "./assume";
import { catalogued } from "./catalogued";
import { flat } from "./conventionIn";
import { saysHypothesis } from "./cue";
import { signatureIn } from "./signatureIn";

export interface ProseFact {
  readonly latex: string;
  readonly span: Span;
  readonly facts: readonly Fact[];
  readonly conventions?: ConventionChange;
  /** Holds for the rest of the paper, not only for its paragraph. */
  readonly far: boolean;
  /** Said of the matter at hand, not supposed for a moment. */
  readonly lasting: boolean;
  /** How far it speaks of what stands before it: its whole paragraph, the display its sentence goes on from, nothing. */
  readonly back: "paragraph" | "display" | "nothing";
  /** A condition that is not understood. */
  readonly unread: boolean;
}

/** Words straight before a formula that make it a definition, a condition or a choice of units. */
const defines =
  /\b(where|with|let|define[ds]?|defining|denot\w*|set(ting)?|introduc\w+|abbreviat\w+|writ(e|ing)|put(ting)?|i\.e\.|namely|called|by|being|and|notation|units?( (in which|where|with|such that))?|invariants|variables|quantities|combinations|abbreviations|is|are|reads?)\W*$/i;
const restricts =
  /\b(for|with|on[- ]shell|satisf\w+|obey\w*|since|because|using|given|assum\w+|suppos\w+|provided|if|when|conditions?|constraints?|relations?|conservation|fact that|recall\w*( that)?|ha(s|ve)|conserved|symmetric|antisymmetric|traceless|transverse|massless|hermitian|unitary|commute|mass[- ]shells?|cases?)\W*$/i;
/** What stands between the members of a list: the words before the first lead to all of them. */
const goesOn = /^\s*[,;]?\s*(and|as well as)?(\s+the\s+\w+)?\s*$/i;
const supposes = /\b(if|when|whenever|suppos\w+|unless|were)\W*$/i;
const negates = /\b(not|unless|off[- ]shell|unlike|no longer|never|instead of|wrong\w*|cannot)\b/i;

export function proseFacts(prose: Prose, context: Context): readonly ProseFact[] {
  const found: ProseFact[] = [];
  for (const [place, sentence] of sentences(prose.pieces).entries()) {
    const said = sentence.map((piece) => (piece.kind === "words" ? piece.text : "⋆")).join("");
    const signature = signatureIn(said, sentence);
    if (signature) found.push(signature);
    if (negates.test(said)) continue;
    let before = "";
    for (const [i, piece] of sentence.entries()) {
      if (piece.kind !== "math") continue;
      const words =
        sentence[i - 1]?.kind === "words" ? (sentence[i - 1] as { text: string }).text : "";
      if (!goesOn.test(words)) before = words;
      const next = sentence[i + 1];
      const after = next?.kind === "words" ? next.text : "";
      const fact =
        factOf(piece, before, said, context) ?? propertyIn(piece, before, after, context);
      if (fact) found.push({ ...fact, back: backOf(said, place === 0) });
    }
  }
  return found;
}

/** “where …” and “we have used …” speak of what stands above; a sentence that goes on from a display speaks of that; any other of what comes. */
function backOf(said: string, first: boolean): ProseFact["back"] {
  if (/\b(where|here)\b/i.test(said)) return "paragraph";
  if (/\b(used|use of|employed|exploited)\b/i.test(said)) return "paragraph";
  return first && /^\s*[,;]?\s*[a-z]/.test(said) ? "display" : "nothing";
}

function factOf(
  piece: ProsePiece & { kind: "math" },
  before: string,
  words: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const latex = bare(piece.source);
  const text = flat(piece.nodes);
  const base = { latex, span: piece.span };
  const units = /^(\\hbar=)?(c=)?(k_\(?B\)?=)?(\\hbar=)?(c=)?1$/.test(text) && text.includes("=");
  const dimension = /^[dD]=(.+)$/.exec(text);
  if (dimension && /\bdimension/i.test(words)) {
    const change: ConventionChange = {
      dim: /^\d+$/.test(dimension[1] ?? "") ? Number(dimension[1]) : "d",
    };
    const read = change.dim === "d" ? readAssumption(piece.nodes, context) : undefined;
    return {
      ...base,
      facts: read?.kind === "read" ? read.facts : [],
      conventions: change,
      far: true,
      lasting: true,
      unread: false,
    };
  }
  if (!units && !defines.test(before) && !restricts.test(before)) return undefined;
  if (!/[=<>]|\\(in|leq|geq|neq|rightarrow|ll|gg|equiv)\b/.test(text)) return undefined;
  const read = readAssumption(piece.nodes, context);
  const hypothetical = saysHypothesis(before) || restricts.test(before);
  if (read.kind === "unread")
    return restricts.test(before) && isNear(before)
      ? { ...base, facts: [], far: false, lasting: false, unread: true }
      : undefined;
  if (!read.facts.every(catalogued))
    return isNear(before)
      ? { ...base, facts: [], far: false, lasting: false, unread: true }
      : undefined;
  const onlyDefinitions = read.facts.every(({ kind }) => kind === "definition");
  return {
    ...base,
    facts: read.facts,
    conventions: read.conventions,
    far: units || (onlyDefinitions && defines.test(before) && !hypothetical),
    lasting: !saysHypothesis(before) && !supposes.test(before),
    unread: false,
  };
}

const property =
  "hermitian|self-adjoint|unitary|traceless|antisymmetric|symmetric|real|positive|non-?negative|non-?zero|integer|odd|even|normali[sz]ed|transverse|massless|divergence-?free|conserved";
const saidAfter = new RegExp(
  `^\\s*(?:is|are|be)\\s+(?:an?\\s+|the\\s+|chosen\\s+|taken to be\\s+)?(${property})\\b`,
  "i",
);
const saidBefore = new RegExp(
  `\\b(?:let|for|with|where|any|an?|of|by)\\s+(?:the\\s+|all\\s+)?(${property})\\s+(?:\\w+\\s+)?$`,
  "i",
);

/** “where $H$ is hermitian”, “for a unitary operator $U$”. */
function propertyIn(
  piece: ProsePiece & { kind: "math" },
  before: string,
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const said = saidAfter.exec(after)?.[1] ?? saidBefore.exec(before)?.[1];
  if (!said) return undefined;
  const latex = bare(piece.source);
  const read = readAssume(`${latex} is ${said}`, context);
  return read.kind === "read" && read.facts.length > 0
    ? {
        latex: `${latex} is ${said}`,
        span: piece.span,
        facts: read.facts,
        far: false,
        lasting: true,
        unread: false,
      }
    : undefined;
}

const bare = (source: string): string => source.replace(/^\$|\$$|^\\\(|\\\)$/g, "");

/** Conditions that certainly speak of the formulas around them. */
const isNear = (before: string): boolean =>
  /\b(for|with|provided|if|when|assuming)\W*$/i.test(before);

/** The pieces of prose between full stops. */
function sentences(pieces: readonly ProsePiece[]): ProsePiece[][] {
  const found: ProsePiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== "words") {
      found.at(-1)?.push(piece);
      continue;
    }
    const parts = piece.text.split(/(?<=[.!?])\s+(?=[A-Z(]|$)/);
    for (const [i, part] of parts.entries()) {
      if (i > 0) found.push([]);
      if (part) found.at(-1)?.push({ ...piece, text: part });
    }
  }
  return found;
}
