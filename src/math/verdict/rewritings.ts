/** What is put into a claim before it is judged: what its names stand for, what was left out, what can be worked out. */

import type { Claim } from "../expr/claim";
import { withActingFactors } from "./actingFactors";
import { withAddedOperators } from "./addedOperators";
import { withBarVariables } from "./barVariables";
import { withPosition } from "./besideMomentum";
import { withBoundaries, withDirectedSurfaces } from "./boundaries";
import { withChangedCoordinates } from "./changedCoordinates";
import { withCoherentStates } from "./coherentStates";
import { withColumns } from "./columns";
import { withConjugatedTensors } from "./conjugatedTensors";
import { withConjugatesAdded } from "./conjugatesAdded";
import { withCoefficients } from "./coupling";
import { withCouplings } from "./couplings";
import { withCovariantAction } from "./covariantAction";
import { withCrossedSpins } from "./crossedSpins";
import { withCutRanges } from "./cutRanges";
import { withDefinedPrimes } from "./definedPrimes";
import { withDefinedProperties, withDeterminants } from "./definedProperties";
import { withArguments } from "./droppedArguments";
import { withEigenvalues } from "./eigenvalues";
import { withEquationsOfState } from "./equationsOfState";
import { withEvenAndOdd } from "./evenAndOdd";
import { withNamesOfFactorials } from "./factorials";
import { withFactorsCalled } from "./factorsCalled";
import { withPrescription } from "./feynmanPrescription";
import { withFoldedBodies } from "./foldedBodies";
import { withFormComponents } from "./formComponents";
import { withFunctionalDerivatives } from "./functionalDerivatives";
import { withFunctionsOfPlace } from "./functionsOfPlace";
import { withGaussianIntegrals } from "./gaussianIntegrals";
import { withGivenComponents } from "./givenComponents";
import { withGivenQuantities } from "./givenQuantities";
import { withGradedSeries } from "./gradedSeries";
import { withGrassmannDerivatives } from "./grassmannDerivatives";
import { withHarmonicStates } from "./harmonicStates";
import { withHeldVariables } from "./heldVariables";
import { withIntegralsGiven } from "./integralsGiven";
import { withKineticMomentum } from "./kineticMomentum";
import { withKinksWrittenOut } from "./kinks";
import { withLadderGiven } from "./ladderGiven";
import { withLadderStates } from "./ladderStates";
import { withLagrangianGiven } from "./lagrangianGiven";
import { withLastingRelations } from "./lastingRelations";
import { withLieDerivatives } from "./lieDerivatives";
import { withMaterialDerivatives } from "./materialDerivatives";
import { withMatrixElements } from "./matrixElements";
import { withMatsubaraSums } from "./matsubara";
import { withMeansInTime } from "./meansInTime";
import { withMeasuredDimension } from "./measuredDimension";
import { withMetricEntries } from "./metricEntries";
import { withMomentaInSpace } from "./momentaInSpace";
import { withMomentumPi } from "./momentumPi";
import { withMovingStates } from "./movingStates";
import { withNearFour } from "./nearFour";
import { withNormsGiven } from "./norms";
import { withNumberedAlgebra } from "./numberedAlgebra";
import { withOneField } from "./oneField";
import { withOperatorVectors } from "./operatorVectors";
import type { JudgeOptions } from "./options";
import { withOrbits } from "./orbital";
import { withOrthonormalStates } from "./orthonormalStates";
import { withOwnSpins } from "./ownSpins";
import { withPairNames } from "./pairNames";
import { withPartialDerivatives } from "./partialDerivatives";
import { withPlace } from "./place";
import { withPlainCalls } from "./plainCalls";
import { withPlainMeasures } from "./plainMeasures";
import { withPlane } from "./planar";
import { withPlaneWaves } from "./planeWaves";
import { withPolarisationSums } from "./polarisationSums";
import { withPositiveSquares } from "./positiveSquares";
import { withPrimedNames } from "./primedNames";
import { withRadialMeasures } from "./radialMeasures";
import { withResponses } from "./response";
import { withSaidArguments } from "./saidArguments";
import { withSeparatedIntegrals } from "./separatedIntegrals";
import { withShifts } from "./shifts";
import { withSignedNames } from "./signedNames";
import { withSimplerFacts } from "./simplerFacts";
import { withSlopesByNames } from "./slopesByFunctions";
import { withSpinHalves } from "./spinHalves";
import { withSpinOfPauli } from "./spinOfPauli";
import { withSquaresOfTensors } from "./squaresOfTensors";
import { withComplexNames } from "./starred";
import { withStartingValues } from "./startingValues";
import { withStatedUnits } from "./statedUnits";
import { withSummedIndices } from "./summedIndices";
import { withScalarIntegrals } from "./tensorIntegrals";
import { withTensorSpaces } from "./tensorSpaces";
import { withDifferentials } from "./thermalDifferentials";
import { withTimeComponents } from "./timeComponents";
import { withTraceReversed } from "./traceReversed";
import { withTraces } from "./traces";
import { withTrialSolutions } from "./trialSolutions";
import { withUnitaryEntries } from "./unitaryEntries";
import { withUnitVectors } from "./unitVectors";
import { withVariations } from "./variations";
import { withVectorLengths } from "./vectorLengths";
import type { Written } from "./written";
import { withWrittenDeterminants } from "./writtenDeterminants";

export type Rewriting = (claim: Claim, options: JudgeOptions) => Claim | Written;

/** The claim after one rewriting upon the other, in order, with the premises they put to use. */
export function rewrite(
  claim: Claim,
  rewritings: readonly Rewriting[],
  options: JudgeOptions,
): Written {
  return rewritings.reduce<Written>(
    (so, rewriting) => {
      const next = rewriting(so.claim, options);
      if (next === so.claim) return so;
      return "used" in next
        ? {
            claim: next.claim,
            used: [...so.used, ...next.used],
            names: new Map([...(so.names ?? []), ...(next.names ?? [])]),
          }
        : { ...so, claim: next };
    },
    { claim, used: [] },
  );
}

/** What the text names by sums, series and values it gives. */
export const named: readonly Rewriting[] = [
  withColumns,
  withAddedOperators,
  withMetricEntries,
  withConjugatedTensors,
  withConjugatesAdded,
  withKinksWrittenOut,
  withActingFactors,
  withMomentumPi,
  withDeterminants,
  withStartingValues,
  withFunctionsOfPlace,
  withSquaresOfTensors,
  withTraceReversed,
  withTraces,
  withCouplings,
  withFactorsCalled,
  withKineticMomentum,
  withOperatorVectors,
  withDefinedPrimes,
  withVariations,
  withNumberedAlgebra,
  withCovariantAction,
  withUnitaryEntries,
  withPrimedNames,
  withOrthonormalStates,
  withLadderGiven,
  withMatsubaraSums,
  withCoherentStates,
  withGivenQuantities,
];

/** The notations that say more than they write. */
export const spelled: readonly Rewriting[] = [
  withOneField,
  withFormComponents,
  withMaterialDerivatives,
  withLieDerivatives,
  withShifts,
  withDirectedSurfaces,
  withTensorSpaces,
  withMeasuredDimension,
  withSpinOfPauli,
  withGrassmannDerivatives,
  withSlopesByNames,
];

/** What the names stand for, and what was left out put back. */
export const completed: readonly Rewriting[] = [
  withSaidArguments,
  withEvenAndOdd,
  withNearFour,
  withSummedIndices,
  withNormsGiven,
  withMovingStates,
  withMeansInTime,
  withSimplerFacts,
  withFoldedBodies,
  withTrialSolutions,
  withPositiveSquares,
  withDefinedProperties,
  withWrittenDeterminants,
  withEigenvalues,
  withLagrangianGiven,
  withDifferentials,
  withSpinHalves,
  withVectorLengths,
  withChangedCoordinates,
  withNamesOfFactorials,
  withPolarisationSums,
  withTimeComponents,
  withGradedSeries,
  withLadderStates,
  withPrescription,
  withEquationsOfState,
  withCrossedSpins,
  withMomentaInSpace,
  withPosition,
  (claim, { catalogue }) => withOrbits(claim, catalogue !== undefined),
  withGivenComponents,
  withPairNames,
  withPlainCalls,
  withArguments,
  withLastingRelations,
  withSignedNames,
  withOwnSpins,
  withComplexNames,
  withStatedUnits,
  withPlace,
];

/** What is worked out by rules before anything is sampled. */
export const workedOut: readonly Rewriting[] = [
  withFunctionalDerivatives,
  withResponses,
  withScalarIntegrals,
  withCutRanges,
  withIntegralsGiven,
  withGaussianIntegrals,
  withRadialMeasures,
  withSeparatedIntegrals,
  withPlainMeasures,
  withPlane,
  withPlaneWaves,
  withBoundaries,
  withBarVariables,
  withPartialDerivatives,
  withHeldVariables,
  withCoefficients,
  withMatrixElements,
  withHarmonicStates,
  withUnitVectors,
];
