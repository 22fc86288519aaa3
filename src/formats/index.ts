export { parseCaseYaml, type ReadCase } from './case-yaml.ts';
export { caseJsonSchema } from './case-yaml-schema.ts';
export { playCaseYaml } from './case-yaml-play.ts';
export { caseFileToJson, caseFileToYaml } from './case-export.ts';
export type { Fault } from './yaml-document.ts';
