/** The parts of mathjs that know units and constants, with the electronvolt of the present SI. */
import {
  atomicMassDependencies,
  avogadroDependencies,
  bohrMagnetonDependencies,
  bohrRadiusDependencies,
  boltzmannDependencies,
  classicalElectronRadiusDependencies,
  coulombDependencies,
  create,
  createUnitDependencies,
  electricConstantDependencies,
  electronMassDependencies,
  elementaryChargeDependencies,
  type FactoryFunctionMap,
  faradayDependencies,
  fineStructureDependencies,
  gasConstantDependencies,
  gravitationConstantDependencies,
  gravityDependencies,
  hartreeEnergyDependencies,
  magneticConstantDependencies,
  magneticFluxQuantumDependencies,
  neutronMassDependencies,
  nuclearMagnetonDependencies,
  planckConstantDependencies,
  planckLengthDependencies,
  planckMassDependencies,
  planckTimeDependencies,
  protonMassDependencies,
  reducedPlanckConstantDependencies,
  rydbergDependencies,
  speedOfLightDependencies,
  stefanBoltzmannDependencies,
  thomsonCrossSectionDependencies,
  unitDependencies,
  vacuumImpedanceDependencies,
} from "mathjs";

export interface MeasuredUnit {
  readonly value: number;
  readonly dimensions: readonly number[];
}

type Library = Readonly<Record<string, MeasuredUnit | number | undefined>> & {
  unit(value: number, unit: string): MeasuredUnit;
  createUnit(units: Record<string, unknown>, options: { override: boolean }): unknown;
};

const parts = {
  atomicMassDependencies,
  avogadroDependencies,
  bohrMagnetonDependencies,
  bohrRadiusDependencies,
  boltzmannDependencies,
  classicalElectronRadiusDependencies,
  coulombDependencies,
  createUnitDependencies,
  electricConstantDependencies,
  electronMassDependencies,
  elementaryChargeDependencies,
  faradayDependencies,
  fineStructureDependencies,
  gasConstantDependencies,
  gravitationConstantDependencies,
  gravityDependencies,
  hartreeEnergyDependencies,
  magneticConstantDependencies,
  magneticFluxQuantumDependencies,
  neutronMassDependencies,
  nuclearMagnetonDependencies,
  planckConstantDependencies,
  planckLengthDependencies,
  planckMassDependencies,
  planckTimeDependencies,
  protonMassDependencies,
  reducedPlanckConstantDependencies,
  rydbergDependencies,
  speedOfLightDependencies,
  stefanBoltzmannDependencies,
  thomsonCrossSectionDependencies,
  unitDependencies,
  vacuumImpedanceDependencies,
};

export const library = create(parts as unknown as FactoryFunctionMap, {}) as unknown as Library;

/** The electronvolt of the present SI, and units that physicists use beside it. */
library.createUnit(
  {
    eV: { definition: "1.602176634e-19 J", prefixes: "short" },
    barn: { definition: "1e-28 m^2", prefixes: "long" },
    gauss: { definition: "1e-4 T", prefixes: "long" },
    Ry: { definition: "2.1798723611035e-18 J", prefixes: "short" },
    Ha: { definition: "4.3597447222071e-18 J", prefixes: "none" },
    Da: { definition: "1.6605390666e-27 kg", prefixes: "short" },
    parsec: { definition: "3.0856775814913673e16 m", prefixes: "long", aliases: ["pc"] },
    ly: { definition: "9460730472580800 m", prefixes: "none" },
    au: { definition: "149597870700 m", prefixes: "none" },
  },
  { override: true },
);
