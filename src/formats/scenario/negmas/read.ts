import { assembled, stemOf } from '../assembled.ts';
import { start, type Findings } from '../findings.ts';
import type { ReadProfile } from '../profile.ts';
import type { Read, ReadScenario, Reading } from '../read-scenario.ts';
import { readYamlFile } from '../yaml-file.ts';
import { domainIn } from './domain.ts';
import { profileIn } from './profile.ts';

/** A NegMAS file in YAML or JSON: the outcome space, or one party's utility function. */
export interface NegmasText {
  readonly text: string;
  readonly part: 'domain' | 'profile';
  readonly findings: Findings;
}

/** A scenario as NegMAS writes it: one file with the issues, and one for each party's utility function; YAML or JSON. */
export function readNegmas(texts: readonly NegmasText[], reading: Reading): Read<ReadScenario> {
  const [domain, second] = texts.filter(({ part }) => part === 'domain');
  const [first] = texts;
  if (domain !== undefined && second !== undefined)
    second.findings.fault(start, `This is a second domain beside ${domain.findings.file}; a scenario has one.`);
  if (domain === undefined) first?.findings.fault(start, 'There is no file with the issues beside this one.');
  const yaml = domain === undefined ? null : readYamlFile(domain.text, domain.findings);
  const outcomes = yaml === null ? null : domainIn(yaml);
  const profiles: ReadProfile[] = [];
  if (outcomes !== null)
    for (const { text, findings } of texts.filter(({ part }) => part === 'profile')) {
      const file = readYamlFile(text, findings);
      const profile = file === null ? null : profileIn(file, outcomes.issues);
      if (profile !== null) profiles.push(profile);
    }
  return assembled({
    format: 'negmas',
    name: stemOf(domain?.findings.file ?? ''),
    issues: outcomes?.issues ?? [],
    profiles,
    findings: texts.map(({ findings }) => findings),
    reading,
    weightsSumTo: 1,
  });
}
