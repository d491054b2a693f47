/** Sentences without markup, for places that show text alone. */

/** Formulas between dollars lose their dollars. */
export const plain = (sentence: string): string => sentence.replace(/\$([^$]+)\$/g, "$1");
