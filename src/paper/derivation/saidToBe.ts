/** “$H$ is the matrix $…$”, “$k$ is given by $…$”: said in words, the same as with =. */
import type { ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import { chainOf } from "./chain";
import { isHead } from "./head";
import { readOne } from "./membership";
import { bare, type ProseFormula, wordsIn } from "./proseFormula";

/** The formula at `i` and what the words behind it say it is, as one equation. */
export function saidToBe(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): ProseFormula | undefined {
  const [name, body] = [sentence[i], sentence[i + 2]];
  if (name?.kind !== "math" || body?.kind !== "math") return undefined;
  if (!equals.test(wordsIn(sentence[i + 1])) || supposes.test(wordsIn(sentence[i - 1])))
    return undefined;
  if ([name, body].some(({ nodes }) => chainOf(nodes).joints.length > 0)) return undefined;
  const head = readOne(name.nodes, context);
  const value = readOne(body.nodes, context);
  if (!head || !isHead(head) || !value || value.kind === "num" || isHead(value)) return undefined;
  const sign = { kind: "char", text: "=", span: body.span } as const;
  return {
    kind: "math",
    nodes: [...name.nodes, sign, ...body.nodes],
    source: `${bare(name.source)} = ${bare(body.source)}`,
    span: name.span,
  };
}

/** What may stand between a name and what it is. */
const equals =
  /^\s*(?:(?:is|be|denotes|stands for)\s+(?:the|an?)\s+(?:(?!(?:of|in|to|with|by|at|on|from|for)\b)[\w-]+\s+){1,3}|equals|(?:is|be) (?:given by|defined (?:as|by|to be)|equal to)\s*(?:the \w+\s*)?)$/i;

const supposes = /\b(if|when|whenever|whether|suppose|unless|not)\W*$/i;
