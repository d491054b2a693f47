/** How large a number is where sizes count, and whether it is nothing; exact arithmetic only knows zero. */
import type { Field } from "../number/field";

export const sizeOf = <E>(field: Field<E>, entry: E): number =>
  field.kind === "prime" ? (field.isZero(entry) ? 0 : 1) : field.magnitude(entry);

export const isNothing = <E>(field: Field<E>, entry: E): boolean => sizeOf(field, entry) <= 1e-10;

/** Nothing, where equations are solved. */
export const tiny = <E>(field: Field<E>, entry: E): boolean => sizeOf(field, entry) < 1e-11;
