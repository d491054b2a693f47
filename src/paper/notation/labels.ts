/** Labels in a subscript: separated by commas, or single letters and digits side by side. */
import { hole, negate, opaque, symbol } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Dressing } from "./dressing";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { marks, markText } from "./marks";
import { nameOf } from "./name";
import { over, type Reader } from "./reader";
import { capitalOrWord } from "./scriptShape";
import { splitAt } from "./split";
import { isDigit, tokenOf } from "./token";

export function readLabels(outer: Reader, nodes: readonly TexNode[], into: Dressing): void {
  const reader: Reader = { ...outer, script: true };
  const items = splitAt(nodes, ",");
  if (items.length > 1) {
    for (const item of items) {
      const word = wordLabel(item);
      if (word) into.labels.push(word);
      else if (item.length > 0) readLabels(reader, item, into);
    }
    return;
  }
  const last = nodes.at(-1);
  if (last?.kind === "words" && nodes.length > 1 && !last.formulas?.length) {
    const before = nodes.slice(0, -1);
    const word = capitalOrWord(before);
    if (word) into.labels.push(symbol(word));
    else readLabels(reader, before, into);
    into.labels.push(symbol(last.text.replace(/^[\s,]+|\s+$/g, "")));
    return;
  }
  const text = nodes.map(tokenOf).join("");
  if (/\\[lc]?dots/.test(text) && /[[(]/.test(text)) {
    into.labels.push(opaque(nodes.map((node) => nameOf(node)?.name ?? dotsOf(node)).join("")));
    return;
  }
  if (/^[+-]{2,}$/.test(text)) into.suffix += `_${text}`;
  else if (/^(?:\(.+\)|\[.+\])$/.test(text) && (nodes.length > 3 || text.startsWith("(")))
    into.labels.push(opaque(`${text[0]} ${text.at(-1)}`, readInside(reader, nodes.slice(1, -1))));
  else if (/^[+-]$/.test(text) || text === "\\pm" || text === "\\mp")
    into.labels.push(signLabel(text));
  else if (marks.test(text) || text === "*" || text === "\\infty" || text === "\\ast")
    into.suffix += `_${markText(text)}`;
  else if (/^(?:\p{L}|\\[a-z]+)[+-]$/u.test(text) && nodes.length === 2) {
    for (const label of singles(reader, nodes.slice(0, 1))) into.labels.push(label);
    into.labels.push(signLabel(text.slice(-1)));
  } else if (
    /^[0-9]+$/.test(text) ||
    !(nodes.every(isSingle) || permuted.test(text)) ||
    /^(?:[2-9][nkmN]|2i)$/.test(text) ||
    reader.page.survey.seen.has(`${text}±`)
  )
    into.labels.push(readInside(reader, nodes));
  else for (const label of singles(reader, nodes)) into.labels.push(label);
}

/** i σ(n): a letter beside the place another one is moved to. */
const permuted = /^(?:\p{L}|\\[a-z]+)\\(?:sigma|tau|pi)\((?:\p{L}|[0-9])\)$/u;

const dotsOf = (node: TexNode): string =>
  /^\\[lc]?dots$/.test(tokenOf(node)) ? "…" : tokenOf(node);

/** The new of E_{i,new}: a word beside other labels, however it is set. */
function wordLabel(item: readonly TexNode[]): Expr | undefined {
  const word = capitalOrWord(item);
  return word && /^\p{L}{2,}$/u.test(word) && !/^\p{Lu}+$/u.test(word) ? symbol(word) : undefined;
}

/** J_± takes its sign as a label, so that ± resolves together with all others. */
function signLabel(text: string): Expr {
  const plus = symbol("+", "label");
  if (text === "+") return plus;
  if (text === "-") return negate(plus);
  return intern({ kind: "plus-minus", upper: text === "\\pm" ? "+" : "-", operand: plus });
}

const isSingle = (node: TexNode): boolean =>
  isDigit(node) || node.kind === "script" || nameOf(node) !== undefined;

/** Letters side by side in a script are labels one by one, with their own primes. */
export function singles(reader: Reader, nodes: readonly TexNode[]): Expr[] {
  const found: Expr[] = [];
  const inner = over(reader, nodes);
  while (inner.at < nodes.length) {
    const label = differenceAt(inner) ?? readFactor(inner);
    if (!label) break;
    found.push(label);
  }
  return found.length > 0 ? found : [hole("")];
}

/** The Δt of K_{Δt}. */
function differenceAt(reader: Reader): Expr | undefined {
  const [sign, letter] = reader.nodes.slice(reader.at);
  const name = tokenOf(sign) === "\\Delta" ? nameOf(letter) : undefined;
  if (!name || name.bold) return undefined;
  reader.at += 2;
  return symbol(`Δ${name.name}`);
}
