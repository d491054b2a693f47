/** Reads JSON whose strings hold LaTeX with backslashes that were not doubled. */

/** The value, or undefined where even then it is no JSON. Text around the outermost object is left out. */
export function readJson(text: string): unknown {
  for (const candidate of candidates(text)) {
    try {
      return JSON.parse(mendBackslashes(candidate));
    } catch {
      // The next candidate may read.
    }
  }
  return undefined;
}

/** The whole, the last fenced block, and from the first brace or bracket to the last. */
function candidates(text: string): readonly string[] {
  const fences = [...text.matchAll(/```(?:json)?\s*([\s\S]*?)```/g)].map(([, inner = ""]) => inner);
  const [first, last] = [
    text.search(/[{[]/),
    Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")),
  ];
  return [text, ...fences.reverse(), ...(first >= 0 ? [text.slice(first, last + 1)] : [])].filter(
    (one) => one.trim() !== "",
  );
}

/** `\frac` in a string would be a form feed and `rac`; it becomes `\\frac`. Raw line ends become `\n`. */
function mendBackslashes(json: string): string {
  let mended = "";
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const c = json[at] ?? "";
    if (c === '"') inString = !inString;
    if (!inString || c !== "\\") {
      mended += inString && c < " " ? (controls[c] ?? " ") : c;
      continue;
    }
    const next = json[at + 1] ?? "";
    const isEscape = isJsonEscape(json, at + 1);
    mended += isEscape ? c + next : "\\\\";
    if (isEscape) at++;
  }
  return mended;
}

const controls: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Whether the character after a backslash completes an escape of JSON that was meant as one. */
function isJsonEscape(json: string, at: number): boolean {
  const c = json[at] ?? "";
  if (c === "\\" || c === '"' || c === "/") return true;
  if (c === "u") return /^u[0-9a-fA-F]{4}/.test(json.slice(at, at + 5));
  const word = /^[a-zA-Z]+/.exec(json.slice(at, at + 30))?.[0] ?? "";
  if (c === "b" || c === "f") return word.length === 1;
  return (c === "n" || c === "r" || c === "t") && !commands.has(word);
}

/** Commands of LaTeX that begin like a line end, a return or a tab. */
const commands = new Set(
  (
    "nabla natural ne nearrow neg neq newcommand newline ngeq ni nleq nmid noindent nolimits nonumber " +
    "norm not notag notin nparallel nsim nu nwarrow " +
    "raisebox rangle rbrace rbrack rceil Re real ref renewcommand rfloor rgroup rho right rightarrow " +
    "rightharpoonup rightleftharpoons rm rVert rvert " +
    "tag tan tanh tau tbinom tensor text textbf textit textrm textstyle tfrac therefore theta " +
    "thickapprox thinspace tilde times to top tr trace triangle triangleq tt twoheadrightarrow"
  ).split(" "),
);
