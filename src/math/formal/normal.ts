/** The element an expression is, by the laws that hold whatever its names mean. */
import { product, rational } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Index, Matrix, Num, Tensor } from "../expr/node";
import { mapChildren } from "../expr/walk";
import { acting, composed } from "./acting";
import { bracketOf } from "./bracket";
import { differentiated } from "./derivation";
import { add, type Element, exprOf, ofNumber, ofWord, Refused, scalar, scaled } from "./element";
import type { Form } from "./form";
import { functionOf, isAdjoint } from "./functions";
import type { Habits } from "./habits";
import { integralOf, opened } from "./integrals";
import { involved } from "./involution";
import { limitOf } from "./limits";
import { letterOf, linearIn, multilinear } from "./linear";
import { matrixUnit } from "./matrixUnits";
import { multiply, productOf, sign } from "./multiply";
import { inverted, raisedTo } from "./powers";
import { seriesOf } from "./sums";
import { varied } from "./variation";

export function formWith(habits: Habits): Form {
  const known = new Map<Expr, Element>();
  const form: Form = {
    habits,
    elementOf(node) {
      const before = known.get(node);
      if (before) return before;
      const result = element(node, form);
      known.set(node, result);
      return result;
    },
    partOf: (node) => exprOf(form.elementOf(node)),
    opened: (letter) => opened(letter, form),
  };
  return form;
}

function element(node: Expr, form: Form): Element {
  const { habits, elementOf } = form;
  switch (node.kind) {
    case "num":
      return numeral(node, habits);
    case "sum":
      return add(...node.terms.map(elementOf));
    case "product":
      return acting(node.factors.map(elementOf), form);
    case "quotient":
      return multiply(elementOf(node.over), inverted(elementOf(node.under), form), habits);
    case "power":
      return raisedTo(elementOf(node.base), node.exponent, form);
    case "function":
      return functionOf(node, form);
    case "derivative":
      return node.operand
        ? (composed(node, elementOf(node.operand)) ??
            differentiated(node, elementOf(node.operand), form))
        : letterOf(node, form);
    case "tensor":
      return tensorOf(node, form);
    case "slash":
      return linearIn(elementOf(node.vector), "numbers", form, (vector) =>
        intern({ ...node, vector }),
      );
    case "dot":
    case "cross":
      return multilinear([node.left, node.right], "numbers", form, ([left, right]) =>
        intern({ ...node, left: left as Expr, right: right as Expr }),
      );
    case "wedge":
    case "tensor-product":
      return multilinear(node.factors, "numbers", form, (factors) => intern({ ...node, factors }));
    case "bracket":
      return bracketOf(node, form);
    case "involution":
      return involved(node.sort, elementOf(node.operand), form);
    case "trace":
      return linearIn(elementOf(node.operand), "numbers", form, (operand) =>
        intern({ ...node, operand: habits.grassmann ? operand : turnedBack(operand) }),
      );
    case "expectation":
      return linearIn(elementOf(node.operand), isUniversal, form, (operand) =>
        intern({ ...node, operand }),
      );
    case "ordered":
      return linearIn(elementOf(node.operand), "numbers", form, (operand) =>
        intern({ ...node, operand }),
      );
    case "bar":
      return linearIn(elementOf(node.body), "exact", form, (body) => intern({ ...node, body }));
    case "limit":
      return limitOf(node, form);
    case "integral":
      return integralOf(node, form);
    case "series":
      return seriesOf(node, form);
    case "matrix":
      return matrixOf(node, form);
    case "opaque":
      if (/^δ(?:_|$)/u.test(node.what) && node.parts[0])
        return varied(elementOf(node.parts[0]), form, node.what);
      if (node.what === "∘" && node.parts.every(isAdjoint))
        return productOf(node.parts.map(elementOf), habits);
      return node.what === "⌟" && node.parts.length === 2
        ? multilinear(node.parts, "numbers", form, (parts) => intern({ ...node, parts }))
        : letterOf(inside(node, form), form);
    case "hole":
    case "plus-minus":
      throw new Refused(node.kind);
    default:
      return letterOf(inside(node, form), form);
  }
}

function numeral({ numerator, denominator }: Num, { signed }: Habits): Element {
  return signed && numerator < 0n
    ? scaled(ofNumber(sign), rational(-numerator, denominator))
    : scalar(rational(numerator, denominator));
}

/** Tr AᵀBᵀ = Tr BA. */
function turnedBack(operand: Expr): Expr {
  const factors = operand.kind === "product" ? operand.factors : [operand];
  const inner = factors.flatMap((factor) =>
    factor.kind === "involution" && factor.sort === "transpose" ? [factor.operand] : [],
  );
  return inner.length === factors.length ? product(...inner.reverse()) : operand;
}

/** ħ, c, e: whatever is averaged, they are the same. */
const isUniversal = (letter: Expr): boolean =>
  letter.kind === "constant" || (letter.kind === "symbol" && letter.role === "physical-constant");

/** Arguments and labels in their form; names stay names. */
const inside = (node: Expr, form: Form): Expr =>
  mapChildren(node, (part) => (part.kind === "symbol" ? part : form.partOf(part)));

/** (A + B)_{μν} = A_{μν} + B_{μν}. */
function tensorOf(node: Tensor, form: Form): Element {
  const { head } = node;
  if (["symbol", "labelled", "call", "primed"].includes(head.kind))
    return letterOf(
      intern({
        ...node,
        head: head.kind === "symbol" ? head : inside(head, form),
        indices: bySpace(node.indices),
      }),
      form,
    );
  return linearIn(form.elementOf(head), "coefficients", form, (inner) =>
    intern({ ...node, head: inner }),
  );
}

/** A^{aμ} = A^{μa}: of indices in different spaces the order says nothing. */
const bySpace = (indices: readonly Index[]): readonly Index[] =>
  indices.some(({ space }) => space === "generic")
    ? indices
    : indices.toSorted((a, b) => (a.space < b.space ? -1 : a.space > b.space ? 1 : 0));

/** A matrix of numbers as the sum of its entries; any other as it stands. */
function matrixOf(node: Matrix, form: Form): Element {
  const entries = node.rows.map((row) => row.map(form.elementOf));
  const [first] = entries;
  const isOfNumbers = entries.every((row) =>
    row.every((entry) => entry.every(({ word }) => word.length === 0)),
  );
  if (!first || !isOfNumbers || entries.some((row) => row.length !== first.length))
    return letterOf(inside(node, form), form);
  return add(
    ...entries.flatMap((row, i) =>
      row.map((entry, j) =>
        multiply(
          entry,
          ofWord(matrixUnit(i + 1, j + 1, entries.length, first.length)),
          form.habits,
        ),
      ),
    ),
  );
}
