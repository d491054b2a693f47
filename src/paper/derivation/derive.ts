/** The door of this room: a manuscript as displays of steps, each with its readings and with what it may lean on. */
import type { Fact, Premise } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { type Manuscript, sourceAt } from "../latex/manuscript";
import type { Context } from "../notation/context";
import type { Gap } from "../notation/gap";
import { tokenOf } from "../notation/token";
import { cover } from "../text/span";
import { type Explained, explainedAfter } from "./ahead";
import type { ConventionChange } from "./assume";
import { chainOf } from "./chain";
import { characteristicUses } from "./characteristic";
import { readConditions } from "./conditions";
import { asked, conventionsAt } from "./convention";
import { saysFollows, saysImposed } from "./cue";
import { disagreements } from "./disagreements";
import { earlierOf, namedBy, Past } from "./earlier";
import { fourierDisagreements, type Written } from "./fourierSigns";
import { headOf } from "./head";
import { lagrangianUses } from "./lagrangianUses";
import { lineElementOf } from "./lineElement";
import { markings } from "./marking";
import { readOne } from "./membership";
import { namedIn } from "./named";
import { type Page, pagesOf } from "./pages";
import type { Paper, PaperDisplay, Step } from "./paper";
import { type PaperContext, paperContext } from "./paperContext";
import { definedBefore, familyOf, reachable } from "./reach";
import { unannounced } from "./representations";
import { type Stated, statedIn } from "./stated";
import type { Side, Statement } from "./statement";
import { typesetMacros } from "./typesetMacros";
import { givenIn, introduces, readStatementSides, type SidesRead } from "./understand";
import { usesFor } from "./uses";

export interface DeriveOptions {
  readonly conventions: ConventionChange;
  /** Assumptions that hold for the whole manuscript. */
  readonly assume: readonly string[];
}

export function derive(manuscript: Manuscript, options: DeriveOptions): Paper {
  const context = paperContext(manuscript, options.assume);
  const base = asked(options.conventions);
  const stated = statedIn(manuscript, options.assume, (at) =>
    context.at(conventionsAt(base, [], at)),
  );
  const pages = pagesOf(manuscript);
  const going: Going = {
    manuscript,
    stated,
    pages,
    placeOf: new Map(pages.map((page, i) => [page, i])),
    conventions: (at) => conventionsAt(base, stated.declared, at),
    context: (at) => context.at(conventionsAt(base, stated.declared, at)),
    marked: markings(manuscript),
    past: new Past(),
    places: new Map(stated.premises.map(({ premise, where }) => [premise, where])),
    gaps: new Map(),
    reads: new Map(),
    explained: new Map(),
    named: namedIn(manuscript, stated.lineOf),
    derivation: 0,
  };
  const displays = going.pages.map((page) => displayOf(going, page));
  const changes = unannounced(manuscript, going.pages, displays, stated.lineOf);
  const turned = fourierDisagreements(writtenOut(going, displays));
  const last = manuscript.blocks.length;
  return {
    displays,
    files: manuscript.files.map((file) => ({
      path: file.path,
      lines: file.lines,
      gaps: going.gaps.get(file.path) ?? [],
      problems: [
        ...manuscript.problems.filter((problem) => problem.file === file.path),
        ...[...stated.problems, ...disagreements(stated.declared), ...turned, ...changes].filter(
          (problem) => problem.file === file.path,
        ),
      ].map(({ line, what, remedy }) => ({
        line,
        message: `${what} ${remedy}`,
        ...(/binary|too large/.test(what) ? { fatal: true } : {}),
      })),
    })),
    macros: typesetMacros(manuscript.macros),
    conventions: conventionsAt(base, stated.declared, last),
    conventionSources: stated.declared.flatMap(({ change, file, line }) =>
      Object.keys(change).map((key) => ({ key, file, line })),
    ),
    bothHeights: context.bothHeights,
    defined: definedNames(going, displays),
    constraints: stated.premises
      .flatMap(({ premise }) => premise.facts)
      .filter(({ kind }) => kind === "constraint"),
    places: going.places,
  };
}

/** What prose and displays define, in order. */
function writtenOut(
  { stated, pages }: Going,
  displays: readonly PaperDisplay[],
): readonly Written[] {
  const said = stated.premises.flatMap(({ premise, where, at }) =>
    premise.facts.flatMap((fact) =>
      fact.kind === "definition" ? [{ head: fact.head, body: fact.body, ...where, at }] : [],
    ),
  );
  const shown = displays.flatMap(({ file, steps }, i) =>
    steps.flatMap(({ first, readings: [reading], span }) =>
      first && reading
        ? [
            {
              head: reading.left,
              body: reading.right,
              file,
              line: stated.lineOf(file, span.start),
              at: pages[i]?.at ?? 0,
            },
          ]
        : [],
    ),
  );
  return [...said, ...shown].sort((a, b) => a.at - b.at);
}

/** Names that the paper itself gives a meaning to somewhere. */
function definedNames(
  { manuscript, context }: Going,
  displays: readonly PaperDisplay[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (side: Expr | undefined): void => {
    const head = side && headOf(side);
    if (head?.kind === "symbol") names.add(head.name);
  };
  for (const { steps } of displays)
    for (const { first, readings } of steps) if (first) add(readings[0]?.left);
  for (const [at, block] of manuscript.blocks.entries()) {
    if (block.kind !== "prose") continue;
    for (const piece of block.pieces) {
      if (piece.kind !== "math") continue;
      const { sides, joints } = chainOf(piece.nodes);
      if (joints.length > 0 && sides[0]) add(readOne(sides[0], context(at)));
    }
  }
  return names;
}

interface Going {
  readonly manuscript: Manuscript;
  readonly stated: Stated;
  readonly pages: readonly Page[];
  readonly placeOf: ReadonlyMap<Page, number>;
  readonly conventions: (at: number) => ReturnType<typeof conventionsAt>;
  readonly context: (at: number) => ReturnType<PaperContext["at"]>;
  readonly marked: ReturnType<typeof markings>;
  readonly past: Past;
  readonly places: Map<Premise, { readonly file: string; readonly line: number }>;
  readonly gaps: Map<string, Gap[]>;
  readonly reads: Map<Statement, SidesRead>;
  /** Definitions that come after what they explain, by the statement that gives them. */
  readonly explained: Map<Statement, Premise>;
  readonly named: ReturnType<typeof namedIn>;
  derivation: number;
}

function displayOf(going: Going, page: Page): PaperDisplay {
  const { display } = page;
  const [label] = display.labels;
  return {
    file: display.file,
    span: display.span,
    environment: display.environment,
    ...(label ? { label } : {}),
    steps: page.statements.flatMap((statement, i) => stepsOf(going, page, statement, i)),
  };
}

function stepsOf(going: Going, page: Page, statement: Statement, i: number): readonly Step[] {
  const { at, display } = page;
  const previous = going.past.last();
  const carried = i === 0 && page.continues;
  const follows =
    !carried &&
    previous !== undefined &&
    previous.section === page.section &&
    (statement.cue === "follows" || (i === 0 && saysFollows(page.lead)));
  if (!(carried || follows) || !previous) going.derivation++;
  const derivation = `d${going.derivation}`;
  const read = readOf(going, page, statement);
  noteGaps(going, display.file, read.gaps);
  const siblings = going.past.recent().filter((other) => other.derivation === derivation);
  const before = siblings.flatMap(({ steps }) => steps);
  const counted = before.length;
  const conditions = readConditions(statement, going.context(at), (span) =>
    sourceOf(going, display.file, { span }),
  );
  for (const { premise, span } of conditions)
    if (premise)
      going.places.set(premise, {
        file: display.file,
        line: going.stated.lineOf(display.file, span.start),
      });
  const line = lineElementIn(statement, going.context(at));
  const below = explainedAfter(going.pages, going.placeOf.get(page) ?? -1, i, (of, what) =>
    readOf(going, of, what),
  );
  const ahead = below
    .filter(({ fact }) => fact !== undefined)
    .map((found) => ({ premise: explanation(going, found), at: found.page.at }));
  const equations = below
    .filter(({ fact }) => fact === undefined)
    .map((found) => ({
      equation: found.equation,
      premise: explanation(going, found),
      passing: false,
    }));
  const gives =
    carried || follows || statement.aside
      ? undefined
      : givenIn(page, read, going.past, going.stated);
  const formula = statement.sides.map((side) => sourceOf(going, display.file, side)).join(" = ");
  const steps: Step[] = [];
  for (const [link, joint] of statement.joints.entries()) {
    const [left, right] = [statement.sides[link], statement.sides[link + 1]];
    if (joint.relation === undefined || !left || !right) continue;
    const id = `${derivation}.${counted + steps.length + 1}`;
    const first = link === 0 && !carried;
    const begins = first ? left.span.start : joint.span.start;
    const span = {
      start: Math.min(begins, joint.span.start),
      end: Math.max(joint.span.end, right.span.end),
    };
    const mark = going.marked(display, span);
    const scope = {
      page,
      derivation,
      statement,
      read,
      first,
      ahead,
      conditions: conditions.filter(({ from }) => from <= link),
    };
    const reach = reachable(scope, formula, going.stated, going.past, going.places);
    const readings = read.pairs(link);
    const otherwise =
      definedBefore(scope, going.stated, going.past, going.places) ??
      (first ? familyOf(read, reach) : undefined);
    const said = [...going.stated.farFor(page), ...going.stated.premisesFor(page)];
    const named = going.named.reaching(page);
    // What stands below a brace carries the chain around it, not the other way round.
    const around = new Set(
      statement.aside
        ? going.past
            .recent()
            .filter((other) => other.display === at)
            .flatMap((other) => other.steps)
        : [],
    );
    const premises = [
      ...reach.premises,
      ...scope.conditions.flatMap(({ premise }) => premise ?? []),
    ];
    const roots = characteristicUses(scope, readings, reach, going.past, going.places);
    steps.push({
      id,
      derivation,
      kind: first && follows ? "follows" : "link",
      span,
      rightSpan: right.span,
      left: sourceOf(going, display.file, left),
      relation: joint.relation,
      right: sourceOf(going, display.file, right),
      readings,
      gaps: read.gapsOf(link),
      first,
      introduces:
        first &&
        roots.length === 0 &&
        (line !== undefined || introduces(page, statement, i, read, going.past, going.stated)),
      gives: first && roots.length === 0 && gives !== undefined && joint.relation === "=",
      vanishes: endsInZero(statement, link),
      imposes: isZero(right) && saysImposed(page.lead),
      ignored: mark.ignored,
      accepted: mark.accepted,
      hushed: mark.hushed,
      conventions: going.conventions(at),
      premises,
      far: reach.far,
      unreadPremises: [...reach.unread, ...scope.conditions.flatMap(({ unread }) => unread ?? [])],
      candidates: reach.candidates,
      named,
      denied: going.stated.deniedFor(page),
      ...(otherwise ? { definedBefore: otherwise } : {}),
      uses: [
        ...usesFor(
          scope,
          readings,
          first && follows,
          reach,
          going.past,
          going.places,
          [...going.stated.equationsFor(page), ...equations],
          said,
          steps.map((step) => step.id),
        ),
        ...lagrangianUses(scope, readings, named, reach, going.past, going.places, said),
        ...roots,
      ].filter(({ from }) => !from.some((id) => around.has(id))),
      before: [...before, ...steps.map((step) => step.id)],
    });
  }
  const [head] = steps;
  if (!head) return steps;
  const earlier = earlierOf(
    page,
    statement,
    derivation,
    steps,
    read,
    head.introduces,
    going.stated.lineOf,
    line,
    gives,
    conditions.some(({ premise }) => premise?.facts.some(isSpecial)),
  );
  going.past.add(earlier);
  const lineOf = (offset: number): number => going.stated.lineOf(display.file, offset);
  for (const named of namedBy(earlier, steps, lineOf)) going.past.add(named);
  return steps;
}

/** A value or a relation that holds for once, unlike a range. */
const isSpecial = ({ kind }: Fact): boolean => kind === "definition" || kind === "constraint";

/** Each statement is read once, whoever asks first. */
function readOf(going: Going, { at }: Page, statement: Statement): SidesRead {
  const known = going.reads.get(statement);
  if (known) return known;
  const read = readStatementSides(statement, going.context(at));
  going.reads.set(statement, read);
  return read;
}

function explanation(going: Going, { fact, page, statement }: Explained): Premise {
  const known = going.explained.get(statement);
  if (known) return known;
  const { file } = page.display;
  const [left, right] = statement.sides;
  const latex = left && right ? sourceOf(going, file, { span: cover(left.span, right.span) }) : "";
  const premise: Premise = {
    id: "stated",
    name: latex,
    latex,
    source: "stated",
    facts: fact ? [fact] : [],
  };
  going.explained.set(statement, premise);
  going.places.set(premise, {
    file,
    line: going.stated.lineOf(file, left?.span.start ?? page.display.span.start),
  });
  return premise;
}

/** A = B = … = 0, before its last link. */
const endsInZero = ({ sides, joints }: Statement, link: number): boolean =>
  link < joints.length - 1 && isZero(sides.at(-1));

function isZero(side: Side | undefined): boolean {
  const [only, ...others] = side?.nodes ?? [];
  return others.length === 0 && tokenOf(only) === "0";
}

/** ds² = …, as a fact for what comes after it. */
function lineElementIn({ sides, joints }: Statement, context: Context): Fact | undefined {
  const [left, right] = sides;
  const read =
    joints.length === 1 && left && right
      ? lineElementOf(left.nodes, right.nodes, context)
      : undefined;
  return read?.kind === "read" ? read.facts[0] : undefined;
}

const sourceOf = ({ manuscript }: Going, path: string, { span }: Pick<Side, "span">): string => {
  const file = manuscript.files.find((known) => known.path === path);
  return file ? sourceAt(file, span).trim() : "";
};

function noteGaps({ gaps }: Going, file: string, found: SidesRead["gaps"]): void {
  const known = gaps.get(file) ?? [];
  known.push(...found);
  gaps.set(file, known);
}
