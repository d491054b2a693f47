/** The tacit premises that are tried where a claim differs, in the order in which they are likely. */
import type { PremiseEntry } from "../verdict/premiseEntry";
import { boundaryOf } from "./boundaryOf";
import { complete } from "./completeness";
import { decayConservation, mandelstamSum, momentumConservation } from "./conservation";
import { constantNames } from "./constants";
import { equalTime } from "./equalTime";
import { evenKernel } from "./evenKernel";
import { fewDimensions } from "./fewDimensions";
import { stationary, totalDerivative, wardIdentity } from "./fields";
import { cmFrame } from "./frames";
import { anticommuting } from "./grassmann";
import {
  oddIntegrand,
  relabelIntegration,
  sumToIntegral,
  symmetricIntegration,
  vanishingBoundary,
} from "./integrals";
import { energyShell, massFromMomentum, massless, onShell } from "./kinematics";
import { fourDimensions, leadingOrder, smallAngle } from "./limits";
import { modeNormalisation } from "./modes";
import { divergenceFree, equationOfMotion, gaugeCondition } from "./motion";
import { normalised } from "./normalised";
import { commuting, hermitian, normalOrdering, unitary } from "./operators";
import { orthonormalStates } from "./orthonormal";
import { naturalUnits, positiveParameters, realParameters } from "./parameters";
import { polarisationNorm, polarisationSum, transversality } from "./polarisations";
import { antiderivative, wholeLine, wholeNumbers } from "./ranges";
import { sandwiches } from "./sandwiches";
import { sourceInside } from "./sourceInside";
import { statesOfGas } from "./statesOfGas";
import { antisymmetricTensor, symmetricTensor, traceless } from "./tensors";
import { firstLaw } from "./thermal";
import { usualDefinition } from "./usualDefinitions";
import { positionRepresentation } from "./wavefunctions";
import { orthonormalWaves, waveNorms } from "./waveNorms";

export const catalogue: readonly PremiseEntry[] = [
  massFromMomentum,
  onShell,
  energyShell,
  momentumConservation,
  decayConservation,
  mandelstamSum,
  transversality,
  polarisationNorm,
  polarisationSum,
  equationOfMotion,
  equalTime,
  modeNormalisation,
  divergenceFree,
  gaugeCondition,
  fourDimensions,
  fewDimensions,
  positiveParameters,
  realParameters,
  naturalUnits,
  hermitian,
  unitary,
  commuting,
  orthonormalStates,
  normalised,
  waveNorms,
  orthonormalWaves,
  positionRepresentation,
  sandwiches,
  complete,
  symmetricTensor,
  antisymmetricTensor,
  traceless,
  boundaryOf,
  sourceInside,
  evenKernel,
  vanishingBoundary,
  oddIntegrand,
  relabelIntegration,
  symmetricIntegration,
  sumToIntegral,
  wholeLine,
  wholeNumbers,
  antiderivative,
  cmFrame,
  firstLaw,
  statesOfGas,
  massless,
  smallAngle,
  leadingOrder,
  constantNames,
  stationary,
  totalDerivative,
  wardIdentity,
  normalOrdering,
  anticommuting,
  usualDefinition,
];
