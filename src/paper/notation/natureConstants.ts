/** Constants of nature, told by letter and subscript. */
import type { Kind } from "./context";
import type { Name } from "./name";
import { nameOf } from "./name";
import type { ScriptPart } from "./scripts";
import { tokenOf } from "./token";

const names = new Set([
  "k_B",
  "N_A",
  "m_e",
  "m_p",
  "m_n",
  "ε_0",
  "μ_0",
  "μ_B",
  "μ_N",
  "R_∞",
  "G_N",
  "σ_SB",
  "σ_T",
]);

/** The kind of a name that is a constant whatever stands around it. */
export function natureConstant(name: Name, parts: readonly ScriptPart[]): Kind | undefined {
  if (!isNatureConstant(name, parts)) return undefined;
  return {
    type: "scalar",
    role: "physical-constant",
    domain: "positive",
    evidence: "a constant of nature",
  };
}

function isNatureConstant(name: Name, parts: readonly ScriptPart[]): boolean {
  const below = parts.find((part) => part.place === "sub");
  if (!below || name.bold || name.accent) return false;
  const text = below.nodes
    .map((node) => (tokenOf(node) === "\\infty" ? "∞" : (nameOf(node)?.name ?? tokenOf(node))))
    .join("");
  return names.has(`${name.name}_${text}`);
}
