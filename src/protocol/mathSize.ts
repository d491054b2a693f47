/** How much room a piece of MathML takes, in units of its font size: images must know before they are drawn. */

export interface Size {
  readonly width: number;
  /** Above and below the middle line. */
  readonly height: number;
}

interface Element {
  readonly name: string;
  readonly children: readonly Element[];
  readonly text: string;
}

export function mathSize(mathml: string): Size {
  return sizeOf(parse(mathml));
}

function sizeOf(element: Element): Size {
  const parts = element.children.map(sizeOf);
  switch (element.name) {
    case "mi":
    case "mn":
    case "mtext":
      return { width: 0.62 * count(element.text), height: 1.2 };
    case "mo":
      return {
        width: /^[=+−≈≡→<>≤≥∝∼-]$/.test(element.text) ? 1.4 : 0.6,
        height: bigness(element.text),
      };
    case "mspace":
      return { width: 0.5, height: 0 };
    case "annotation":
      return { width: 0, height: 0 };
    case "mfrac":
      return { width: widest(parts) + 0.2, height: stacked(parts) + 0.3 };
    case "msqrt":
    case "mroot":
      return { width: together(parts) + 0.9, height: tallest(parts) + 0.3 };
    case "msub":
    case "msup":
      return scripted(parts, together(parts.slice(1)));
    case "msubsup":
      return scripted(parts, widest(parts.slice(1)));
    case "mover":
    case "munder":
    case "munderover":
      return {
        width: widest(parts),
        height: tallest(parts.slice(0, 1)) + 0.8 * stacked(parts.slice(1)),
      };
    case "mtable":
      return { width: widest(parts) + 1, height: stacked(parts) + 0.5 * parts.length };
    case "mtr":
      return { width: together(parts) + parts.length, height: tallest(parts) };
    default:
      return { width: together(parts), height: tallest(parts) };
  }
}

const scripted = (parts: readonly Size[], scripts: number): Size => ({
  width: (parts[0]?.width ?? 0) + 0.75 * scripts,
  height: tallest(parts) + 0.5,
});

const together = (parts: readonly Size[]): number =>
  parts.reduce((sum, { width }) => sum + width, 0);
const stacked = (parts: readonly Size[]): number =>
  parts.reduce((sum, { height }) => sum + height, 0);
const widest = (parts: readonly Size[]): number => Math.max(0, ...parts.map(({ width }) => width));
const tallest = (parts: readonly Size[]): number =>
  Math.max(0, ...parts.map(({ height }) => height));
const bigness = (operator: string): number => (/^[∑∏∫∮⨂⨁]$/.test(operator) ? 2.2 : 1.2);
/** Entities count as one character. */
const count = (text: string): number => [...text.replace(/&[^;]+;/g, "x")].length;

/** KaTeX writes well-formed markup without comments, so tags alone give the tree. */
function parse(markup: string): Element {
  const root = { name: "root", children: [] as Element[], text: "" };
  const open = [root];
  for (const [, closing, name = "", selfClosing, text] of markup.matchAll(
    /<(\/?)([a-z]+)[^>]*?(\/?)>|([^<]+)/g,
  )) {
    const top = open.at(-1) ?? root;
    if (text !== undefined) top.text += text;
    else if (closing) open.pop();
    else {
      const element = { name, children: [], text: "" };
      top.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  return root;
}
