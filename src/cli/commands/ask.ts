/** `tacit ask`: a question to a model about a derivation; what it answers in formulas is judged. */
import { Failure } from "../failure";
import { parse } from "../options";
import { modelOptions, questioning } from "../questioning";

const usage = "tacit ask FILE:LINE 'question' [--profile NAME] [--samples N] [--show]";

export async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, modelOptions, usage);
  const [target, question] = positionals;
  if (target === undefined || !question?.trim() || positionals.length > 2)
    throw new Failure("A place and a question are needed.", `Usage: ${usage}`);
  return questioning(target, "ask", values, question);
}
