/** Judges the steps of manuscripts in order; remembers verdicts, so that an edit rejudges only what it touches. */
import { type Deeds, deedsOf } from "../math/algebra/deeds";
import { forgetAttempts } from "../math/evaluate/constraints/motions";
import type { Claim, Premise } from "../math/expr/claim";
import { keyOf } from "../math/expr/intern";
import type { Expr } from "../math/expr/node";
import { printStatement } from "../math/expr/printStatement";
import { some, symbolsOf } from "../math/expr/walk";
import { catalogue } from "../math/premise/catalogue";
import { isNoReal } from "../math/verdict/amongReals";
import { partsOf } from "../math/verdict/facts";
import type { JudgeOptions } from "../math/verdict/options";
import { isHeld, type Verdict } from "../math/verdict/verdict";
import { derive } from "../paper/derivation/derive";
import type { Paper, PaperDisplay, Reading, Step, Use } from "../paper/derivation/paper";
import { type FileReader, openManuscript } from "../paper/latex/manuscript";
import type { DisplayData, FileData, Judgement, ReviewData, StepData } from "../protocol/review";
import { declarationsFor } from "./declarations";
import { explain, otherwise } from "./explain";
import { fewerPremises, isInTheWay } from "./fewerPremises";
import { keepsHeights } from "./heights";
import { type Item, macrosOf } from "./item";
import { judgeSafely } from "./judgeSafely";
import { impatience } from "./patience";
import { placeOf } from "./place";
import { isIntroduction } from "./stated";
import { summarise } from "./summary";
import { judged, type Places, unread } from "./toData";
import { undenied } from "./undenied";
import { withNamed } from "./withNamed";

export interface ReviewSettings {
  readonly conventions: Pick<Item, "metric" | "dim" | "epsilon">;
  readonly assume: readonly string[];
  readonly macros: Item["macros"];
  /** Search for tacit premises. */
  readonly search: boolean;
  readonly seed: number;
  /** Thousands of evaluations a step. */
  readonly budget?: number;
  readonly version: string;
  readonly stop?: () => boolean;
}

/** What is looked for where a step does not hold: any premise, signs of parameters only, none; in short: not even why. */
type Search = "catalogue" | "signs" | "none" | "in short";

interface Judging {
  readonly verdict: Verdict;
  readonly claim: Claim;
  /** The earlier equation put to use in it. */
  readonly use?: Use;
}

/** How a step came out, for the steps that lean on it. */
type Standing = "holds" | "stated" | "differs" | "refuted" | "open";

export class Reviewer {
  readonly #settings: ReviewSettings;
  readonly #known = new Map<string, Judging>();
  readonly #done = new WeakMap<Verdict, Deeds>();
  /** The tacit premises of the display and the derivation at hand, as LaTeX. */
  #assumed: { readonly derivation: string; readonly latex: readonly string[] } = {
    derivation: "",
    latex: [],
  };

  constructor(settings: ReviewSettings) {
    this.#settings = settings;
  }

  review(path: string, text: string, files: FileReader): ReviewData {
    const reviewing = this.reviewing(path, text, files);
    for (;;) {
      const next = reviewing.next();
      if (next.done) return next.value;
    }
  }

  /** The same display by display, so that others get a turn and an answer no longer wanted can be dropped; what there is so far is put together when asked for. */
  *reviewing(
    path: string,
    text: string,
    files: FileReader,
  ): Generator<() => ReviewData, ReviewData> {
    const began = performance.now();
    forgetAttempts();
    const { conventions, assume, macros } = this.#settings;
    const definitions = Object.values(macrosOf(macros)).join("\n");
    const manuscript = openManuscript(path, text, files, definitions ? { definitions } : {});
    const written = derive(manuscript, { conventions, assume });
    const paper = { ...written, bothHeights: keepsHeights(written) };
    const standings = new Map<string, Standing>();
    this.#assumed = { derivation: "", latex: [] };
    const displays: { readonly file: string; readonly data: DisplayData }[] = [];
    for (const display of paper.displays) {
      displays.push({ file: display.file, data: this.#display(paper, display, standings) });
      yield () => this.#assemble(paper, displays, began);
    }
    return this.#assemble(paper, displays, began);
  }

  /** A review that says only why a file could not be read. */
  unreadable(path: string, message: string, line: number | null = null): ReviewData {
    const file: FileData = {
      path,
      displays: [],
      gaps: [],
      problems: [{ line, message, fatal: true }],
    };
    return {
      version: 1,
      tool: { name: "tacit", version: this.#settings.version },
      conventions: { metric: "mostly-minus", dim: "4", epsilon: -1, sources: [] },
      files: [file],
      summary: summarise([file], 0),
    };
  }

  #display(paper: Paper, display: PaperDisplay, standings: Map<string, Standing>): DisplayData {
    const place = placeOf(paper, display.file);
    const derivation = display.steps[0]?.derivation ?? "";
    if (this.#assumed.derivation !== derivation) this.#assumed = { derivation, latex: [] };
    return {
      start: place(display.span.start),
      end: place(display.span.end),
      environment: display.environment,
      label: display.label ?? null,
      steps: display.steps
        .filter(({ ignored }) => !ignored)
        .flatMap((step) => {
          const data = this.#step(paper, step, display.file, standings);
          return data.code && step.hushed.includes(data.code) ? [] : [data];
        }),
    };
  }

  #step(paper: Paper, step: Step, file: string, standings: Map<string, Standing>): StepData {
    const began = performance.now();
    const { data, claim, verdict, leansOn, follows } = this.#judge(paper, step, standings);
    const tacit = (verdict?.premises ?? []).filter(({ source }) => source === "tacit");
    const latex = [...new Set([...this.#assumed.latex, ...tacit.map((one) => one.latex)])];
    this.#assumed = { derivation: step.derivation, latex };
    const standing = standingOf(data, step.accepted);
    standings.set(step.id, standing);
    const place = placeOf(paper, file);
    const shaky = step.before.find((id) => fails(standings.get(id)));
    const [first] = step.readings;
    const [left, right] = [claim?.left ?? first?.left, claim?.right ?? first?.right];
    return {
      ...data,
      id: step.id,
      start: place(step.span.start),
      end: place(step.span.end),
      ...(step.rightSpan
        ? { rightAt: { start: place(step.rightSpan.start), end: place(step.rightSpan.end) } }
        : {}),
      kind: follows ? "follows" : step.kind,
      derivation: step.derivation,
      left: step.left,
      relation: step.relation,
      right: step.right,
      conditionalOn: leansOn ?? shaky ?? null,
      ...(fails(standing) && shaky === undefined ? { departure: true } : {}),
      ...this.#deeds(data, claim, verdict),
      message: explain(data),
      readAs: left && right ? printStatement([left, right], [step.relation]) : "",
      ms: Math.round((performance.now() - began) * 10) / 10,
    };
  }

  /** What a step that holds did; looked for once a verdict. */
  #deeds(
    { verdict: word, code }: Pick<Judgement, "verdict" | "code">,
    claim: Claim | undefined,
    verdict: Verdict | undefined,
  ): Pick<StepData, "moves" | "compressed" | "code"> {
    if ((word !== "proved" && word !== "agrees") || claim?.relation !== "=" || !verdict)
      return { moves: [], compressed: false, code };
    const { left, right, conventions, given } = claim;
    const facts = [...new Set([...given, ...verdict.premises])].flatMap((premise) => premise.facts);
    const found = this.#done.get(verdict) ?? deedsOf(left, right, { conventions, facts });
    this.#done.set(verdict, found);
    return { ...found, code: code ?? (found.compressed ? "compressed" : null) };
  }

  #judge(
    paper: Paper,
    step: Step,
    standings: ReadonlyMap<string, Standing>,
  ): {
    readonly data: Omit<Judgement, "readAs" | "ms">;
    readonly claim?: Claim;
    readonly verdict?: Verdict;
    readonly leansOn?: string | undefined;
    readonly follows?: boolean | undefined;
  } {
    const { unreadPremises } = step;
    if (step.gaps.length > 0 || step.readings.length === 0)
      return {
        data: { ...unread(gapWords(step)), unreadPremises },
      };
    if (step.accepted) return { data: { ...given, unreadPremises } };
    const counts = (from: string | undefined): boolean =>
      from === undefined || isFact(standings.get(from));
    const asUsed = (offered: Step["far"]): readonly Premise[] =>
      offered.flatMap(({ premise, from, closed, instead }) =>
        counts(from)
          ? [closed?.from.every(counts) ? closed.premise : premise]
          : instead && counts(instead.from)
            ? [instead.premise]
            : [],
      );
    const usable = asUsed(step.candidates);
    const far = asUsed(step.far);
    const uses = step.uses
      .filter(({ from, lenient }) =>
        from.every((id) => counts(id) || (lenient && standings.get(id) !== "refuted")),
      )
      .map((use) => ({ ...use, beside: use.beside.filter(({ from }) => counts(from)) }));
    const claims = claimsOf(step, step.readings, [...step.premises, ...usable]);
    const judging = this.#inReach(claims, { far, uses }, paper, step);
    const { verdict, claim, use } = judging;
    const { definedBefore } = step;
    if (definedBefore && counts(definedBefore.from) && isDifference(verdict, step)) {
      const twice = definedTwice(verdict, definedBefore.premise);
      return { data: { ...judged(twice, placesIn(paper)), unreadPremises }, claim };
    }
    if (isIntroduction(verdict, step)) return { data: { ...given, unreadPremises }, claim };
    const sparing = step.kind === "follows" || differentiatesDefined(step, verdict);
    const said = withNamed(sparing ? withoutRefutation(verdict) : verdict, step);
    const leansOn = use?.from.find((id) => !counts(id));
    const follows = step.first && use !== undefined;
    const declarations =
      said.kind === "open" && said.why === "reading" ? declarationsFor(claims) : [];
    return {
      data: {
        ...judged(said, (premise) => namedWhere(premise, step) ?? placesIn(paper)(premise)),
        unreadPremises,
        ...(declarations.length > 0 ? { declarations } : {}),
      },
      claim,
      verdict,
      follows,
      leansOn,
    };
  }

  /** With what is stated near, then with what is stated farther off, then with an earlier equation put to use, then with what is left unsaid. */
  #inReach(claims: readonly Claim[], { far, uses }: Reserve, paper: Paper, step: Step): Judging {
    const { search } = this.#settings;
    const said = uses.filter(({ premise }) => search || premise.source !== "tacit");
    if (far.length > 0 || said.length > 0) {
      const plainly: Search = search ? "in short" : "none";
      const near = this.#sparingly(claims, paper, step, plainly);
      if (isHeld(near.verdict) || isIllFormed(near.verdict)) return near;
      const wide = claims.map((claim) => ({ ...claim, given: [...claim.given, ...far] }));
      const widely = far.length > 0 ? this.#sparingly(wide, paper, step, plainly) : near;
      if (isHeld(widely.verdict)) return widely;
      const [{ given: known = [] } = {}] = claims;
      const used = this.#withUses(said, known, paper, step, plainly);
      if (used) return { ...used, claim: claims[0] ?? used.claim };
      if (!search) return near;
      const signed = this.#withUses(said.filter(hasRoots), known, paper, step, "signs");
      if (signed) return { ...signed, claim: claims[0] ?? signed.claim };
      if (far.length > 0) {
        const together = this.#sparingly(wide, paper, step, "catalogue");
        if (isHeld(together.verdict)) return together;
        const alone = this.#sparingly(claims, paper, step, "catalogue");
        return overrides(alone.verdict, far) && differs(together.verdict)
          ? this.#sparingly(claims, paper, step, "none")
          : alone;
      }
    }
    return this.#sparingly(claims, paper, step, search ? "catalogue" : "none");
  }

  /** The first equation put to use with which the step holds. */
  #withUses(
    uses: readonly Use[],
    known: readonly Premise[],
    paper: Paper,
    step: Step,
    search: Search,
  ): Judging | undefined {
    for (const use of uses)
      for (const given of givenBeside(use, known)) {
        const judging = this.#remember(claimsOf(step, use.readings, given), paper, step, search);
        const mayBeComplex = [...step.readings, ...use.readings].some(isComplex);
        if (isHeld(judging.verdict) && !(mayBeComplex && onlyAmongReals(judging.verdict)))
          return leaning(judging, use);
      }
    return undefined;
  }

  /** Without facts that get in each other's way, where that suffices. */
  #sparingly(claims: readonly Claim[], paper: Paper, step: Step, search: Search): Judging {
    const judging = this.#remember(claims, paper, step, search);
    const [{ given = [] } = {}] = claims;
    if (!isInTheWay(judging.verdict)) return judging;
    for (const some of fewerPremises(given, judging.verdict)) {
      const fewer = claims.map((claim) => ({ ...claim, given: some }));
      const plainly = this.#remember(fewer, paper, step, search === "in short" ? search : "none");
      if (isHeld(plainly.verdict)) return plainly;
    }
    return judging;
  }

  #remember(claims: readonly Claim[], paper: Paper, step: Step, search: Search): Judging {
    const unreadPremises = step.unreadPremises.length > 0;
    const { bothHeights, constraints } = paper;
    const { vanishes, denied } = step;
    const assumed = this.#assumed.latex;
    const deniedNames = [
      ...step.named.flatMap((one) => (one.denied || / gauge$/.test(one.id) ? [one.id] : [])),
      ...step.uses.map(({ premise }) => premise.id),
    ];
    const introduces = step.first && step.introduces && step.definedBefore === undefined;
    const searches = search === "catalogue" || search === "signs";
    const key = keyOf({
      claims,
      unreadPremises,
      bothHeights,
      vanishes,
      search,
      introduces,
      ...(searches
        ? { assumed, denied, deniedNames, defined: definedIn(claims, paper.defined) }
        : {}),
    });
    const known = this.#known.get(key);
    if (known) return known;
    const { seed, budget, stop } = this.#settings;
    const isTooLong = impatience();
    let dropped = false;
    const options: JudgeOptions = {
      mode: "check",
      seed,
      budget: ((budget ?? 20) * (step.definedBefore ? 2 : 1)) / (introduces ? 4 : 1),
      ...(search === "in short" ? { inShort: true } : {}),
      ...(searches
        ? {
            catalogue: undenied(search === "signs" ? ofSigns : catalogue, step, paper.defined),
            assumed,
          }
        : {}),
      bothHeights,
      vanishes,
      unreadPremises,
      introduces,
      constraints,
      stop: () => {
        if (stop?.()) dropped = true;
        return dropped || isTooLong();
      },
    };
    const judging = judgeSafely(claims, options);
    if (!dropped) this.#known.set(key, judging);
    return judging;
  }

  #assemble(
    paper: Paper,
    displays: readonly { readonly file: string; readonly data: DisplayData }[],
    began: number,
  ): ReviewData {
    const files = paper.files.map(
      (file): FileData => ({
        path: file.path,
        displays: displays.filter((display) => display.file === file.path).map(({ data }) => data),
        gaps: file.gaps.map(({ span, token }) => ({
          start: placeOf(paper, file.path)(span.start),
          end: placeOf(paper, file.path)(span.end),
          token,
        })),
        macros: paper.macros,
        problems: file.problems,
      }),
    );
    const { metric, dim, epsilon } = paper.conventions;
    return {
      version: 1,
      tool: { name: "tacit", version: this.#settings.version },
      conventions: { metric, dim: String(dim), epsilon, sources: paper.conventionSources },
      files,
      summary: summarise(files, (performance.now() - began) / 1000),
    };
  }
}

const ofSigns = catalogue.filter(({ id }) => id === "positive-parameters");

/** √(g/k) with ω² = gk: which root is meant is a matter of sign. */
const hasRoots = ({ readings }: Use): boolean =>
  readings.some(({ left, right }) => [left, right].some((side) => some(side, isRoot)));

const isRoot = (part: Expr): boolean =>
  (part.kind === "function" && part.name === "sqrt") ||
  (part.kind === "power" && part.exponent.kind === "num" && part.exponent.denominator !== 1n);

/** What goes with an equation put to use: what it is solved for may settle all by itself; an equation that was put in restricts nothing any more, unless more than it is needed. */
function givenBeside(use: Use, known: readonly Premise[]): readonly (readonly Premise[])[] {
  const all = [...new Set([...known, ...use.beside.map(({ premise }) => premise)])];
  if (use.premise.facts.length > 0)
    return all.length > 0 ? [[use.premise, ...all], [use.premise]] : [[use.premise]];
  const others = all.filter((one) => one.latex !== use.premise.latex || one.source !== "stated");
  return others.length < all.length ? [others, all] : [all];
}

/** What may be tried where a step does not hold by what is stated near. */
interface Reserve {
  readonly far: readonly Premise[];
  readonly uses: readonly Use[];
}

const claimsOf = (
  step: Step,
  readings: readonly Reading[],
  premises: readonly Premise[],
): readonly Claim[] =>
  readings.map(({ left, right }) => ({
    left,
    relation: step.relation,
    right,
    given: premises,
    conventions: step.conventions,
  }));

/** Names of these claims to which the paper gives a meaning. */
const definedIn = (claims: readonly Claim[], defined: ReadonlySet<string>): readonly string[] =>
  [...new Set(claims.flatMap(({ left, right }) => [...symbolsOf(left), ...symbolsOf(right)]))]
    .map(({ name }) => name)
    .filter((name) => defined.has(name));

/** The equation may have taken away what made its names complex. */
const onlyAmongReals = ({ premises }: Verdict): boolean =>
  premises.some(({ id, source }) => id === "real-parameters" && source === "convention");

const isComplex = ({ left, right }: Reading): boolean =>
  [left, right].some((side) => some(side, isNoReal));

/** What holds with an equation put to use leans on it. */
function leaning(judging: Judging, use: Use): Judging {
  const { verdict } = judging;
  const premises = [
    use.premise,
    ...verdict.premises.filter((one) => wordsOf(one) !== wordsOf(use.premise)),
  ];
  return { ...judging, verdict: { ...verdict, premises }, use };
}

const isFact = (standing: Standing | undefined): boolean =>
  standing === "holds" || standing === "stated";

const fails = (standing: Standing | undefined): boolean =>
  standing === "differs" || standing === "refuted";

/** It was evaluated with all that is said, and does not hold. */
const differs = (verdict: Verdict): boolean =>
  verdict.kind === "refuted" || (verdict.kind === "open" && verdict.why === "differs");

/** It takes for granted something of momenta that the text says something else of. */
function overrides(verdict: Verdict, said: readonly Premise[]): boolean {
  const names = (premises: readonly Premise[]): readonly string[] =>
    premises.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        partsOf(fact).flatMap((part) =>
          [...symbolsOf(part)].flatMap(({ name, type }) => (type === "four-vector" ? name : [])),
        ),
      ),
    );
  const tacit = names(verdict.premises.filter(({ source }) => source === "tacit"));
  return isHeld(verdict) && names(said).some((name) => tacit.includes(name));
}

const isIllFormed = (verdict: Verdict): boolean =>
  verdict.kind === "refuted" && verdict.code !== "slip";

/** More may go into an equation that follows from others than what was found: a difference refutes nothing. */
const withoutRefutation = (verdict: Verdict): Verdict =>
  verdict.kind === "refuted" && verdict.code === "slip"
    ? {
        kind: "open",
        why: "differs",
        detail: "it does not follow from the equations found",
        evidence: verdict.evidence,
        premises: verdict.premises,
      }
    : verdict;

/** Open because it differs, or refuted where it could as well be given. */
const isDifference = (verdict: Verdict, step: Step): boolean =>
  verdict.kind === "open"
    ? verdict.why === "differs"
    : verdict.kind === "refuted" && isIntroduction(verdict, step);

/** A name with two definitions in reach: neither is taken for granted. */
const definedTwice = (verdict: Verdict, before: Premise): Verdict => ({
  kind: "open",
  why: "differs",
  detail: otherwise,
  ...("evidence" in verdict && verdict.evidence ? { evidence: verdict.evidence } : {}),
  premises: [before],
});

const namedWhere = ({ id, source }: Premise, { named }: Step) =>
  source === "stated" ? named.findLast((one) => one.id === id && !one.denied)?.where : undefined;

/** A derivative of what an equation defines: the equation may hold more of the variable than it shows. */
const differentiatesDefined = ({ readings }: Step, { premises }: Verdict): boolean => {
  const defined = premises
    .filter(({ source }) => source === "stated")
    .flatMap(({ facts }) => facts.flatMap((fact) => (fact.kind === "definition" ? fact.head : [])));
  return readings.some(({ left, right }) =>
    [left, right].some((side) =>
      some(
        side,
        (part) =>
          part.kind === "derivative" &&
          part.operand !== undefined &&
          some(part.operand, (inner) => defined.includes(inner)),
      ),
    ),
  );
};

/** What is taken as it stands: introduced, or accepted by the author. */
const given = {
  verdict: "stated",
  why: null,
  detail: null,
  premises: [],
  tacit: false,
  code: null,
  evidence: null,
  diagnosis: null,
  alternatives: [],
} as const;

function standingOf(
  { verdict, why }: Pick<Judgement, "verdict" | "why">,
  accepted: boolean,
): Standing {
  if (verdict === "stated") return accepted ? "open" : "stated";
  if (verdict === "proved" || verdict === "agrees") return "holds";
  if (verdict === "refuted") return "refuted";
  return why === "differs" ? "differs" : "open";
}

const gapWords = (step: Step): string =>
  step.gaps.length > 0
    ? `${[...new Set(step.gaps.map(({ token }) => token))].join(", ")} is not covered`
    : "one side is empty";

const placesIn =
  (paper: Paper): Places =>
  (premise: Premise) =>
    paper.places.get(premise) ?? placesByWords(paper).get(wordsOf(premise)) ?? null;

/** Judging may put arguments back into a premise; it stays what was said. */
const wordsOf = ({ source, id, latex }: Premise): string => JSON.stringify([source, id, latex]);

type PlaceByWords = ReadonlyMap<string, { readonly file: string; readonly line: number }>;

const rememberedPlaces = new WeakMap<Paper["places"], PlaceByWords>();

/** The first place of each premise as it is worded. */
function placesByWords({ places }: Paper): PlaceByWords {
  const known = rememberedPlaces.get(places);
  if (known) return known;
  const found = new Map([...places].reverse().map(([premise, at]) => [wordsOf(premise), at]));
  rememberedPlaces.set(places, found);
  return found;
}
