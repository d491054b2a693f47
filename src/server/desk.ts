/** Keeps the open documents reviewed: rests after an edit, drops an answer nobody waits for, publishes what it has. */
import type {
  TextDocument,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type { Place, ReviewData, StepData } from "../protocol/review";
import { rest } from "./patience";
import type { Review, ReviewTask } from "./reviewer";
import type { Settings } from "./settings";
import { editSheet, openSheet, reviewSheet, type Sheet, settle } from "./sheet";
import { Timers } from "./timers";

export interface DeskWorld {
  readonly review: Review;
  /** Milliseconds. */
  now(): number;
  pathOf(uri: string): string;
  settingsOf(uri: string): Promise<Settings>;
  /** Shows a sheet as it stands; the steps in `held` wait. `complete` when a review has just ended. */
  publish(sheet: Sheet, held: ReadonlySet<StepData>, complete: boolean): void;
  /** Says what is being done. */
  report(sheet: Sheet, state: "checking" | "done" | "off" | "failed"): void;
  failed(what: string, error: unknown): void;
}

/** Milliseconds between the last key and the next review. */
const pause = 200;

export class Desk {
  readonly #world: DeskWorld;
  readonly #sheets = new Map<string, Sheet>();
  /** The next review of each document, and the end of its author's writing. */
  readonly #next = new Timers();
  readonly #rests = new Timers();
  /** The review under way of each document. */
  readonly #running = new Map<string, AbortController>();

  constructor(world: DeskWorld) {
    this.#world = world;
  }

  sheet(uri: string): Sheet | undefined {
    return this.#sheets.get(uri);
  }

  sheets(): readonly Sheet[] {
    return [...this.#sheets.values()];
  }

  open(document: TextDocument): void {
    this.#sheets.set(document.uri, openSheet(document));
    this.#after(document.uri, 0, () => this.#checkIf(document.uri, ["whileTyping", "onSave"]));
  }

  edit(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const sheet = this.#sheets.get(uri);
    if (!sheet) return;
    editSheet(sheet, changes, version, this.#world.now());
    this.#drop(uri);
    this.#show(sheet, false);
    this.#after(uri, pause, () => this.#checkIf(uri, ["whileTyping"]));
    this.#rests.set(uri, rest + 1, () => this.#show(sheet, true));
  }

  /** After a change of settings, where checking is automatic. */
  recheck(uri: string): void {
    this.#after(uri, 0, () => this.#checkIf(uri, ["whileTyping", "onSave"]));
  }

  saved(uri: string): void {
    this.#after(uri, 0, () => this.#checkIf(uri, ["onSave"]));
  }

  /** A cursor that leaves the display being written ends the waiting. */
  cursor(uri: string, place: Place): void {
    const sheet = this.#sheets.get(uri);
    if (!sheet || sheet.cursor?.line === place.line) return;
    sheet.cursor = place;
    if (sheet.edit && this.#world.now() - sheet.edit.at < rest) this.#show(sheet, true);
  }

  close(uri: string): void {
    this.#drop(uri);
    this.#rests.clear(uri);
    this.#sheets.delete(uri);
  }

  /** Takes the marks away until the next check. */
  clear(uri: string): void {
    const sheet = this.#sheets.get(uri);
    if (!sheet) return;
    this.#drop(uri);
    sheet.review = undefined;
    this.#show(sheet, true);
    this.#world.report(sheet, "off");
  }

  /** Reviews a document now; a `generosity` above one multiplies the budget. */
  async check(uri: string, generosity = 1): Promise<void> {
    const sheet = this.#sheets.get(uri);
    if (!sheet) return;
    this.#drop(uri);
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(uri, controller);
    const settings = await this.#world.settingsOf(uri);
    if (signal.aborted) return;
    this.#world.report(sheet, "checking");
    const version = sheet.document.version;
    const text = sheet.document.getText();
    const review = await this.#grow(
      sheet,
      this.reviewText(uri, text, settings, signal, generosity),
      signal,
    );
    if (signal.aborted || !review) return;
    reviewSheet(sheet, review);
    sheet.reviewed = version;
    this.#show(sheet, true);
    this.#world.report(sheet, "done");
  }

  /** A first review is shown as it grows; later ones replace the one before when they are complete. */
  async #grow(
    sheet: Sheet,
    reviews: AsyncIterable<ReviewData>,
    signal: AbortSignal,
  ): Promise<ReviewData | undefined> {
    let review: ReviewData | undefined;
    try {
      for await (const partial of reviews) {
        if (signal.aborted) return;
        review = partial;
        if (sheet.reviewed >= 0) continue;
        reviewSheet(sheet, partial);
        this.#show(sheet, false);
      }
    } catch (error) {
      this.#world.failed("check", error);
      this.#world.report(sheet, "failed");
      return;
    }
    return review;
  }

  /** The reviewer's answer for a text in place of a document's. */
  reviewText(
    uri: string,
    text: string,
    settings: Settings,
    signal: AbortSignal,
    generosity = 1,
  ): AsyncIterable<ReviewData> {
    return this.#world.review(this.taskOf(uri, text, settings, generosity), signal);
  }

  taskOf(uri: string, text: string, settings: Settings, generosity = 1): ReviewTask {
    const { conventions, unstatedPremises: search } = settings;
    const budget = settings.budget ?? (generosity > 1 ? defaultBudget : undefined);
    const others = this.sheets().filter(({ document }) => document.uri !== uri);
    return {
      path: this.#world.pathOf(uri),
      text,
      open: Object.fromEntries(
        others.map(({ document }) => [this.#world.pathOf(document.uri), document.getText()]),
      ),
      conventions,
      budget: budget === undefined ? undefined : budget * generosity,
      search,
    };
  }

  async #checkIf(uri: string, when: readonly Settings["check"][]): Promise<void> {
    const settings = await this.#world.settingsOf(uri);
    if (when.includes(settings.check)) await this.check(uri);
  }

  #show(sheet: Sheet, complete: boolean): void {
    this.#world.publish(sheet, settle(sheet, this.#world.now()), complete);
  }

  /** Ends what is planned or under way for a document. */
  #drop(uri: string): void {
    this.#next.clear(uri);
    this.#running.get(uri)?.abort();
    this.#running.delete(uri);
  }

  #after(uri: string, ms: number, act: () => Promise<void>): void {
    this.#next.set(uri, ms, () => {
      act().catch((error: unknown) => this.#world.failed("check", error));
    });
  }
}

/** Thousands of evaluations a step, where a larger multiple is asked for without a setting. */
const defaultBudget = 20;
