/** Draws a model's answer while it grows: only the blocks that changed. */
import type { AnswerView } from "../protocol/model";
import { answerBlocks } from "./model";

export function drawAnswer(root: HTMLElement, view: AnswerView): void {
  const blocks = answerBlocks(view);
  for (const [at, markup] of blocks.entries()) {
    const block = root.children[at] ?? root.appendChild(document.createElement("div"));
    if (block instanceof HTMLElement && shown.get(block) !== markup) redraw(block, markup);
  }
  while (root.children.length > blocks.length) root.lastElementChild?.remove();
}

const shown = new WeakMap<Element, string>();

/** What a person has unfolded stays so. */
function redraw(block: HTMLElement, markup: string): void {
  const open = block.querySelector("details")?.open ?? false;
  block.innerHTML = markup;
  shown.set(block, markup);
  const details = block.querySelector("details");
  if (details) details.open = open;
}
