/** Whether a Markdown text displays mathematics, so that a README without any leaves the checker asleep. */
export const displaysMathematics = (text: string): boolean =>
  displayAtLineStart.test(text) || /\$\$[^$]+\$\$/.test(text);

const displayAtLineStart =
  /^\s*(>\s*)*(\$\$|\\\[|\\begin\{(equation|align|gather|multline|eqnarray|alignat|flalign)|(```|:::)\s*\{math\})/m;
