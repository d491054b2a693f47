/** Signs that stand as labels above or below a name: +, ±, ⊥, ∘, ∞. */

export const marks =
  /^(?:[+<>-]|\\(?:pm|mp|circ|star|perp|parallel|sharp|flat|uparrow|downarrow|ominus|oplus|odot|natural|bullet|times|vee|wedge))$/;
export const markText = (text: string): string => markNames[text] ?? text;

/** The command that sets a mark; a sign of the keyboard stands for itself. */
export function markCommand(mark: string): string | undefined {
  if (/^[+<>-]$/.test(mark)) return mark;
  return Object.entries(markNames).find(([, sign]) => sign === mark)?.[0];
}

const markNames: Readonly<Record<string, string>> = {
  "\\pm": "±",
  "\\mp": "∓",
  "\\circ": "°",
  "\\star": "⋆",
  "\\perp": "⊥",
  "\\parallel": "∥",
  "\\sharp": "♯",
  "\\flat": "♭",
  "\\uparrow": "↑",
  "\\downarrow": "↓",
  "\\ominus": "⊖",
  "\\oplus": "⊕",
  "\\odot": "⊙",
  "\\natural": "♮",
  "\\bullet": "•",
  "\\times": "×",
  "\\vee": "∨",
  "\\wedge": "∧",
  "\\infty": "∞",
  "\\ast": "∗",
  "*": "∗",
  "\\star*": "⋆",
};
