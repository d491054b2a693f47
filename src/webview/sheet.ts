/** The conventions and premises of a paper as markup: one page to read through and to cite. */
import type { AssumptionsData, ConventionData, PremiseUse } from "../protocol/assumptions";
import type { PremiseData } from "../protocol/review";
import { escapeHtml, type Macros, typeset } from "../protocol/typeset";
import { calledOf } from "../protocol/words";

export function sheetMarkup({ conventions, premises, macros }: AssumptionsData): string {
  const sections = (Object.keys(titles) as PremiseData["source"][]).map((source) =>
    section(
      titles[source],
      premises.filter(({ premise }) => premise.source === source),
      macros,
    ),
  );
  return `<header><h1>Conventions and premises</h1></header>
<table class="sheet"><tbody>${conventions.map(conventionRow).join("")}</tbody></table>
${sections.join("") || '<p class="nothing">No step leans on a premise.</p>'}`;
}

const titles: Readonly<Record<PremiseData["source"], string>> = {
  tacit: "Unstated premises",
  proposed: "Proposed premises",
  stated: "Stated in the paper",
  convention: "By convention",
};

const conventionRow = ({ name, value, line }: ConventionData): string =>
  `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td><td>${line === null ? '<span class="source">default</span>' : lineButton(line)}</td></tr>`;

function section(title: string, uses: readonly PremiseUse[], macros: Macros): string {
  if (uses.length === 0) return "";
  const rows = uses.map(({ premise, lines }) => {
    const formula = premise.latex ? typeset(premise.latex, macros) : "";
    const name = escapeHtml(calledOf(premise));
    return `<tr><th scope="row">${name || formula}</th><td>${name && formula}</td><td>${lines.map(lineButton).join(" ")}</td></tr>`;
  });
  return `<section><h2>${title}</h2><table class="sheet"><tbody>${rows.join("")}</tbody></table></section>`;
}

const lineButton = (line: number): string =>
  `<button type="button" data-line="${line}" aria-label="Go to line ${line}">${line}</button>`;
