/** The letters of operator words: ladder operators, position and momentum, Grassmann numbers, unspecified operators, and states. */
import { Beyond } from "../number/field";

export type Sort =
  | "bra"
  | "grassmann"
  | "boson"
  | "fermion"
  | "position"
  | "momentum"
  | "free"
  | "ket";

export interface Letter {
  readonly sort: Sort;
  /** What it belongs to: a mode, a component, a name. */
  readonly mode: string;
  /** A creation operator, or the adjoint of an unspecified operator or Grassmann number. */
  readonly raised: boolean;
  /** Its own adjoint. */
  readonly own?: true;
}

/** Letters as single characters, whose order is the order of a word put in normal form. */
export interface Alphabet {
  readonly letters: Map<string, Letter>;
  readonly characters: Map<string, string>;
  /** Commutators of the modes met with their adjoints, by mode; a mode without has one. */
  readonly norms: Map<string, unknown>;
}

export const alphabet = (): Alphabet => ({
  letters: new Map(),
  characters: new Map(),
  norms: new Map(),
});

/** Letters a formula may have of one rank. */
const room = 0x400;

export function characterOf({ letters, characters }: Alphabet, letter: Letter): string {
  const name = `${letter.sort} ${letter.mode}${letter.raised ? " †" : ""}`;
  const known = characters.get(name);
  if (known !== undefined) return known;
  if (characters.size >= room) throw new Beyond("operators of so many modes");
  const character = String.fromCharCode(0x100 + room * rankOf(letter) + characters.size);
  letters.set(character, letter);
  characters.set(name, character);
  return character;
}

export function letterOf({ letters }: Alphabet, character: string): Letter {
  const letter = letters.get(character);
  if (!letter) throw new Error("a character that is no letter");
  return letter;
}

function rankOf({ sort, raised }: Letter): number {
  switch (sort) {
    case "grassmann":
      return 0;
    case "bra":
      return 1;
    case "position":
      return 2;
    case "boson":
    case "fermion":
      return raised ? 3 : 6;
    case "free":
      return 5;
    case "momentum":
      return 7;
    case "ket":
      return 8;
  }
}

/** The letter of the adjoint. */
export function adjointLetter(letter: Letter): Letter {
  switch (letter.sort) {
    case "position":
    case "momentum":
      return letter;
    case "bra":
      return { ...letter, sort: "ket" };
    case "ket":
      return { ...letter, sort: "bra" };
    default:
      return letter.own ? letter : { ...letter, raised: !letter.raised };
  }
}
