/** A derivation as markup: one card a step, with its formula, verdict, reasons and what can be done. */

import { conditionWords, departureWords } from "../protocol/departure";
import type { DerivationData } from "../protocol/derivation";
import { evidenceWords, shownWords, toldApart } from "../protocol/evidence";
import type { PremiseData, StepData } from "../protocol/review";
import { tallyWords } from "../protocol/summary";
import {
  escapeHtml,
  type Macros,
  typeset,
  typesetSentence,
  typesetStep,
} from "../protocol/typeset";
import {
  calledOf,
  holds,
  lookOf,
  signatureWord,
  sourceWords,
  symbolOf,
  wordOf,
} from "../protocol/words";

export function derivationMarkup(data: DerivationData, open: ReadonlySet<number>): string {
  const stale = data.stale
    ? '<p class="stale" role="status">The text has changed; this is the last check.</p>'
    : "";
  const cards = data.steps.map((step, i) =>
    data.waiting.includes(i) ? waitingCard(data, step, i) : card(data, step, i, open.has(i)),
  );
  return `<header>
<h1>${escapeHtml(data.title)}</h1>
<p class="tally">${escapeHtml(tallyWords(data.steps.filter((_, i) => !data.waiting.includes(i))))}</p>
<p class="conventions">Metric ${escapeHtml(signatureWord(data.metric))}</p>
${stale}</header>
<ol class="steps" aria-label="Steps">
${cards.join("\n")}
</ol>`;
}

/** A link of a chain leaves its left side to the card above. */
const continues = (before: StepData | undefined, step: StepData): boolean =>
  before !== undefined && before.derivation === step.derivation && before.right === step.left;

function card(
  { steps, macros, current }: DerivationData,
  step: StepData,
  i: number,
  isOpen: boolean,
): string {
  const continued = continues(steps[i - 1], step);
  const words = `${symbolOf(step)} ${wordOf(step)}`;
  return `<li class="step look-${lookOf(step)}${i === current ? " current" : ""}" data-step="${i}" tabindex="${i === Math.max(current, 0) ? 0 : -1}" aria-label="${escapeHtml(`Step ${i + 1}, line ${step.end.line}: ${wordOf(step)}`)}"${i === current ? ' aria-current="step"' : ""}>
<div class="formula">${typesetStep(step, macros, continued)}</div>
<p class="verdict"><span class="word">${escapeHtml(words)}</span>${step.kind === "follows" ? ' <span class="kind">follows from above</span>' : ""}${step.compressed ? ' <span class="kind">several moves in one line</span>' : ""} <span class="line">line ${step.end.line}</span></p>
${saysMore(step) ? `<p class="message">${typesetSentence([step.message, departureWords(step, steps)].filter(Boolean).join(" "), macros)}</p>` : ""}
<p class="actions">${actions(step)}</p>
<details${isOpen ? " open" : ""}><summary>Details</summary>${details(step, steps, macros)}</details>
</li>`;
}

/** No verdict while its line is being written. */
function waitingCard(
  { steps, macros, current }: DerivationData,
  step: StepData,
  i: number,
): string {
  return `<li class="step look-pending${i === current ? " current" : ""}" data-step="${i}" tabindex="${i === Math.max(current, 0) ? 0 : -1}" aria-label="${escapeHtml(`Step ${i + 1}, line ${step.end.line}: being checked`)}">
<div class="formula">${typesetStep(step, macros, continues(steps[i - 1], step))}</div>
<p class="verdict"><span class="word">… being checked</span> <span class="line">line ${step.end.line}</span></p>
</li>`;
}

/** The sentence of a step that simply holds is a detail. */
const saysMore = (step: StepData): boolean =>
  (!holds(step) || step.tacit || step.conditionalOn !== null) && step.verdict !== "stated";

function details(step: StepData, steps: readonly StepData[], macros: Macros): string {
  const rows: readonly (readonly [string, string])[] = [
    ["Verdict", saysMore(step) ? "" : typesetSentence(step.message, macros)],
    ["Read as", step.readAs ? `<code>${escapeHtml(step.readAs)}</code>` : ""],
    ["Evidence", evidence(step)],
    ["Counterexample", counterexample(step)],
    ["Premises", premises(step.premises, macros)],
    [
      "Not understood",
      step.unreadPremises.map((text) => `<code>${escapeHtml(text)}</code>`).join(", "),
    ],
    ["Condition", escapeHtml(conditionWords(step, steps))],
    ["Moves", moves(step)],
    ["Would hold as", mended(step, macros)],
  ];
  const shown = rows.filter(([, value]) => value !== "");
  return `<dl>${shown.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`;
}

/** The sentence of a step that holds already says how it was found to. */
const evidence = (step: StepData): string =>
  step.evidence && step.evidence.kind !== "counterexample" && !holds(step)
    ? escapeHtml(evidenceWords(step.evidence))
    : "";

function counterexample({ evidence }: StepData): string {
  if (evidence?.kind !== "counterexample") return "";
  const told = toldApart(evidence);
  if (told !== undefined) return `<p>${escapeHtml(told)}</p>`;
  const rows = [
    ...Object.entries(evidence.values),
    ["left side", evidence.left] as const,
    ["right side", evidence.right] as const,
  ];
  return `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(shownWords(value))}</td></tr>`).join("")}</table><p class="seed">seed ${evidence.seed}</p>`;
}

function premises(list: readonly PremiseData[], macros: Macros): string {
  if (list.length === 0) return "";
  const items = list.map((premise) => {
    const { latex, source, where } = premise;
    const place = where ? `, line ${where.line}` : "";
    const formula = latex ? ` ${typeset(latex, macros)}` : "";
    return `<li class="premise-${source}">${escapeHtml(calledOf(premise))}${formula} <span class="source">${sourceWords[source]}${place}</span></li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

const moves = ({ moves: names }: StepData): string => escapeHtml(names.join(", "));

const mended = ({ relation, diagnosis, alternatives }: StepData, macros: Macros): string =>
  [...(diagnosis ? [diagnosis] : []), ...alternatives]
    .flatMap(({ latex, side }) =>
      latex === undefined
        ? []
        : [
            typesetStep(
              {
                left: side ? latex : "{}",
                relation,
                right: side ? "{}" : latex,
                readAs: "",
              },
              macros,
            ),
          ],
    )
    .slice(0, 3)
    .join("");

function actions(step: StepData): string {
  const { diagnosis } = step;
  const canMend = step.verdict === "refuted" && diagnosis?.latex !== undefined && !diagnosis.side;
  return [
    '<button type="button" data-act="goto">Go to source</button>',
    canMend ? '<button type="button" data-act="mend">Mend in the source…</button>' : "",
    '<button type="button" data-act="copy">Copy LaTeX</button>',
  ].join("");
}
