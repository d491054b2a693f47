/** Scripts read as indices: letters of an index space, components by number, axes. */
import { index } from "../../math/expr/build";
import type { Index, IndexSpace } from "../../math/expr/node";
import type { Script, TexNode } from "../latex/node";
import { isOfPlaces, letterSort } from "./indexSpace";
import { nameOf } from "./name";
import type { Page } from "./reader";
import { isPrime, type ScriptPart } from "./scripts";
import { unmarked } from "./survey";
import { tokenOf } from "./token";

/** What a head takes in its scripts besides letters that are indices anyway. */
export interface Carrier {
  /** Space of the components a digit names; undefined where digits are labels or powers. */
  readonly digits?: IndexSpace;
  /** Space of letters that are no index elsewhere in the statement. */
  readonly letters?: IndexSpace;
  /** x, y, z name components. */
  readonly axes?: boolean;
  /** t, r, θ, φ name components. */
  readonly coordinates?: boolean;
}

/** The indices of one script; undefined where any part of it is something else. */
export function indicesOf(
  page: Page,
  part: ScriptPart,
  carrier: Carrier,
): readonly Index[] | undefined {
  const found: Index[] = [];
  let opened = "";
  let barred = false;
  for (let i = 0; i < part.nodes.length; i++) {
    const node = part.nodes[i] as TexNode;
    if (isPrime(node)) {
      const last = found.pop();
      if (!last) return undefined;
      found.push({ ...last, name: `${last.name}′` });
      continue;
    }
    if (node.kind === "group" && node.children.length === 0) continue;
    if (tokenOf(node) === "," && found.length > 0 && part.place === "sup") continue;
    if (/^[([]$/.test(tokenOf(node))) {
      opened = tokenOf(node);
      continue;
    }
    if (isBar(node)) {
      barred = !barred;
      continue;
    }
    if (/^[)\]]$/.test(tokenOf(node))) {
      const last = found.pop();
      if (!last) return undefined;
      found.push({ ...last, name: last.name + tokenOf(node) });
      continue;
    }
    if (node.kind === "script" && node.place === "sup" && node.children.every(isPrime)) {
      const last = found.pop();
      if (!last) return undefined;
      found.push({ ...last, name: last.name + "′".repeat(node.children.length) });
      continue;
    }
    const last = found.at(-1);
    if (last && isNumberOf(node, last)) {
      found.pop();
      found.push({ ...last, name: `${last.name}_${node.children.map(spelled).join("")}` });
      continue;
    }
    const place = part.place === "sup" ? "up" : "down";
    const one = indexOf(page, node, place, carrier);
    if (!one) return undefined;
    found.push({ ...one, name: opened + (barred ? "|" : "") + one.name });
    opened = "";
  }
  return found.length > 0 &&
    opened === "" &&
    !barred &&
    !found.some(({ name }) => /\(.*\)/.test(name))
    ? found
    : undefined;
}

/** What stands between bars takes no part in the brackets around it: T_{[μ|ν|ρ]}. */
const isBar = (node: TexNode): boolean =>
  ["|", "\\vert", "\\lvert", "\\rvert"].includes(tokenOf(node));

/** The 1 of μ_1; ν_e is a neutrino. */
const isNumberOf = (node: TexNode, { name }: Index): node is Script =>
  node.kind === "script" &&
  node.place === "sub" &&
  /^[μνρσ]$/u.test(name) &&
  node.children.every((child) => /^[-+0-9a-df-zA-Z]$/.test(tokenOf(child)));

const spelled = (node: TexNode): string => nameOf(node)?.name ?? tokenOf(node);

const axes: Readonly<Record<string, number>> = { x: 1, y: 2, z: 3 };

function indexOf(
  page: Page,
  node: TexNode,
  place: "up" | "down",
  carrier: Carrier,
): Index | undefined {
  const text = tokenOf(node);
  if (/^[0-9]$/.test(text))
    return carrier.digits ? index(text, place, carrier.digits, Number(text)) : undefined;
  const dotted =
    node.kind === "command" && node.name === "dot" ? nameOf(node.args[0]?.[0]) : undefined;
  if (dotted) return index(`${dotted.name}̇`, place, "dotted-spinor");
  const name = nameOf(node);
  if (
    !name ||
    name.bold ||
    name.roman ||
    (name.accent && name.accent !== "hat" && name.accent !== "bar" && name.accent !== "tilde")
  )
    return undefined;
  const letter = name.name;
  const sort = letterSort(page, unmarked(letter));
  const axis = axes[letter];
  if (carrier.axes && axis && (sort === "label" || sort === "spatial"))
    return index(letter, place, "spatial", axis);
  if (carrier.coordinates && /^[trθφϕxyzuvρτχ]$/u.test(letter) && !floating(page, letter))
    return index(letter, place, "lorentz");
  if (sort !== "label") return index(letter, place, sort);
  return carrier.letters ? index(letter, place, carrier.letters) : undefined;
}

/** ρ and the like are indices where they occur at both heights, r where it is one of ε_{iar} x̂_a p̂_r. */
const floating = (page: Page, letter: string): boolean => {
  const use = page.survey.indices.get(letter);
  if (use === undefined) return false;
  if (letter === "r") return isOfPlaces(use);
  return /^[ρθφ]$/u.test(letter) && use.up > 0 && use.down > 0;
};
