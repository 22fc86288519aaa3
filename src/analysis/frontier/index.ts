export {
  efficientOften,
  packageOf,
  type EfficientCounts,
  type NotCounted,
  type Weightings,
} from './efficient-often.ts';
export { frontierMethod, frontierOf, frontierSentence, type FrontierOptions, type MergedFrontier } from './frontier.ts';
export { sliderOf, type NotAlone, type Slider, type SliderStart } from './slider.ts';
export type { Entangled } from './steps.ts';
