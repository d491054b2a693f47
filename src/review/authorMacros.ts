/** Formulas as the author would write them: with the document's own macros where their bodies stand. */

/** `macros`: name → body with #1 for an argument. */
export function withAuthorMacros(latex: string, macros: Readonly<Record<string, string>>): string {
  let written = latex;
  for (const [name, body] of Object.entries(macros).sort(([, a], [, b]) => b.length - a.length)) {
    const pattern = patternOf(body);
    if (pattern)
      written = written.replace(pattern, (...found: readonly unknown[]) => {
        const [, argument] = found;
        return typeof argument === "string" ? `${name}{${argument}}` : `${name} `;
      });
  }
  return written
    .replace(/ +/g, " ")
    .replace(/ (?=[_^}])/g, "")
    .trim();
}

/** A body worth a name: at least one command, at most one argument, which stands in braces. */
function patternOf(body: string): RegExp | undefined {
  const source = spelled(body);
  const inside = source.split("#1").length - 1;
  if (!source.includes("\\") || source.length < 5 || /#[2-9]/.test(source) || inside > 1)
    return undefined;
  if (inside === 1 && !source.includes("{#1}")) return undefined;
  const literal = source.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, " *");
  const start = /^[a-zA-Z]/.test(source) ? "(?<![a-zA-Z\\\\])" : "";
  const end = /[a-zA-Z]$/.test(source) ? "(?![a-zA-Z]) ?" : "";
  return new RegExp(start + literal.replace("\\{#1\\}", "\\{([^{}]*)\\}") + end, "g");
}

/** The spelling of what is printed: no braces round the whole, upright names one way. */
const spelled = (body: string): string =>
  body
    .trim()
    .replace(/^\{(.*)\}$/, "$1")
    .replace(/\\[td]frac(?![a-zA-Z])/g, "\\frac")
    .replace(/([_^]) *(\\[a-zA-Z]+|[a-zA-Z\d])/g, "$1{$2}")
    .replace(/\\(?:operatorname\*?|text|textrm|rm) *\{(\w+)\}/, "\\mathrm{$1}")
    .replace(/ +(?=[{}_^]|$)/g, "");
