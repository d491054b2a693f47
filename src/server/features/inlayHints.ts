/** The marks as inlay hints, for editors that draw none of their own. */
import type { InlayHint, Range } from "vscode-languageserver";
import type { Mark } from "../../protocol/marks";

export function inlayHints(
  marks: readonly Mark[],
  lineLength: (line: number) => number,
  range: Range,
): InlayHint[] {
  return marks
    .filter(({ line }) => range.start.line <= line - 1 && line - 1 <= range.end.line)
    .map(({ line, text, words }) => ({
      position: { line: line - 1, character: lineLength(line) },
      label: text,
      tooltip: words,
      paddingLeft: true,
    }));
}
