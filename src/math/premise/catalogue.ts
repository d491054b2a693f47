/** The tacit premises that are tried where a claim differs, in the order in which they are likely. */
import type { PremiseEntry } from "../verdict/premiseEntry";
import { stationary, totalDerivative, wardIdentity } from "./fields";
import {
  massFromMomentum,
  massless,
  momentumConservation,
  onShell,
  transversality,
} from "./kinematics";
import { fourDimensions, leadingOrder, smallAngle } from "./limits";
import { commuting, complete, hermitian, normalised, normalOrdering, unitary } from "./operators";
import { naturalUnits, positiveParameters, realParameters } from "./parameters";
import { antisymmetricTensor, symmetricTensor, traceless } from "./tensors";

export const catalogue: readonly PremiseEntry[] = [
  massFromMomentum,
  onShell,
  momentumConservation,
  transversality,
  fourDimensions,
  positiveParameters,
  realParameters,
  naturalUnits,
  hermitian,
  unitary,
  commuting,
  normalised,
  complete,
  symmetricTensor,
  antisymmetricTensor,
  traceless,
  massless,
  smallAngle,
  leadingOrder,
  stationary,
  totalDerivative,
  wardIdentity,
  normalOrdering,
];
