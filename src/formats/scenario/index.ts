export { underCeilings } from './ceilings.ts';
export { readFile, readFolder } from './folder.ts';
export { faultInWords } from './findings.ts';
export { mostBytes } from './text-of.ts';
export { scenarioJsonSchema } from './parley/schema.ts';
export type {
  FileFault,
  NamedFile,
  Note as ReadingNote,
  Read,
  ReadDivision,
  Reading,
  ReadScenario,
  ScenarioFormat,
} from './read-scenario.ts';
export { writeGenius } from './genius/write.ts';
export { writeGeniusweb } from './geniusweb/write.ts';
export { writeNegmas } from './negmas/write.ts';
export type { ToWrite, Written, WrittenFile } from './written/written.ts';
