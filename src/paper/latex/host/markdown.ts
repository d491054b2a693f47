/** Goes through Markdown, MyST or Quarto: formulas between dollars, math fences and environments; code is left alone. */
import type { SourceFile } from "../manuscript";
import type { Scan } from "../scan";
import { scanLatex } from "./latex";

/** Offsets refer to the file's text; a notebook cell is a range of its own. */
export function scanMarkdown(
  scan: Scan,
  file: SourceFile,
  range: readonly [number, number] = [0, file.text.length],
): void {
  const [from, to] = range;
  const text = file.text;
  let at = from;
  let said = from;

  const lineEnd = (offset: number): number => {
    const stop = text.indexOf("\n", offset);
    return stop < 0 || stop > to ? to : stop;
  };
  const sayUntil = (end: number): void => {
    for (const [i, part] of text
      .slice(said, end)
      .split(/\n[ \t]*\n\s*/)
      .entries()) {
      if (i > 0) scan.breakParagraph();
      if (part)
        scan.say(file, {
          kind: "words",
          text: part.replace(/\s+/g, " "),
          span: { start: said, end },
        });
    }
    said = end;
  };
  const latex = (start: number, end: number): void => {
    sayUntil(start);
    scanLatex(scan, file, "part", { range: [start, end], preamble: false });
    at = end;
    said = end;
  };

  const front = /^---\r?\n[\s\S]*?\n---\s*(\n|$)/.exec(text.slice(from, to));
  if (front) {
    at = from + front[0].length;
    said = at;
  }

  while (at < to) {
    const lineStart = at === from || text[at - 1] === "\n";
    const rest = text.slice(at, Math.min(to, at + 200));
    if (lineStart) {
      const fence = /^( {0,3}|[ \t]*)(`{3,}|~{3,}|:{3,})\s*(\{?math\}?)?/.exec(rest);
      if (fence?.[2] && !fence[2].startsWith(":")) {
        const open = lineEnd(at);
        const closing = new RegExp(
          `^[ \\t]*${fence[2][0] === "~" ? "~" : "`"}{${fence[2].length},}[ \\t]*\\r?$`,
          "m",
        );
        const found = closing.exec(text.slice(open + 1, to));
        const bodyEnd = found ? open + 1 + found.index : to;
        sayUntil(at);
        if (fence[3]) mathFence(scan, file, open + 1, bodyEnd);
        at = found ? bodyEnd + found[0].length : to;
        said = at;
        continue;
      }
      const heading = /^ {0,3}(#{1,6})[ \t]+/.exec(rest);
      if (heading?.[1]) {
        const end = lineEnd(at);
        sayUntil(at);
        scan.breakParagraph();
        const title = text.slice(at + heading[0].length, end).trim();
        scan.add({
          kind: "heading",
          file: file.path,
          title,
          level: heading[1].length + 1,
          span: { start: at, end },
          paragraph: 0,
        });
        scan.breakParagraph();
        at = end;
        said = end;
        continue;
      }
    }
    const c = text[at];
    if (c === "<" && rest.startsWith("<!--")) {
      const stop = text.indexOf("-->", at);
      const end = stop < 0 || stop > to ? to : stop + 3;
      sayUntil(at);
      scan.comments.push({
        file: file.path,
        text: text.slice(at + 4, end - 3).trim(),
        start: at,
        end,
        alone: lineStart,
      });
      at = end;
      said = end;
    } else if (c === "`") {
      const ticks = /^`+/.exec(rest)?.[0] ?? "`";
      const stop = text.indexOf(ticks, at + ticks.length);
      at = stop < 0 || stop >= to ? at + ticks.length : stop + ticks.length;
    } else if (c === "\\" && rest.startsWith("\\[")) {
      const stop = text.indexOf("\\]", at);
      if (stop >= 0 && stop < to) latex(at, stop + 2);
      else at += 2;
    } else if (c === "\\" && rest.startsWith("\\(")) {
      const stop = text.indexOf("\\)", at);
      if (stop >= 0 && stop < to) latex(at, stop + 2);
      else at += 2;
    } else if (c === "\\" && rest.startsWith("\\begin{")) {
      const name = /^\\begin\{([^}\n]*)\}/.exec(rest)?.[1] ?? "";
      const mark = `\\end{${name}}`;
      const stop = text.indexOf(mark, at);
      if (stop >= 0 && stop < to) latex(at, stop + mark.length);
      else at += 7;
    } else if (c === "\\" && /^\\(re)?newcommand|^\\def\b|^\\DeclareMathOperator/.test(rest)) {
      latex(at, lineEnd(at));
    } else if (c === "\\") at += 2;
    else if (c === "$" && rest.startsWith("$$")) {
      const stop = text.indexOf("$$", at + 2);
      if (stop >= 0 && stop < to) {
        latex(at, stop + 2);
        const label = /^[ \t]*(\{#([^}\s]+)[^}]*\}|\(([^)\s]+)\))/.exec(text.slice(at, at + 200));
        if (label) {
          at += label[0].length;
          said = at;
          labelLast(scan, label[2] ?? label[3] ?? "");
        }
      } else at += 2;
    } else if (c === "$" && rest[1] && !/\s/.test(rest[1])) {
      const stop = closingDollar(text, at + 1, to);
      if (stop > 0) latex(at, stop + 1);
      else at++;
    } else at++;
  }
  sayUntil(to);
  scan.breakParagraph();
}

/** A closing dollar stands on no space, before no digit, in the same paragraph. */
function closingDollar(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "\n" && /^\n[ \t]*\r?\n/.test(text.slice(at, at + 80))) return -1;
    else if (text[at] === "$")
      return !/\s/.test(text[at - 1] ?? " ") && !/\d/.test(text[at + 1] ?? "") ? at : -1;
  }
  return -1;
}

/** The body of a math fence is a display; MyST puts options before it. */
function mathFence(scan: Scan, file: SourceFile, start: number, end: number): void {
  const options = /^(\s*:\w+:[^\n]*\n)*/.exec(file.text.slice(start, end))?.[0] ?? "";
  const before = scan.blocks.length;
  scanLatex(scan, file, "part", {
    range: [start + options.length, end],
    preamble: false,
    fenced: true,
  });
  const label = /:label:\s*(\S+)/.exec(options)?.[1];
  if (label && scan.blocks.length > before) labelLast(scan, label);
}

function labelLast(scan: Scan, label: string): void {
  const last = scan.blocks.at(-1);
  if (last?.kind === "display")
    scan.blocks[scan.blocks.length - 1] = { ...last, labels: [...last.labels, label] };
}
