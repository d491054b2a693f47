/** The shape of a notation rule: one family of notation, the tokens it begins with, and how it is read. */
import type { Expr } from "../../math/expr/node";
import type { Reader } from "./reader";

export interface NotationRule {
  readonly name: string;
  /** Tokens that may start it: `\frac`, `x`, `(`, `\{`, `<words>`, `<table>`. See `token.ts`. */
  readonly begins?: readonly string[];
  /** Tokens that may come after a finished factor and belong to it: `!`, `|`. */
  readonly follows?: readonly string[];
  /** Tokens that join two factors of a product: `\cdot`, `\otimes`. */
  readonly joins?: readonly string[];
  /** Source and its reading as `printExpr` shows it, in the order a reader of the manual would meet them. */
  readonly examples: readonly (readonly [latex: string, reading: string])[];
  /** Reads what begins at the cursor; undefined where it is not this notation (whatever was consumed is given back). */
  readonly read?: (reader: Reader) => Expr | undefined;
  /** Reads what follows `left`, and gives the whole. */
  readonly after?: (reader: Reader, left: Expr) => Expr | undefined;
  /** The cursor stands on the joining token; gives the joined whole. */
  readonly join?: (reader: Reader, left: Expr) => Expr | undefined;
  /** Scripts behind it are its own business: ∑, ∫, lim, names. Otherwise they are attached as power, index, dagger. */
  readonly ownScripts?: boolean;
}
