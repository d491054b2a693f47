/** All laws, those that shorten first. */
import { cancelInverse, inverseOfProduct, ofProduct } from "./adjoint";
import { collect, common } from "./collect";
import {
  angularMomentum,
  commutatorOfProduct,
  knownCommutator,
  normalOrder,
  swapBracket,
  writeOutCommutator,
} from "./commutators";
import { contractEpsilon, contractMetric, contractVectors } from "./contract";
import { constantFactor, productRule } from "./derivatives";
import { chainRule, dalembertian } from "./differentiate";
import {
  anticommute,
  contractAcross,
  contractAcrossSum,
  contractAdjacent,
  gammaFive,
  slashed,
} from "./dirac";
import {
  evaluateTrace,
  oddTrace,
  projectors,
  sigmaTensor,
  splitTrace,
  turnTrace,
} from "./diracTrace";
import { distribute, linear, sign } from "./expand";
import { cancel, commonDenominator } from "./fractions";
import { constantOut, fundamentalTheorem, halfAngle, putInEnds } from "./integrals";
import type { Law } from "./law";
import { addExponents, exponentialBelow, exponentials, exponentOfPower, logarithm } from "./powers";
import { constraint, eliminations, onShell, substitute } from "./premises";
import { geometric, linearSeries } from "./series";
import { commutatorOfGenerators, pauliProduct, traceOfGenerators } from "./spin";
import { daggerOfKet, ladder, orthonormal, selection } from "./states";
import { addition, doubleAngle, pythagoras, quotients } from "./trigonometry";
import { dotOfCross, doubleCross, tripleProduct } from "./vectors";

export const laws: readonly Law[] = [
  collect,
  cancel,
  sign,
  substitute,
  contractMetric,
  contractAdjacent,
  contractAcross,
  contractAcrossSum,
  contractVectors,
  contractEpsilon,
  slashed,
  dalembertian,
  oddTrace,
  orthonormal,
  selection,
  daggerOfKet,
  cancelInverse,
  exponentOfPower,
  onShell,
  constraint,
  ...eliminations,
  knownCommutator,
  angularMomentum,
  commutatorOfGenerators,
  swapBracket,
  ofProduct,
  inverseOfProduct,
  projectors,
  distribute,
  linear,
  splitTrace,
  linearSeries,
  constantOut,
  turnTrace,
  evaluateTrace,
  traceOfGenerators,
  pauliProduct,
  commutatorOfProduct,
  ladder,
  normalOrder,
  doubleCross,
  dotOfCross,
  tripleProduct,
  geometric,
  fundamentalTheorem,
  putInEnds,
  halfAngle,
  constantFactor,
  productRule,
  chainRule,
  addExponents,
  exponentialBelow,
  logarithm,
  quotients,
  doubleAngle,
  addition,
  pythagoras,
  exponentials,
  sigmaTensor,
  gammaFive,
  anticommute,
  writeOutCommutator,
  commonDenominator,
  common,
];
