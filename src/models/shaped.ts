/** An answer held against the shape that was asked for, whether or not the server promised to keep to it. */
import { type Failure, failure } from "./failure";
import { readJson } from "./latexInJson";
import type { Answer } from "./question";
import { misfits, type Shape } from "./shape";

export function shaped(answer: Answer, shape: Shape): { readonly value: unknown } | Failure {
  const value = readJson(answer.text);
  const wrong = value === undefined ? ["the answer is no JSON"] : misfits(value, shape);
  if (wrong.length === 0) return { value };
  return failure("shape", wrong.slice(0, 3).join("; "), answer.text, answer.thinking);
}
