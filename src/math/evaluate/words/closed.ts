/** ⟨ψ|…|φ⟩ inside a word is a number, and stands before everything else. */
import { type Alphabet, letterOf } from "./letters";

/** The word with the bracket that its last letter closes at the front, in order with those already there; undefined where it stands so. */
export function gathered(alphabet: Alphabet, word: string): string | undefined {
  const sorts = [...word].map((character) => letterOf(alphabet, character).sort);
  if (sorts.at(-1) !== "ket" || sorts.some((sort) => sort === "fermion" || sort === "grassmann"))
    return undefined;
  const open = sorts.lastIndexOf("bra");
  if (open <= 0 || sorts.slice(open, -1).includes("ket")) return undefined;
  const brackets = [word.slice(open)];
  let start = 0;
  while (sorts[start] === "bra") {
    const end = sorts.indexOf("ket", start);
    if (end < 0 || end >= open) break;
    brackets.push(word.slice(start, end + 1));
    start = end + 1;
  }
  const ordered = brackets.sort().join("") + word.slice(start, open);
  return ordered === word ? undefined : ordered;
}
