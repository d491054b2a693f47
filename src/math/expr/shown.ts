/** Numbers as people and JSON see them: complex is [re, im]; vectors and matrices are nested. */
export type Shown = number | string | readonly Shown[];
