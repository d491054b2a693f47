/** [A,B]_-, {A,B}_+ and [A,B]_±: the sign below says what is done with BA. */
import { anticommutator, commutator, product, sum } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import { peek, type Reader } from "./reader";
import { tokenOf } from "./token";

/** AB − BA, AB + BA or AB ± BA by the script at the cursor, consumed; undefined where it is no sign. */
export function signedBracket(reader: Reader, left: Expr, right: Expr): Expr | undefined {
  const node = peek(reader);
  if (node?.kind !== "script" || node.place !== "sub" || node.children.length !== 1)
    return undefined;
  const sign = tokenOf(node.children[0]);
  if (!/^(?:[-+]|\\pm|\\mp)$/.test(sign)) return undefined;
  reader.at++;
  if (sign === "-") return commutator(left, right);
  if (sign === "+") return anticommutator(left, right);
  const upper = sign === "\\pm" ? "+" : "-";
  return sum(
    product(left, right),
    intern({ kind: "plus-minus", upper, operand: product(right, left) }),
  );
}
