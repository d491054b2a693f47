/** Units in SI and the physical constants of CODATA. */
import { library, type MeasuredUnit } from "./unitLibrary";

/** A quantity in SI: an exact fraction, its dimension, and how many digits are known. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Exponents of kg, m, s, A, K, cd, mol, rad. */
  readonly dimension: readonly number[];
  readonly digits: number;
}

export const sameDimension = (a: Quantity, b: Quantity): boolean =>
  [0, 1, 2, 3, 4, 5, 6].every((k) => (a.dimension[k] ?? 0) === (b.dimension[k] ?? 0));

/** One of the unit, as mathjs spells it: `meV`, `kg m / s^2`. Undefined where it is not known or has an offset. */
export function unitQuantity(unit: string): Quantity | undefined {
  if (/deg[CF]|celsius|fahrenheit/i.test(unit)) return undefined;
  try {
    return quantity(library.unit(1, unit), 15);
  } catch {
    return undefined;
  }
}

/** The constant of this name, in SI. */
export function physicalConstant(name: string): Quantity | undefined {
  const known = constants.get(name);
  if (!known) return undefined;
  const value = library[known.key];
  if (value === undefined) return undefined;
  return typeof value === "number"
    ? { ...fraction(value), dimension: [], digits: known.digits }
    : quantity(value, known.digits);
}

const quantity = ({ value, dimensions }: MeasuredUnit, digits: number): Quantity => ({
  ...fraction(value),
  dimension: dimensions,
  digits,
});

/** Fifteen digits of a double as a fraction: a small one where it has no fewer digits, as 5/18 of km/h. */
function fraction(x: number): { numerator: bigint; denominator: bigint } {
  const small = x.toPrecision(15).replace(/e.*|\D|0+$/g, "").length > 12 && smallFraction(x);
  if (small) return small;
  const [mantissa = "0", exponent = "0"] = Number(x.toPrecision(15)).toExponential().split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

function smallFraction(x: number): { numerator: bigint; denominator: bigint } | undefined {
  for (let q = 1; q <= 3600; q++) {
    const p = Math.round(x * q);
    if (p !== 0 && Math.abs(p / q / x - 1) < 2e-15)
      return { numerator: BigInt(p), denominator: BigInt(q) };
  }
  return undefined;
}

interface Entry {
  readonly names: readonly string[];
  readonly key: string;
  /** Digits that are known; 15 for what SI fixes. */
  readonly digits: number;
}

const table: readonly Entry[] = [
  { names: ["ħ"], key: "reducedPlanckConstant", digits: 15 },
  { names: ["h"], key: "planckConstant", digits: 15 },
  { names: ["c"], key: "speedOfLight", digits: 15 },
  { names: ["k_B", "k"], key: "boltzmann", digits: 15 },
  { names: ["e"], key: "elementaryCharge", digits: 15 },
  { names: ["N_A"], key: "avogadro", digits: 15 },
  { names: ["R"], key: "gasConstant", digits: 15 },
  { names: ["F"], key: "faraday", digits: 15 },
  { names: ["Φ_0"], key: "magneticFluxQuantum", digits: 15 },
  { names: ["σ", "σ_SB"], key: "stefanBoltzmann", digits: 15 },
  { names: ["g"], key: "gravity", digits: 15 },
  { names: ["m_e"], key: "electronMass", digits: 9 },
  { names: ["m_p"], key: "protonMass", digits: 9 },
  { names: ["m_n"], key: "neutronMass", digits: 5 },
  { names: ["m_u", "u"], key: "atomicMass", digits: 9 },
  { names: ["ε_0"], key: "electricConstant", digits: 9 },
  { names: ["μ_0"], key: "magneticConstant", digits: 9 },
  { names: ["k_e"], key: "coulomb", digits: 9 },
  { names: ["Z_0"], key: "vacuumImpedance", digits: 9 },
  { names: ["G", "G_N"], key: "gravitationConstant", digits: 4 },
  { names: ["α"], key: "fineStructure", digits: 9 },
  { names: ["a_0", "a_B"], key: "bohrRadius", digits: 9 },
  { names: ["R_∞"], key: "rydberg", digits: 11 },
  { names: ["μ_B"], key: "bohrMagneton", digits: 9 },
  { names: ["μ_N"], key: "nuclearMagneton", digits: 9 },
  { names: ["E_h"], key: "hartreeEnergy", digits: 11 },
  { names: ["r_e"], key: "classicalElectronRadius", digits: 9 },
  { names: ["σ_T"], key: "thomsonCrossSection", digits: 8 },
  { names: ["m_P", "M_P"], key: "planckMass", digits: 4 },
  { names: ["l_P", "ℓ_P"], key: "planckLength", digits: 4 },
  { names: ["t_P"], key: "planckTime", digits: 4 },
];

const constants: ReadonlyMap<string, Entry> = new Map(
  table.flatMap((entry) => entry.names.map((name) => [name, entry] as const)),
);

/** Names under which `physicalConstant` knows something. */
export const constantNames: readonly string[] = [...constants.keys()];
