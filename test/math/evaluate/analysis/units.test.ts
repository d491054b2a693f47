import assert from "node:assert/strict";
import {
  constantNames,
  physicalConstant,
  type Quantity,
  sameDimension,
  unitQuantity,
} from "../../../../src/math/evaluate/analysis/units";

const value = (quantity: Quantity): number =>
  Number(quantity.numerator) / Number(quantity.denominator);

function known(quantity: Quantity | undefined): Quantity {
  assert.ok(quantity);
  return quantity;
}

describe("units and constants", () => {
  const units: readonly (readonly [string, number, string])[] = [
    ["meV", 1.602176634e-22, "J"],
    ["GeV", 1.602176634e-10, "kg m^2/s^2"],
    ["cm^-1", 100, "m^-1"],
    ["fm", 1e-15, "m"],
    ["barn", 1e-28, "m^2"],
    ["gauss", 1e-4, "T"],
    ["Ry", 2.1798723611035e-18, "eV"],
    ["GHz", 1e9, "s^-1"],
  ];
  for (const [unit, factor, like] of units)
    it(`1 ${unit} = ${factor} in SI, of the dimension of ${like}`, () => {
      const found = known(unitQuantity(unit));
      assert.ok(Math.abs(value(found) / factor - 1) < 1e-14);
      assert.ok(sameDimension(found, known(unitQuantity(like))));
    });

  it("lengths and times have different dimensions", () => {
    assert.ok(!sameDimension(known(unitQuantity("m")), known(unitQuantity("s"))));
  });

  it("unknown units and scales with an offset are not guessed", () => {
    assert.equal(unitQuantity("frobs"), undefined);
    assert.equal(unitQuantity("degC"), undefined);
    assert.equal(physicalConstant("q_0"), undefined);
  });

  it("every name listed has a value and a sensible number of digits", () => {
    for (const name of constantNames) {
      const quantity = known(physicalConstant(name));
      assert.ok(value(quantity) > 0 && quantity.digits >= 4, name);
    }
  });

  it("α = e²/4πε₀ħc", () => {
    const at = (name: string) => value(known(physicalConstant(name)));
    const α = at("e") ** 2 / (4 * Math.PI * at("ε_0") * at("ħ") * at("c"));
    assert.ok(Math.abs(α / at("α") - 1) < 1e-9);
  });

  it("a₀ = 4πε₀ħ²/m_e e² and E_h = e²/4πε₀a₀", () => {
    const at = (name: string) => value(known(physicalConstant(name)));
    const radius = (4 * Math.PI * at("ε_0") * at("ħ") ** 2) / (at("m_e") * at("e") ** 2);
    assert.ok(Math.abs(radius / at("a_0") - 1) < 1e-9);
    const energy = at("e") ** 2 / (4 * Math.PI * at("ε_0") * at("a_0"));
    assert.ok(Math.abs(energy / at("E_h") - 1) < 1e-9);
  });

  it("h = 2πħ and R = N_A k_B", () => {
    const at = (name: string) => value(known(physicalConstant(name)));
    assert.ok(Math.abs(at("h") / (2 * Math.PI * at("ħ")) - 1) < 1e-14);
    assert.ok(Math.abs(at("R") / (at("N_A") * at("k_B")) - 1) < 1e-14);
  });
});
