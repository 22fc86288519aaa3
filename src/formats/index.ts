export { parseCaseYaml, type ReadCase } from './case-yaml/parse.ts';
export { caseJsonSchema } from './case-yaml/schema.ts';
export { playCaseYaml } from './case-yaml/play.ts';
export { writtenIn } from './case-yaml/time.ts';
export { caseFileToJson, caseFileToYaml } from './case-export.ts';
export { didYouMean } from './nearest-word.ts';
export type { Fault } from './yaml/document.ts';
export * from './scenario/index.ts';
