/** Things said in a paper, found again from where they reach. */
import type { Chapter, Page } from "./pages";
import { knownIn } from "./pages";

/** Where something said holds: from its place on, in its paragraph (from a block on), or in both and as far as names of its chapter are known. */
export type Extent =
  | { readonly kind: "onward" }
  | { readonly kind: "paragraph"; readonly paragraph: number; readonly from: number }
  | {
      readonly kind: "chapter";
      readonly paragraph: number;
      readonly from: number;
      readonly chapter: Chapter;
    };

/** How many of the things that hold for a chapter are looked back to. */
const horizon = 300;

export class ScopeIndex<T> {
  readonly #onward: { readonly at: number; readonly item: T }[] = [];
  readonly #chapter: {
    readonly at: number;
    readonly item: T;
    readonly extent: Extent & { readonly kind: "chapter" };
  }[] = [];
  readonly #paragraph = new Map<number, { readonly from: number; readonly item: T }[]>();
  readonly #reaching = new Map<Page, readonly T[]>();

  /** `at` is the block it stands in; blocks come in order. */
  add(item: T, at: number, extent: Extent): void {
    this.#reaching.clear();
    if (extent.kind === "onward") this.#onward.push({ at, item });
    if (extent.kind === "chapter") this.#chapter.push({ at, item, extent });
    if (extent.kind !== "onward")
      this.#paragraph.set(extent.paragraph, [
        ...(this.#paragraph.get(extent.paragraph) ?? []),
        { from: extent.from, item },
      ]);
  }

  reaching(page: Page): readonly T[] {
    const known = this.#reaching.get(page);
    if (known) return known;
    const found = this.#reach(page);
    this.#reaching.set(page, found);
    return found;
  }

  #reach(page: Page): readonly T[] {
    const found = new Set<T>();
    for (const { at, item } of this.#onward) if (at <= page.at) found.add(item);
    const before = this.#chapter.findLastIndex(({ at }) => at <= page.at) + 1;
    for (const { item, extent } of this.#chapter.slice(Math.max(0, before - horizon), before))
      if (knownIn(extent.chapter, page.chapter)) found.add(item);
    for (const { from, item } of this.#paragraph.get(page.display.paragraph) ?? [])
      if (from <= page.at) found.add(item);
    return [...found];
  }
}
