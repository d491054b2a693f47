/** `tacit explain`: a model explains a derivation, fills in a step or looks for a slip; its claims are judged. */
import { Failure } from "../failure";
import { parse } from "../options";
import { modelOptions, questioning } from "../questioning";

const usage = "tacit explain FILE:LINE [--step | --slip] [--profile NAME] [--samples N] [--show]";

export async function explain(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    { ...modelOptions, step: { type: "boolean" }, slip: { type: "boolean" } },
    usage,
  );
  const [target] = positionals;
  if (target === undefined || positionals.length > 1)
    throw new Failure("One place is needed.", `Usage: ${usage}`);
  return questioning(target, values.step ? "bridge" : values.slip ? "slip" : "explain", values);
}
