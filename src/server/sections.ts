/** Where the sections of a manuscript begin: a hint about a premise is given once in each. */

/** Lines, from 1, at which a section begins; the text before the first one is a section too. */
export function sections(text: string): readonly number[] {
  return [
    1,
    ...text
      .split("\n")
      .flatMap((line, i) => (/^\s*\\(chapter|(sub)?section)\b|^#{1,3} /.test(line) ? [i + 1] : [])),
  ];
}

/** The section a line belongs to, by the line it begins at. */
export const sectionOf = (starts: readonly number[], line: number): number =>
  starts.findLast((start) => start <= line) ?? 1;
