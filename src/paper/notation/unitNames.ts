/** Units as people write them, spelled as the units of mathjs. */

/** Symbols that may carry a prefix. */
const base = new Set([
  "m",
  "g",
  "s",
  "K",
  "A",
  "mol",
  "J",
  "N",
  "W",
  "V",
  "T",
  "Pa",
  "Hz",
  "eV",
  "C",
  "F",
  "H",
  "Wb",
  "bar",
  "L",
  "cd",
  "rad",
  "cal",
]);

/** Symbols whose units take their prefixes in words. */
const long: Readonly<Record<string, string>> = { b: "barn", G: "gauss", pc: "parsec" };

const prefixWords: Readonly<Record<string, string>> = {
  "": "",
  k: "kilo",
  M: "mega",
  G: "giga",
  T: "tera",
  P: "peta",
  m: "milli",
  µ: "micro",
  μ: "micro",
  n: "nano",
  p: "pico",
  f: "femto",
  a: "atto",
  c: "centi",
  d: "deci",
};

/** Symbols that stand alone. */
const alone: Readonly<Record<string, string>> = {
  Ω: "ohm",
  ohm: "ohm",
  Å: "angstrom",
  angstrom: "angstrom",
  min: "min",
  h: "hour",
  hr: "hour",
  day: "day",
  year: "year",
  years: "year",
  yr: "year",
  deg: "deg",
  "°": "deg",
  u: "u",
  amu: "u",
  atm: "atm",
  degC: "degC",
  erg: "erg",
  dyn: "dyn",
  barn: "barn",
  gauss: "gauss",
  Gauss: "gauss",
};

/** m/s^2, kg m^2, eV: the whole text as one unit; undefined where any part is none. */
export function spellUnit(text: string): string | undefined {
  const clean = text.trim().replace(/[{}~]/g, "").replace(/\s+/g, " ");
  if (clean === "" || clean.length > 40) return undefined;
  const parts = clean.split(/([/ ·.])/);
  let spelled = "";
  for (const part of parts) {
    if (/^[/ ·.]$/.test(part)) spelled += part === "/" ? "/" : " ";
    else {
      const one = spellOne(part);
      if (one === undefined) return undefined;
      spelled += one;
    }
  }
  return spelled;
}

function spellOne(part: string): string | undefined {
  const match = /^(\D+?)(?:\^?(-?\d))?$/u.exec(part);
  const name = match?.[1] ?? "";
  const power = match?.[2] ? `^${match[2]}` : "";
  const single = alone[name];
  if (single) return single + power;
  for (const [prefix, word] of Object.entries(prefixWords)) {
    if (!name.startsWith(prefix)) continue;
    const symbol = name.slice(prefix.length);
    if (long[symbol]) return word + long[symbol] + power;
    if (base.has(symbol)) return (prefix === "µ" || prefix === "μ" ? "u" : prefix) + symbol + power;
  }
  return undefined;
}
