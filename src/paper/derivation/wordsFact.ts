/** Assumptions in words: “A is hermitian”, “on shell”, “natural units”. */
import { num } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Domain, Expr } from "../../math/expr/node";
import { parseFormula } from "../latex/formula";
import type { Context } from "../notation/context";
import type { Assumption } from "./assume";
import { signature } from "./conventionIn";
import { headOf } from "./head";
import { readOne } from "./membership";

/** Undefined for an entry that is a formula. */
export function readWords(text: string, context: Context): Assumption | undefined {
  const plain = text
    .replace(/\\text\{([^{}]*)\}/g, "$1")
    .replace(/\$/g, "")
    .replace(/[~\s]+/g, " ")
    .trim();
  if (/[=<>]|\\(to|rightarrow|in|leq?|geq?|neq?|ll|equiv)(?![a-zA-Z])/.test(plain))
    return undefined;
  if (plain === "") return unread(text);
  if (!/[a-z]{4}|\b(is|are)\b/i.test(plain.replace(/\\[a-zA-Z]+/g, ""))) return undefined;
  return convention(plain) ?? units(plain, context) ?? described(plain, context);
}

const read = (facts: readonly Fact[]): Assumption => ({ kind: "read", facts, conventions: {} });

function convention(text: string): Assumption | undefined {
  if (/mostly[- ](plus|positive)|east[- ]coast/i.test(text))
    return { kind: "read", facts: [], conventions: { metric: "mostly-plus" } };
  if (/mostly[- ](minus|negative)|west[- ]coast/i.test(text))
    return { kind: "read", facts: [], conventions: { metric: "mostly-minus" } };
  if (/euclidean (metric|signature|space)/i.test(text))
    return { kind: "read", facts: [], conventions: { metric: "euclidean" } };
  const signs = /(?:metric|signature)[^()]*\(([-+,1 ]+)\)/i.exec(text)?.[1]?.replace(/ /g, "");
  const change = signs ? signature(signs) : undefined;
  return change ? { kind: "read", facts: [], conventions: change } : undefined;
}

function units(text: string, context: Context): Assumption | undefined {
  if (!/^(in |we use )?natural units\.?$/i.test(text)) return undefined;
  const facts = ["\\hbar", "c"].flatMap((name): Fact[] => {
    const head = readOne(parseFormula(name).nodes, context);
    return head ? [{ kind: "definition", head, body: num(1) }] : [];
  });
  return read(facts);
}

const properties: readonly (readonly [RegExp, string])[] = [
  [/\b(anti-?hermitian|skew-?hermitian)\b/i, "antihermitian"],
  [/\b(hermitian|self-?adjoint|observables?)\b/i, "hermitian"],
  [/\bunitary\b/i, "unitary"],
  [/\bis an? (proper )?rotation\b|\bare (proper )?rotations\b/i, "rotation"],
  [
    /^\S+ is (an? )?orthogonal\b|\borthogonal (matri(x|ces)|transformations?)\b|\b(is an?|are) lorentz transformations?\b/i,
    "orthogonal",
  ],
  [/\b(commut(e|es|ing)|mutually commuting)\b/i, "commuting"],
  [/\btraceless\b/i, "traceless"],
  [/\b(antisymmetric|skew-?symmetric)\b/i, "antisymmetric"],
  [/\bsymmetric\b/i, "symmetric"],
  [/\b(normali[sz]ed|unit vectors?)\b/i, "normalised"],
  [/\borthonormal\b/i, "orthonormal"],
  [/\bcomplete\b/i, "complete"],
  [/\b(divergence-?free|divergenceless|solenoidal|conserved)\b/i, "divergence-free"],
  [/\b(zero|0)-? ?forms?\b/i, "0-form"],
  [/\b(one|1)-? ?forms?\b/i, "1-form"],
  [/\b(two|2)-? ?forms?\b/i, "2-form"],
  [/\b(three|3)-? ?forms?\b/i, "3-form"],
  [/\bstationary\b/i, "stationary"],
  [/\b(is|are|stays?|remains?|held|kept) (a )?(constants?|fixed)( in time)?\.?$/i, "constant"],
  [/\bmassless\b/i, "massless"],
  [/\btransverse\b/i, "transverse"],
  [/\blarge\b/i, "large"],
  [/\bodd\b/i, "odd"],
  [/\beven\b/i, "even"],
  [/\bvanish(es|ing)? (at|on) (infinity|the boundary|spatial infinity)\b/i, "vanishing-boundary"],
];

const domains: readonly (readonly [RegExp, Domain])[] = [
  [/\b(positive integers?|natural numbers?)\b/i, "natural"],
  [/\bnon-?negative\b/i, "nonnegative"],
  [/\bnon-?zero\b/i, "nonzero"],
  [/\bpositive\b/i, "positive"],
  [/\bintegers?\b/i, "integer"],
  [/\breal\b/i, "real"],
  [/\bcomplex\b/i, "complex"],
  [/\b(small|infinitesimal)\b/i, "small"],
];

/** “A, B are hermitian”: the names before the verb, the property after it. */
function described(text: string, context: Context): Assumption {
  const match =
    /^(?:let |for |the |with )?(.*?)\s+(?:is|are|be|has|have)?\s*(?:an?|the|mutually)?\s*([a-z][\w -]*)\.?$/i.exec(
      text,
    );
  const verb = /^(.*?)\s+(?:is|are|be|commute|anticommute|vanish)\b(.*)$/i.exec(text);
  const subject = (verb?.[1] ?? match?.[1] ?? "").replace(
    /^(let|for|the|with|operators?|matri(x|ces)|fields?|states?)\s+/gi,
    "",
  );
  const property = properties.find(([pattern]) => pattern.test(text))?.[1];
  const domain = domains.find(([pattern]) => pattern.test(text))?.[1];
  const names = subject.split(/\s*(?:,|\band\b)\s*/).filter((name) => name !== "");
  const of = names.map((name) => readOne(parseFormula(name).nodes, context));
  const isNegative = /\b(is|are|be) (chosen |taken to be )?negative\b/i.test(text);
  const known =
    of.every((expr) => expr !== undefined && headOf(expr) !== undefined) && of.length > 0;
  if (/\bnot\b|\bnon-?(hermitian|commuting)\b/i.test(text)) return unread(text);
  if (known && property)
    return read(
      (property === "rotation" ? ["orthogonal", "special"] : [property]).map(
        (one): Fact => ({ kind: "property", property: one, of: of as Expr[] }),
      ),
    );
  if (known && isNegative)
    return read(
      (of as Expr[]).map(
        (left): Fact => ({ kind: "inequality", left, relation: "<", right: num(0) }),
      ),
    );
  if (known && domain)
    return read((of as Expr[]).map((symbol): Fact => ({ kind: "domain", symbol, domain })));
  return known && onlyAKind.test((verb?.[2] ?? "").trim()) ? read([]) : unread(text);
}

/** Words that say what names are and nothing else of them: the kinds are inferred from the same words. */
const onlyAKind =
  /^(?:(?:an?|the|any|all|arbitrary|generic|square|invertible|linear|smooth) )*(?:(?:four-|4-|three-|3-)?vectors?|operators?|matri(?:x|ces)|(?:fermion(?:ic)?|boson(?:ic)?|ladder|annihilation|lowering) operators?|functions?|tensors?|scalars?|numbers?|labels?|(?:grassmann|anticommuting)(?: (?:numbers?|variables?|parameters?))?|(?:lorentz|spatial|colou?r|adjoint|spinor) ind(?:ex|ices))\.?$/i;

const unread = (text: string): Assumption => ({
  kind: "unread",
  why: `“${text}” is not understood`,
});
