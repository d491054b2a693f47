/** Polarisation vectors of a momentum. */
import type { Tensor } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import type { Value } from "../value";

export function polarisation<E>(_scope: Scope<E>, _node: Tensor): Value<E> {
  throw new Beyond("polarisation vectors");
}
