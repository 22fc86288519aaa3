export { parseCaseYaml, type ReadCase } from './case-yaml/parse.ts';
export { caseJsonSchema } from './case-yaml/schema.ts';
export { playCaseYaml } from './case-yaml/play.ts';
export { caseFileToJson, caseFileToYaml } from './case-export.ts';
export type { Fault } from './yaml/document.ts';
export * from './scenario/index.ts';
