/** Coefficients of a power series by monomial; a constant has only the first. */
export type Series<E> = readonly E[];
