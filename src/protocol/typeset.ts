/** Typesets formulas, steps and sentences with KaTeX: the one way mathematics is shown in panel, hover and report. */
import katex from "katex";
import type { StepData } from "./review";
import { stepLatex } from "./stepLatex";

export type Macros = Readonly<Record<string, string>>;

/** Markup of one formula; what KaTeX cannot set is shown as its source. `label` is read aloud in its place. */
export function typeset(latex: string, macros: Macros = {}, display = false, label = ""): string {
  const markup = setWith(bare(latex), macros, display, "htmlAndMathml");
  if (markup === undefined) return `<code class="tacit-source">${escapeHtml(latex)}</code>`;
  return label ? `<span role="math" aria-label="${escapeHtml(label)}">${markup}</span>` : markup;
}

/** MathML alone, for places that cannot carry a style sheet. */
export const mathml = (latex: string, macros: Macros = {}): string | undefined =>
  setWith(bare(latex), macros, true, "mathml");

/** A step as it stands in its chain; `continued` leaves the left side to the line above. */
export function typesetStep(
  step: Pick<StepData, "left" | "relation" | "right" | "readAs">,
  macros: Macros = {},
  continued = false,
): string {
  return typeset(stepLatex(step, continued), macros, true, step.readAs);
}

/** A sentence with formulas between dollars. */
export function typesetSentence(sentence: string, macros: Macros = {}): string {
  return sentence
    .split(/\$([^$]+)\$/)
    .map((part, i) => (i % 2 === 1 ? typeset(part, macros) : escapeHtml(part)))
    .join("");
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function setWith(
  latex: string,
  macros: Macros,
  displayMode: boolean,
  output: "htmlAndMathml" | "mathml",
): string | undefined {
  try {
    return katex.renderToString(latex, {
      displayMode,
      output,
      macros: { ...known, ...macros },
      trust: false,
      strict: "ignore",
      throwOnError: true,
      maxSize: 20,
      maxExpand: 2000,
    });
  } catch {
    return undefined;
  }
}

/** What belongs to the row and not to the formula: alignment, numbering, comments. */
const bare = (latex: string): string =>
  latex
    .replace(/(^|[^\\])%[^\n]*/g, "$1")
    .replace(/\\(?:nonumber|notag|displaybreak)\b/g, "")
    .replace(/\\(?:label|tag\*?)\s*\{[^{}]*\}/g, "")
    .replace(/\\\\(?:\[[^\]]*\])?\s*$/, "")
    .replace(/^\s*&|&\s*$/g, "")
    .replaceAll("′", "'")
    .trim();

/** Commands of packages that authors load and KaTeX does not know; the document's own macros come after. */
const known: Macros = {
  "\\slashed": "{\\mathrlap{\\mkern1mu/}#1}",
  "\\dd": "\\mathrm{d}",
  "\\dv": "\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}",
  "\\pdv": "\\frac{\\partial #1}{\\partial #2}",
  "\\qty": "",
  "\\comm": "\\left[#1,#2\\right]",
  "\\acomm": "\\left\\{#1,#2\\right\\}",
  "\\anticommutator": "\\left\\{#1,#2\\right\\}",
  "\\commutator": "\\left[#1,#2\\right]",
  "\\abs": "\\left|#1\\right|",
  "\\norm": "\\left\\|#1\\right\\|",
  "\\expval": "\\left\\langle #1\\right\\rangle",
  "\\ev": "\\left\\langle #1\\right\\rangle",
  "\\mel": "\\left\\langle #1\\middle|#2\\middle|#3\\right\\rangle",
  "\\matrixel": "\\left\\langle #1\\middle|#2\\middle|#3\\right\\rangle",
  "\\ketbra": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|",
  "\\dyad": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|",
  "\\vb": "\\mathbf{#1}",
  "\\vu": "\\hat{\\mathbf{#1}}",
  "\\va": "\\vec{\\mathbf{#1}}",
  "\\grad": "\\nabla",
  "\\curl": "\\nabla\\times",
  "\\laplacian": "\\nabla^2",
  "\\Tr": "\\operatorname{Tr}",
  "\\tr": "\\operatorname{tr}",
  "\\order": "\\mathcal{O}\\left(#1\\right)",
  "\\dag": "\\dagger",
};
