/** The panel in the browser: shows what the extension sends, and sends back what a person does. */
import "katex/dist/katex.min.css";
import "./panel.css";
import type { AssumptionsData } from "../protocol/assumptions";
import type { DerivationData } from "../protocol/derivation";
import type { FromPanel, ModelAct, ToPanel } from "../protocol/messages";
import type { Place } from "../protocol/review";
import { stepLatex } from "../protocol/stepLatex";
import { escapeHtml } from "../protocol/typeset";
import { saying, wordOf } from "../protocol/words";
import { drawAnswer } from "./answer";
import { derivationMarkup } from "./cards";
import { focusByKey } from "./focus";
import { type Opened, openAfter } from "./opened";
import { sheetMarkup } from "./sheet";

interface Host {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = element("derivation");
const live = element("live");
const answer = element("answer");
let shown: DerivationData | undefined;
let opened: Opened = new Set();
let sheet: AssumptionsData | undefined;
let said = "";

addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
  switch (data.kind) {
    case "nothing":
      return showNothing(data.words);
    case "assumptions":
      return showSheet(data.data);
    case "answer":
      return drawAnswer(answer, data.view);
    case "derivation":
      return show(data.data, data.reveal === "readAs");
  }
});

root.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const line = target.closest<HTMLElement>("[data-line]")?.dataset["line"];
  if (line && sheet) goTo(sheet.uri, { line: Number(line), column: 1 });
  const step = target.closest<HTMLElement>("[data-step]");
  if (!step || getSelection()?.toString()) return;
  const button = target.closest<HTMLElement>("[data-act]");
  if (button) act(step, button.dataset["act"] ?? "");
  else if (!target.closest("details")) act(step, "goto");
});

answer.addEventListener("click", ({ target }) => {
  const pressed = target instanceof Element ? target.closest<HTMLElement>("[data-model]") : null;
  const deed = pressed?.dataset["model"] as ModelAct | undefined;
  if (deed === "close") answer.replaceChildren();
  if (deed) host.postMessage({ kind: "model", act: deed });
});

root.addEventListener("keydown", (event) => {
  if (!(event.target instanceof HTMLElement)) return;
  if (focusByKey(root, event.target, event.key)) event.preventDefault();
  else if (event.key === "Enter" && event.target.matches("[data-step]")) act(event.target, "goto");
});

root.addEventListener(
  "toggle",
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && shown) opened = openAfter(opened, shown, target);
  },
  true,
);

host.postMessage({ kind: "ready" });

function show(data: DerivationData, expand: boolean): void {
  const before = shown;
  shown = data;
  const step = data.steps[data.current];
  if (expand && step) opened = new Set([...opened, saying(step)]);
  const open = new Set(data.steps.flatMap((one, i) => (opened.has(saying(one)) ? [i] : [])));
  const focused = document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset["step"];
  root.innerHTML = derivationMarkup(data, open);
  host.setState({ uri: data.uri, place: step?.start ?? { line: data.line, column: 1 } });
  const current = root.querySelector<HTMLElement>(".current");
  if (focused !== undefined)
    root.querySelector<HTMLElement>(`[data-step="${focused}"]`)?.focus({ preventScroll: true });
  if (current && (before?.line !== data.line || before.current !== data.current))
    current.scrollIntoView({ block: "nearest" });
  if (expand) current?.focus();
  announce(
    step && !data.waiting.includes(data.current) ? `Line ${step.end.line}: ${wordOf(step)}` : "",
  );
}

function showSheet(data: AssumptionsData): void {
  shown = undefined;
  sheet = data;
  root.innerHTML = sheetMarkup(data);
}

const goTo = (uri: string, place: Place): void => host.postMessage({ kind: "goto", uri, place });

/** A screen reader hears a verdict once, when the cursor comes to its step or it changes. */
function announce(words: string): void {
  if (words === said) return;
  said = words;
  live.textContent = words;
}

function showNothing(words: string): void {
  shown = undefined;
  root.innerHTML = `<p class="nothing">${escapeHtml(words)}</p>`;
}

function act(card: HTMLElement, what: string): void {
  const step = shown?.steps[Number(card.dataset["step"])];
  if (!step || !shown) return;
  if (what === "copy") host.postMessage({ kind: "copy", latex: stepLatex(step) });
  if (what === "goto" || what === "mend")
    host.postMessage({ kind: what, uri: shown.uri, place: step.start });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}
