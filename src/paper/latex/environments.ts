/** Environments of a document by what a reader of derivations does with them. */

const starred = (text: string): ReadonlySet<string> =>
  new Set(text.split(" ").flatMap((name) => [name, `${name}*`]));

export const displayEnvironments = starred(
  "equation align alignat gather multline eqnarray flalign xalignat xxalignat displaymath IEEEeqnarray empheq dmath dgroup darray",
);

/** Skipped whole: what stands inside is no LaTeX, or a drawing. */
export const verbatimEnvironments = starred(
  "verbatim Verbatim BVerbatim LVerbatim alltt lstlisting minted comment filecontents tikzpicture tikzcd pgfpicture feynman " +
    "fmffile fmfgraph picture asy circuitikz algorithmic algorithm python sympycode pycode luacode thebibliography forest axis",
);

/** Commands that begin a section, with its level. */
export const headings: ReadonlyMap<string, number> = new Map([
  ["part", 0],
  ["chapter", 1],
  ["section", 2],
  ["subsection", 3],
  ["subsubsection", 4],
  ["paragraph", 5],
  ["subparagraph", 6],
  ["frametitle", 3],
]);
