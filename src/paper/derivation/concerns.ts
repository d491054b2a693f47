/** Whether something said that is not understood can matter to a formula: only where they share a name. */

/** `said` as typed; of an equation about a lone name only that name counts. */
export function concerns(said: string, formula: string): boolean {
  const [head = "", ...rest] = said.split(/=|\\equiv(?![a-zA-Z])/);
  const lone = namesIn(withoutScripts(head));
  const names = rest.length > 0 && lone.length === 1 ? lone : namesIn(withoutScripts(said));
  if (names.length === 0) return true;
  const shown = new Set(namesIn(formula));
  return names.some((name) => shown.has(name));
}

/** H_{int} is about H. */
function withoutScripts(tex: string): string {
  const bare = tex.replace(/[_^]\s*(?:\{[^{}]*\}|\\[a-zA-Z]+|[^\\{\s])/g, "");
  return bare === tex ? tex : withoutScripts(bare);
}

const namesIn = (tex: string): readonly string[] =>
  [...tex.matchAll(/\\[a-zA-Z]+|[a-zA-Z]/g)]
    .map(([name]) => name)
    .filter((name) => !structure.has(name));

/** Commands that arrange or dress what stands in them. */
const structure = new Set(
  "frac dfrac tfrac sqrt left right bigl bigr big Big Bigl Bigr mathrm mathbf mathcal mathbb bm boldsymbol vec hat bar tilde dot ddot text quad qquad cdot times langle rangle ket bra"
    .split(" ")
    .map((name) => `\\${name}`),
);
