/** A model's answer as markup: prose and displays, each equation with what the engine found. */
import { type AnswerPiece, answerPieces } from "../protocol/answerPieces";
import type { AnswerView, Bridge, JudgedAnswer, JudgedLink, Proposal } from "../protocol/model";
import { statusWords } from "../protocol/modelWords";
import { escapeHtml, type Macros, typeset, typesetSentence } from "../protocol/typeset";

/** Block by block, so that only what is new is drawn again. */
export function answerBlocks(view: AnswerView): readonly string[] {
  const { thinking, proposal, text } = view;
  return [
    headerMarkup(view),
    thinking
      ? `<details class="thinking"><summary>Thinking</summary><p>${escapeHtml(thinking)}</p></details>`
      : "",
    ...(proposal
      ? proposalBlocks(proposal)
      : answerPieces(text).map((piece) => pieceMarkup(piece))),
  ];
}

function headerMarkup(view: AnswerView): string {
  const { title, profile, state, trouble, stale } = view;
  return `<header><h1>${escapeHtml(title)}</h1>
<p class="conventions">${profile ? `${escapeHtml(profile)}: proposed by a model; only what is marked ✓ was checked` : "found by Tacit itself, without a model"}</p>
<p class="tally" role="status">${stateWords[state]}</p>
${stale ? '<p class="stale" role="status">The text has changed since this was asked.</p>' : ""}
${trouble ? `<p class="trouble" role="alert">${escapeHtml(trouble)}</p>` : ""}
<p class="actions">${actions(view)}</p></header>`;
}

const stateWords: Readonly<Record<AnswerView["state"], string>> = {
  asking: "… answering",
  judging: "… its equations are being checked",
  done: "",
  failed: "",
};

function actions({ state, proposal, stale, text, profile }: AnswerView): string {
  const running = state === "asking" || state === "judging";
  const insertable = proposal?.insertion && !stale;
  return [
    running ? button("cancel", "Cancel") : button("retry", profile ? "Ask again" : "Ask a model"),
    text ? button("copyAnswer", "Copy the answer") : "",
    insertable ? button("insert", "Insert the step…") : "",
    running ? "" : button("close", "Close"),
  ].join("");
}

const button = (act: string, words: string): string =>
  `<button type="button" data-model="${act}">${words}</button>`;

function proposalBlocks({ answers, bridge, disagreement, macros }: Proposal): readonly string[] {
  return [
    disagreement ? `<p class="trouble">${typesetSentence(disagreement, macros)}</p>` : "",
    bridge ? bridgeMarkup(bridge, macros) : "",
    ...answers.flatMap((answer, at) => [
      answerHead(answer, at, answers.length),
      ...judgedBlocks(answer, macros),
    ]),
  ];
}

function bridgeMarkup({ links, premises, offered }: Bridge, macros: Macros): string {
  const words = offered ? "Every link is checked" : "A suggestion: not every link is checked";
  const used =
    premises.length > 0
      ? `<p class="source">The model says it uses:</p>${linkList(premises, null, macros)}`
      : "";
  return `<section><h2>${words}</h2>${linkList(links, null, macros)}${used}</section>`;
}

/** Above one of several answers, the best first. */
const answerHead = ({ links }: JudgedAnswer, at: number, count: number): string => {
  const checked = links.filter(({ status }) => status === "checked").length;
  return count < 2
    ? ""
    : `<h2>Answer ${at + 1} of ${count}: ${checked} of ${links.length} equations checked</h2>`;
};

function judgedBlocks(
  { text, links, firstContradicted }: JudgedAnswer,
  macros: Macros,
): readonly string[] {
  const first = firstContradicted === null ? null : (links[firstContradicted] ?? null);
  let display = -1;
  return answerPieces(text).map((piece) => {
    if (piece.kind === "display") display++;
    const own = links.filter((link) => link.display === display);
    return piece.kind === "display" && own.length > 0
      ? linkList(own, first, macros)
      : pieceMarkup(piece, macros);
  });
}

const linkList = (links: readonly JudgedLink[], first: JudgedLink | null, macros: Macros): string =>
  `<ol class="steps">${links.map((link) => linkMarkup(link, link === first, macros)).join("")}</ol>`;

const looks = { checked: "proved", contradicted: "refuted", unchecked: "unread" } as const;

function linkMarkup(
  { latex, status, message, origin }: JudgedLink,
  isFirst: boolean,
  macros: Macros,
): string {
  const which = isFirst && origin ? ` (the first, a ${origin})` : "";
  return `<li class="step look-${looks[status]}"><div class="formula">${typeset(latex, macros, true)}</div>
<p class="verdict"><span class="word">${statusWords[status]}${which}</span></p>
${status === "checked" ? "" : `<p class="message">${typesetSentence(message, macros)}</p>`}</li>`;
}

/** While an answer streams, its earlier pieces come again and again. */
const known = new Map<string, string>();

function pieceMarkup(piece: AnswerPiece, macros?: Macros): string {
  const key = macros
    ? undefined
    : `${piece.kind} ${piece.kind === "prose" ? piece.text : piece.latex}`;
  const before = key === undefined ? undefined : known.get(key);
  if (before !== undefined) return before;
  const markup = piece.kind === "prose" ? prose(piece.text, macros) : formula(piece.latex, macros);
  if (known.size > 2000) known.clear();
  if (key !== undefined) known.set(key, markup);
  return markup;
}

/** Paragraphs with formulas between dollars or `\\(`…`\\)`; everything else is plain text. */
const prose = (text: string, macros?: Macros): string =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${typesetSentence(inDollars(paragraph.trim()), macros)}</p>`)
    .join("");

const inDollars = (text: string): string => text.replace(/\\\(([\s\S]+?)\\\)/g, "$$$1$$");

function formula(latex: string, macros?: Macros): string {
  const rows = /\\\\|&/.test(latex) ? `\\begin{aligned}${latex}\\end{aligned}` : latex;
  return `<div class="formula">${typeset(rows, macros, true)}</div>`;
}
