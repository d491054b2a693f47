/** ∂H/∂x of H = p²/2m + V(x), where x and p move or the text says what they are: of H as it is written, the other names in it held. dH/dt follows by what ẋ and ṗ are. */
import { derivative, one, product, sum, symbol, zero } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import { formalPartial } from "../expr/eulerLagrange";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isScalarName, isTime } from "../expr/questions";
import { children, nodes, replace, transform } from "../expr/walk";
import { equated, mapClaim, partsOf } from "./facts";
import type { Written } from "./written";

export function withPartialDerivatives(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  const parts = [...sides, ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf))];
  const derivatives = parts.flatMap(derivativesIn);
  const taken = derivatives.filter(isTaken);
  if (taken.length === 0) return claim;
  const text = textOf(claim, derivatives);
  const by = new Map<Expr, Found>();
  for (const node of taken) {
    const found = isVelocity(node) ? inTime(node, text) : asWritten(node, text);
    if (found) by.set(node, found);
  }
  if (by.size === 0) return claim;
  const put = (part: Expr): Expr => transform(part, (node) => by.get(node)?.value ?? node);
  const used = sides.flatMap(derivativesIn).flatMap((node) => by.get(node)?.used ?? []);
  return { claim: mapClaim(claim, put), used: [...new Set(used)] };
}

const derivativesIn = (part: Expr): readonly Derivative[] =>
  [...nodes(part)].filter((node) => node.kind === "derivative");

/** What the text says of its names. */
interface Text {
  readonly definitions: ReadonlyMap<Expr, { readonly body: Expr; readonly premise: Premise }>;
  /** Derivatives by time that the text says what they are. */
  readonly velocities: ReadonlySet<Expr>;
  /** Names with a derivative by time. */
  readonly moving: ReadonlySet<Expr>;
  /** Names a derivative by the other is taken of. */
  readonly varies: (name: Expr, by: Expr) => boolean;
}

function textOf(claim: Claim, derivatives: readonly Derivative[]): Text {
  const moving = derivatives.flatMap(({ by, operand }) =>
    by.kind === "variable" && isTime(by.variable) && operand ? [operand] : [],
  );
  return {
    definitions: new Map(
      claim.given.flatMap((premise) =>
        premise.facts.flatMap((fact) =>
          fact.kind === "definition" && isScalarName(fact.head)
            ? [[fact.head, { body: fact.body, premise }] as const]
            : [],
        ),
      ),
    ),
    velocities: new Set(
      claim.given.flatMap(({ facts }) =>
        facts.flatMap((fact) => (equated(fact) ?? []).filter(isVelocity)),
      ),
    ),
    moving: new Set(moving),
    varies: (name, by) =>
      derivatives.some(
        (node) => node.operand === name && node.by.kind === "variable" && node.by.variable === by,
      ) ||
      (name.kind === "symbol" && by.kind === "symbol" && (name.dependsOn ?? []).includes(by.name)),
  };
}

interface Found {
  readonly value: Expr;
  readonly used: readonly Premise[];
}

type Taken = Derivative & {
  readonly by: { readonly kind: "variable"; readonly variable: Expr };
  readonly operand: Expr;
};

const isTaken = (node: Expr): node is Taken => isPartial(node) || isVelocity(node);

const isPartial = (node: Expr): node is Taken =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style === "partial" &&
  node.by.held === undefined &&
  isScalarName(node.by.variable) &&
  !isTime(node.by.variable) &&
  node.operand !== undefined &&
  isScalarName(node.operand);

/** The derivative of what the text gives; undefined where nothing moves, or where a name in it may vary with this one. */
function asWritten(node: Taken, text: Text): Found | undefined {
  const { variable } = node.by;
  const given = writtenOut(node.operand, variable, text);
  if (!given) return undefined;
  const names = [...new Set(lettersIn(given.body))];
  const isMechanical = [variable, ...names].some((name) => text.moving.has(name));
  if (!isMechanical && variable.kind === "symbol" && !text.definitions.has(variable))
    return undefined;
  const others = names.filter((name) => name !== variable);
  if (others.some((name) => text.varies(name, variable))) return undefined;
  const isTurnedRound = others.some((name) => {
    const meaning = text.definitions.get(name);
    return meaning !== undefined && !isMechanical && contains(meaning.body, variable);
  });
  if (isTurnedRound) return undefined;
  const once = node.order === one ? formalPartial(given.body, variable) : undefined;
  return { value: once ?? atOwnNames(node, given.body, names), used: given.used };
}

/** The derivative by a name nothing else is said of, which then takes its value, as the others do. */
function atOwnNames({ by, order }: Taken, body: Expr, names: readonly Expr[]): Expr {
  const own = new Map(names.map((name) => [name, ownName(name)]));
  const slope = derivative(
    { ...by, variable: own.get(by.variable) as Sym },
    replace(body, own),
    order,
  );
  const at = [...own].map(([value, variable]) => ({ variable, value }));
  return intern({ kind: "bar", body: slope, at });
}

/** dH/dt = ∂H/∂x ẋ + ∂H/∂p ṗ, where the text says what the velocities are. */
function inTime(node: Taken, text: Text): Found | undefined {
  const given = text.definitions.get(node.operand);
  if (!given) return undefined;
  const letters = [...new Set(lettersIn(given.body))];
  const velocities = new Map(
    letters.map((letter) => [letter, derivative(node.by, letter)] as const),
  );
  if (![...velocities.values()].some((velocity) => text.velocities.has(velocity))) return undefined;
  const rates = [...velocities].map(([letter, velocity]) => {
    if (!text.moving.has(letter)) return zero;
    const slope = formalPartial(given.body, letter);
    return slope && product(slope, velocity);
  });
  if (!rates.every((rate) => rate !== undefined)) return undefined;
  return { value: sum(...rates.filter((rate) => rate !== zero)), used: [given.premise] };
}

/** What the head stands for, written out as far as the variable shows. */
function writtenOut(
  head: Expr,
  variable: Expr,
  { definitions }: Text,
): { readonly body: Expr; readonly used: readonly Premise[] } | undefined {
  const used: Premise[] = [];
  let body = head;
  for (let depth = 0; depth < 4; depth++) {
    if (body !== head && contains(body, variable)) return { body, used };
    const by = new Map<Expr, Expr>();
    for (const name of nodes(body)) {
      const meaning = definitions.get(name);
      if (!meaning || name === variable) continue;
      by.set(name, meaning.body);
      used.push(meaning.premise);
    }
    if (by.size === 0) return undefined;
    body = replace(body, by);
  }
  return undefined;
}

/** What is held or moved in it by itself: names, members of families, velocities. */
function lettersIn(part: Expr): readonly Expr[] {
  if (isScalarName(part) || isVelocity(part)) return [part];
  const inside = part.kind === "call" ? part.args : children(part);
  return inside.flatMap(lettersIn);
}

const isVelocity = (node: Expr): node is Taken =>
  node.kind === "derivative" &&
  node.order === one &&
  node.by.kind === "variable" &&
  isTime(node.by.variable) &&
  node.operand !== undefined &&
  isScalarName(node.operand);

const contains = (part: Expr, name: Expr): boolean => lettersIn(part).includes(name);

/** A name nothing else is said of. */
function ownName(letter: Expr): Sym {
  const head = letter.kind === "labelled" ? letter.head : letter;
  const domain = head.kind === "symbol" && head.domain ? { domain: head.domain } : {};
  return symbol(`${printExpr(letter)}‴`, "scalar", domain);
}
