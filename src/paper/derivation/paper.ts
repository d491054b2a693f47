/** A manuscript as steps, with what each of them may lean on. */
import type { Conventions, Fact, Premise } from "../../math/expr/claim";
import type { Expr, Relation } from "../../math/expr/node";
import type { Gap } from "../notation/gap";
import type { LineTable } from "../text/lineTable";
import type { Span } from "../text/span";
import type { Named } from "./named";

/** Both sides of a claim in one way of reading it. */
export interface Reading {
  readonly left: Expr;
  readonly right: Expr;
}

/** A step with an earlier equation put to use in it. */
export interface Use {
  readonly premise: Premise;
  /** The steps the equation consists of. */
  readonly from: readonly string[];
  /** The text says that it is used: one that could not be decided will do. */
  readonly lenient: boolean;
  /** The claim with it inserted. */
  readonly readings: readonly Reading[];
  /** What is stated of the names it brings in. */
  readonly beside: Step["far"];
}

/** A premise offered to a step. */
export interface Offered {
  readonly premise: Premise;
  /** What introduced the name before, should the step this comes from not stand. */
  readonly instead?: { readonly premise: Premise; readonly from: string } | undefined;
  /** The same definition without its sums and integrals, once all these steps hold. */
  readonly closed?: { readonly premise: Premise; readonly from: readonly string[] } | undefined;
}

/** One claim of the author, with its place. */
export interface Step {
  readonly id: string;
  readonly derivation: string;
  readonly kind: "link" | "follows";
  readonly span: Span;
  /** Where the right side alone stands. */
  readonly rightSpan?: Span;
  /** Sources as typed. */
  readonly left: string;
  readonly relation: Relation;
  readonly right: string;
  /** One for each way of reading the statement that evidence leaves; none where a side is empty. */
  readonly readings: readonly Reading[];
  readonly gaps: readonly Gap[];
  /** The first relation of its statement. */
  readonly first: boolean;
  /** Its head is a name not defined before in reach, or the prose or the relation says so. */
  readonly introduces: boolean;
  /** It gives a value to a name met here for the first time, though its head is not that name alone: |M|² = …, … = j^ν. */
  readonly gives: boolean;
  /** Its chain ends in zero: every side of it is said to vanish. */
  readonly vanishes: boolean;
  /** “The minimum is at” dV/dφ = 0: a condition, not a result. */
  readonly imposes: boolean;
  /** `% tacit: ignore` and `off`. */
  readonly ignored: boolean;
  /** `% tacit: ignore slip`: findings of these codes are left out. */
  readonly hushed: readonly string[];
  /** `% tacit: accept`. */
  readonly accepted: boolean;
  readonly conventions: Conventions;
  /** Stated in prose, comments and domains, in reach. */
  readonly premises: readonly Premise[];
  /** What the same section or the set-up of the paper states, in prose or by an equation (`from`, if that stands): used only where the step does not hold without it. */
  readonly far: readonly (Offered & { readonly from?: string })[];
  readonly unreadPremises: readonly string[];
  /** Earlier equations in reach that may serve as facts, if they themselves stand. */
  readonly candidates: readonly (Offered & { readonly from: string })[];
  /** Premises its paragraph names in words, or denies. */
  readonly named: readonly Named[];
  /** What its paragraph says not to hold. */
  readonly denied: readonly Fact[];
  /** Ways to put earlier equations to use, each tried where nothing else makes the step hold. */
  readonly uses: readonly Use[];
  /** What defined its head before, and otherwise; `from` is the step that did, if one did. */
  readonly definedBefore?: Offered & { readonly from?: string };
  /** Earlier steps of the same derivation. */
  readonly before: readonly string[];
}

export interface PaperDisplay {
  readonly file: string;
  readonly span: Span;
  readonly environment: string;
  readonly label?: string;
  readonly steps: readonly Step[];
}

export interface PaperFile {
  readonly path: string;
  readonly lines: LineTable;
  readonly gaps: readonly Gap[];
  readonly problems: readonly {
    readonly line: number | null;
    readonly message: string;
    /** The file could not be read at all. */
    readonly fatal?: boolean;
  }[];
}

export interface Paper {
  readonly displays: readonly PaperDisplay[];
  readonly files: readonly PaperFile[];
  /** The author's macros with their bodies, for typesetting. */
  readonly macros: Readonly<Record<string, string>>;
  readonly conventions: Conventions;
  readonly conventionSources: readonly {
    readonly key: string;
    readonly file: string;
    readonly line: number;
  }[];
  /** The document writes Lorentz indices at both heights. */
  readonly bothHeights: boolean;
  /** Names that it gives a meaning to somewhere. */
  readonly defined: ReadonlySet<string>;
  /** Equations that bind symbols of the document without being premises of a step. */
  readonly constraints: readonly Fact[];
  readonly places: ReadonlyMap<Premise, { readonly file: string; readonly line: number }>;
}
