/** What comments and prose state: premises with their reach, and conventions. */
import type { Fact, Premise } from "../../math/expr/claim";
import { fileOf, type Manuscript, type Prose, type Remark } from "../latex/manuscript";
import type { Problem } from "../latex/problem";
import type { Context } from "../notation/context";
import { lineAt } from "../text/lineTable";
import { readAssume } from "./assume";
import { type Declared, settingOf } from "./convention";
import { directiveIn } from "./directive";
import { chaptersOf, knownIn, type Page } from "./pages";
import { proseFacts } from "./prose";

export interface StatedPremise {
  readonly premise: Premise;
  readonly where: { readonly file: string; readonly line: number };
  readonly at: number;
  reaches(page: Page): boolean;
}

export interface Stated {
  readonly premises: readonly StatedPremise[];
  readonly unread: readonly { readonly latex: string; reaches(page: Page): boolean }[];
  readonly declared: readonly Declared[];
  readonly problems: readonly Problem[];
  lineOf(file: string, offset: number): number;
}

export function statedIn(
  manuscript: Manuscript,
  assume: readonly string[],
  context: (at: number) => Context,
): Stated {
  const premises: StatedPremise[] = [];
  const unread: { latex: string; reaches(page: Page): boolean }[] = [];
  const declared: Declared[] = [];
  const problems: Problem[] = [];
  const lineOf = (file: string, offset: number): number =>
    lineAt(fileOf(manuscript, file).lines, offset);
  const chapters = chaptersOf(manuscript.blocks);
  const everywhere = (): boolean => true;

  function take(
    tex: string,
    at: number,
    where: { file: string; line: number },
    reaches: (page: Page) => boolean,
  ): boolean {
    const read = readAssume(tex, context(at));
    if (read.kind === "unread") {
      unread.push({ latex: tex, reaches });
      return false;
    }
    if (Object.keys(read.conventions).length > 0)
      declared.push({ change: read.conventions, ...where, at });
    if (read.facts.length > 0)
      premises.push({ premise: premise(tex, read.facts), where, at, reaches });
    return true;
  }

  for (const tex of assume) take(tex, -1, { file: manuscript.path, line: 1 }, everywhere);
  for (const [at, block] of manuscript.blocks.entries()) {
    if (block.kind === "remark") remark(block, at);
    if (block.kind === "display")
      for (const comment of block.comments)
        remark({ file: block.file, comment, span: comment.span }, at);
    if (block.kind === "prose") prose(block, at);
  }
  return { premises, unread, declared, problems, lineOf };

  function remark(
    { comment, file, span }: Pick<Remark, "comment" | "file" | "span">,
    at: number,
  ): void {
    const directive = directiveIn(comment.text);
    const where = { file, line: lineOf(file, span.start) };
    const later = (page: Page): boolean => page.at >= at;
    const complain = (what: string, remedy: string): void => {
      problems.push({ ...where, what, remedy });
    };
    switch (directive?.kind) {
      case "assume":
        if (!take(directive.tex, at, where, later))
          complain(
            `The assumption “${directive.tex}” is not understood.`,
            "Write it as an equation, a domain or words from the manual.",
          );
        return;
      case "convention": {
        const change = settingOf(directive.key, directive.value);
        if (change) declared.push({ change, ...where, at });
        else
          complain(
            `“${directive.value}” is no ${directive.key}.`,
            "Write mostly-minus or mostly-plus, a number or d, +1 or -1.",
          );
        return;
      }
      case "declare": {
        const words = `${directive.symbols.join(", ")} are ${directive.is}`;
        const read = readAssume(words, context(at));
        if (read.kind === "read" && read.facts.length > 0)
          premises.push({ premise: premise(words, read.facts), where, at, reaches: later });
        return;
      }
      case "unknown":
        complain(
          `“tacit: ${directive.text}” is not understood.`,
          "See the list of comments in the manual.",
        );
        return;
      default:
        return;
    }
  }

  function prose(block: Prose, at: number): void {
    for (const found of proseFacts(block, context(at))) {
      const where = { file: block.file, line: lineOf(block.file, found.span.start) };
      if (found.conventions && Object.keys(found.conventions).length > 0)
        declared.push({ change: found.conventions, ...where, at });
      const near = (page: Page): boolean => page.display.paragraph === block.paragraph;
      const reaches = found.far
        ? (page: Page): boolean =>
            near(page) || (page.at >= at && knownIn(chapters[at] ?? page.chapter, page.chapter))
        : near;
      if (found.unread) unread.push({ latex: found.latex, reaches: near });
      else if (found.facts.length > 0)
        premises.push({ premise: premise(found.latex, found.facts), where, at, reaches });
    }
  }
}

const premise = (latex: string, facts: readonly Fact[]): Premise => ({
  id: "stated",
  name: latex,
  latex,
  source: "stated",
  facts,
});
