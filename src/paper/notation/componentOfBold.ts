/** E_x beside 𝐄: a component of the vector, and no member of a family. */
import type { Kind } from "./context";
import { everUsed } from "./everUsed";
import { kindOf } from "./kindOf";
import type { Name } from "./name";
import type { Page } from "./reader";
import type { ScriptShape } from "./scriptShape";

export function componentOfBold(page: Page, name: Name, shape: ScriptShape): Kind | undefined {
  if (name.bold || shape.down !== 1 || shape.letters !== 1 || !/^[xyz][0-9]?$/.test(shape.all))
    return undefined;
  if (!everUsed(page, name.name, "bold", true)) return undefined;
  if (everUsed(page, shape.all.charAt(0), "bound")) return undefined;
  const own = kindOf(page, name);
  if (!["scalar", "function"].includes(own.type) || own.role !== undefined) return undefined;
  const vector = kindOf(page, { ...name, bold: true });
  return vector.type === "three-vector" ? vector : undefined;
}
