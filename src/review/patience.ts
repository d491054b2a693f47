/** Milliseconds after which a step is given up, whatever its budget still allows. */
export const patience = 10_000;
