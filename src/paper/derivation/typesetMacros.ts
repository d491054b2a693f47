/** The author's macros as typesetting takes them: name → body with #1 … #9. */
import type { MacroTable } from "../latex/macro";
import type { Token } from "../latex/token";

export function typesetMacros({ commands }: MacroTable): Readonly<Record<string, string>> {
  const macros: Record<string, string> = {};
  for (const [name, { parameters, body }] of commands)
    if (parameters.every(({ kind }) => kind === "mandatory")) macros[`\\${name}`] = sourceOf(body);
  return macros;
}

const sourceOf = (body: readonly Token[]): string =>
  body
    .map(({ kind, text }) =>
      kind === "command"
        ? `\\${text}${/[a-zA-Z]$/.test(text) ? " " : ""}`
        : kind === "parameter"
          ? `#${text}`
          : text,
    )
    .join("");
