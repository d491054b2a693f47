/** u(p) and v(p): explicit solutions of the Dirac equation. */
import type { Sym } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import type { Value } from "../value";

export function spinorValue<E>(_scope: Scope<E>, sym: Sym, _name: string): Value<E> {
  throw new Beyond(`the spinor ${sym.name}`);
}
