/** What comments and prose state: premises with their reach, and conventions. */
import type { Fact, Premise } from "../../math/expr/claim";
import { isMotion } from "../../math/expr/motion";
import { fileOf, type Manuscript, type Prose, type Remark } from "../latex/manuscript";
import type { Problem } from "../latex/problem";
import type { Context } from "../notation/context";
import { lineAt } from "../text/lineTable";
import { readAssume } from "./assume";
import { type Declared, settingOf } from "./convention";
import { directiveIn, isKind } from "./directive";
import type { Equation } from "./eliminate";
import { chaptersOf, type Page } from "./pages";
import { type ProseFact, proseFacts } from "./prose";
import { type Extent, ScopeIndex } from "./scopeIndex";

export interface StatedPremise {
  readonly premise: Premise;
  readonly where: { readonly file: string; readonly line: number };
  readonly at: number;
}

/** Said shortly before a display: what is further away may have been said of another case. */
export const isJustSaid = ({ at }: StatedPremise, page: Page): boolean =>
  at >= 0 && at < page.at && page.at - at <= 4;

/** An equation of the prose that may be put to use. */
export interface StatedEquation {
  readonly equation: Equation;
  /** It stands for itself in what a step leans on. */
  readonly premise: Premise;
  /** The text goes on from it: it is no law for what a statement is about. */
  readonly passing: boolean;
}

export interface Stated {
  readonly premises: readonly StatedPremise[];
  premisesFor(page: Page): readonly StatedPremise[];
  /** What the section or the set-up of the paper says, wherever its paragraph ends. */
  farFor(page: Page): readonly StatedPremise[];
  /** Equations that the paragraph of a display says are to be used. */
  equationsFor(page: Page): readonly StatedEquation[];
  /** What the paragraph of a display says not to hold. */
  deniedFor(page: Page): readonly Fact[];
  /** Assumptions in reach that are not understood, as typed. */
  unreadFor(page: Page): readonly string[];
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
  const usable = new ScopeIndex<StatedPremise>();
  const distant = new ScopeIndex<StatedPremise>();
  const unread = new ScopeIndex<string>();
  const equations = new ScopeIndex<StatedEquation>();
  const denied = new ScopeIndex<Fact>();
  const declared: Declared[] = [];
  const problems: Problem[] = [];
  const lineOf = (file: string, offset: number): number =>
    lineAt(fileOf(manuscript, file).lines, offset);
  const chapters = chaptersOf(manuscript.blocks);

  function state(
    latex: string,
    facts: readonly Fact[],
    at: number,
    where: StatedPremise["where"],
    extent: Extent,
    farther?: Extent,
  ): void {
    if (facts.length === 0) return;
    const stated = { premise: premiseFor(latex, facts), where, at };
    premises.push(stated);
    usable.add(stated, at, extent);
    if (farther) distant.add(stated, at, farther);
  }

  /** Tried only where a step differs without it. */
  function stateInPassing(
    { latex, facts }: ProseFact,
    at: number,
    where: StatedPremise["where"],
    extent: Extent,
  ): void {
    if (facts.length === 0) return;
    const stated = { premise: premiseFor(latex, facts), where, at };
    premises.push(stated);
    distant.add(stated, at, extent);
  }

  function take(tex: string, at: number, where: StatedPremise["where"]): boolean {
    const read = readAssume(tex, context(at));
    if (read.kind === "unread") {
      unread.add(tex, at, { kind: "onward" });
      return false;
    }
    if (Object.keys(read.conventions).length > 0)
      declared.push({ change: read.conventions, ...where, at });
    state(tex, read.facts, at, where, { kind: "onward" });
    return true;
  }

  for (const tex of assume) take(tex, -1, { file: manuscript.path, line: 1 });
  for (const [at, block] of manuscript.blocks.entries()) {
    if (block.kind === "remark") remark(block, at);
    if (block.kind === "display")
      for (const comment of block.comments)
        remark({ file: block.file, comment, span: comment.span }, at);
    if (block.kind === "prose") prose(block, at);
  }
  return {
    premises,
    premisesFor: (page) => usable.reaching(page),
    farFor: (page) => distant.reaching(page),
    deniedFor: (page) => denied.reaching(page),
    equationsFor: (page) => equations.reaching(page),
    unreadFor: (page) => unread.reaching(page),
    declared,
    problems,
    lineOf,
  };

  function remark(
    { comment, file, span }: Pick<Remark, "comment" | "file" | "span">,
    at: number,
  ): void {
    const directive = directiveIn(comment.text);
    const where = { file, line: lineOf(file, span.start) };
    const complain = (what: string, remedy: string): void => {
      problems.push({ ...where, what, remedy });
    };
    switch (directive?.kind) {
      case "assume":
        if (!take(directive.tex, at, where))
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
        if (read.kind === "read") state(words, read.facts, at, where, { kind: "onward" });
        else if (!isKind(directive.is))
          complain(
            `“${directive.is}” says nothing Tacit knows of a name.`,
            "See the list of kinds in the manual.",
          );
        return;
      }
      case "unknown":
        if (relates.test(directive.text) && take(directive.text, at, where)) return;
        complain(
          `“tacit: ${directive.text}” is not understood.`,
          "See the list of comments in the manual.",
        );
        return;
      default:
        return;
    }
  }

  /** The block straight before, remarks skipped. */
  function before(at: number): number {
    return manuscript.blocks.findLastIndex(({ kind }, i) => i < at && kind !== "remark");
  }

  function prose(block: Prose, at: number): void {
    for (const found of proseFacts(block, context(at))) {
      const where = { file: block.file, line: lineOf(block.file, found.span.start) };
      if (found.conventions && Object.keys(found.conventions).length > 0)
        declared.push({ change: found.conventions, ...where, at });
      const { paragraph } = block;
      const from = found.back === "paragraph" ? 0 : found.back === "display" ? before(at) : at;
      const near: Extent = { kind: "paragraph", paragraph, from };
      const chapter = chapters[at];
      const wide: Extent = chapter ? { kind: "chapter", paragraph, from, chapter } : near;
      for (const fact of found.denies ?? []) denied.add(fact, at, found.lasting ? wide : near);
      for (const equation of [...(found.equations ?? []), ...found.facts.filter(isMoving)]) {
        const premise = premiseFor(found.latex, []);
        premises.push({ premise, where, at });
        equations.add({ equation, premise, passing: found.passing ?? false }, at, near);
      }
      if (found.unread) unread.add(found.latex, at, near);
      else if (found.passing) stateInPassing(found, at, where, found.lasting ? wide : near);
      else {
        const far: Extent = found.far ? { kind: "onward" } : wide;
        const extent = found.far ? wide : near;
        state(found.latex, found.facts, at, where, extent, found.lasting ? far : undefined);
      }
    }
  }
}

/** An equation or a domain. */
const relates = /[=<>]|\\(?:in|ge|le|geq|leq|neq|ll|gg)\b/;

/** □φ = −m²φ restricts the samples, and may be put to use as it stands. */
const isMoving = (fact: Fact): fact is Fact & { kind: "constraint" } =>
  fact.kind === "constraint" && isMotion(fact);

const premiseFor = (latex: string, facts: readonly Fact[]): Premise => ({
  id: "stated",
  name: latex,
  latex,
  source: "stated",
  facts,
});
