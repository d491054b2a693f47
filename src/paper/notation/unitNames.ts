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
  "b",
  "H",
  "Wb",
  "bar",
  "L",
  "cd",
  "rad",
  "G",
  "yr",
  "pc",
  "cal",
]);

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
};

const prefixes = ["", "k", "M", "G", "T", "P", "m", "µ", "μ", "n", "p", "f", "c", "d"];

/** m/s^2, kg m^2, eV: the whole text as one unit; undefined where any part is none. */
export function spellUnit(text: string): string | undefined {
  const clean = text.trim().replace(/[{}~]/g, "").replace(/\s+/g, " ");
  if (clean === "" || clean.length > 24) return undefined;
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
  for (const prefix of prefixes) {
    if (!name.startsWith(prefix)) continue;
    if (base.has(name.slice(prefix.length)))
      return (prefix === "µ" || prefix === "μ" ? "u" : prefix) + name.slice(prefix.length) + power;
  }
  return undefined;
}
