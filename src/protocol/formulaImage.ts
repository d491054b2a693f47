/** A formula as an SVG image, for hovers, which set no mathematics of their own. */
import { mathSize } from "./mathSize";
import { type Macros, mathml } from "./typeset";

/** A data address in the colour given; undefined where the formula cannot be set or is too long for a hover. */
export function formulaImage(latex: string, macros: Macros, colour: string): string | undefined {
  const math = mathml(latex, macros);
  if (math === undefined || math.length > 20000 || !/^#[0-9a-f]{3,8}$/i.test(colour))
    return undefined;
  const { width, height } = mathSize(math);
  const [w, h] = [Math.ceil((width * 1.15 + 1) * em), Math.ceil((height + 0.8) * em)];
  const style = `color:${colour};font-size:${em}px;height:${h}px;display:flex;align-items:center`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><foreignObject width="${w}" height="${h}"><div xmlns="http://www.w3.org/1999/xhtml" style="${style}">${named(math)}</div></foreignObject></svg>`;
  return `data:image/svg+xml;base64,${base64(svg)}`;
}

const em = 16;

/** Only the mathematics, without the wrapper and the copy of the source that KaTeX adds. */
const named = (math: string): string =>
  (/<math.*<\/math>/s.exec(math)?.[0] ?? "")
    .replace(/<annotation.*?<\/annotation>/gs, "")
    .replace(/&nbsp;/g, "&#160;");

const base64 = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
