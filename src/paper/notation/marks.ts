/** Signs that stand as labels above or below a name: +, ±, ⊥, ∘, ∞. */

export const marks =
  /^(?:[+<>-]|\\(?:pm|mp|circ|star|perp|parallel|sharp|flat|uparrow|downarrow|ominus|oplus|odot|natural|bullet|times|vee|wedge))$/;
export const markText = (text: string): string => markNames[text] ?? text;
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
