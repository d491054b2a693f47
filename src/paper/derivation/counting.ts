/** n = 1, 2, …, m = −ℓ, …, ℓ: which whole numbers a name counts. */
import type { Fact } from "../../math/expr/claim";
import type { Context } from "../notation/context";
import { splitAt } from "../notation/split";
import type { chainOf } from "./chain";
import { flat } from "./conventionIn";
import { readOne } from "./membership";

const dots = /^(?:\\(?:dots[a-z]?|[lc]dots)|…|\.\.\.)$/;
const whole = /^(?:[-−]|\\pm)?\d+$/;
const bound = /^[-−]?(?:[a-zA-Zℓ]|\\ell)(?:[-−+]\d+)?$/u;

export function counting(
  { sides, joints }: ReturnType<typeof chainOf>,
  context: Context,
): readonly Fact[] | undefined {
  const [names = [], values = []] = sides;
  if (joints.length !== 1 || joints[0]?.relation !== "=") return undefined;
  const items = splitAt(values, ",")
    .map((item) => flat(item).replace(/\s|\\[,;:! ]/g, ""))
    .filter((item) => item !== "");
  const [first = ""] = items;
  const isList = items.every((item) => [dots, whole, bound].some((one) => one.test(item)));
  if (items.length < 3 || !isList || !items.some((item) => dots.test(item))) return undefined;
  if (dots.test(first)) return undefined;
  const domain = /^[1-9]\d*$/.test(first) ? "natural" : "integer";
  const counted = splitAt(names, ",").map((one) => readOne(one, context));
  return counted.every((symbol) => symbol?.kind === "symbol")
    ? counted.flatMap((symbol) => (symbol ? [{ kind: "domain", symbol, domain } as const] : []))
    : undefined;
}
