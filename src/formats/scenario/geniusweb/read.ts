import { assembled, stemOf } from '../assembled.ts';
import { start, type Findings } from '../findings.ts';
import type { ReadProfile } from '../profile.ts';
import type { Read, ReadScenario, Reading } from '../read-scenario.ts';
import { readYamlFile, shaped } from '../yaml-file.ts';
import { domainShape, issuesOf } from './domain.ts';
import { profileIn, spaceIn } from './profile.ts';

/** A GeniusWeb file: a domain, or one party's profile, which holds the domain too. */
export interface GeniuswebText {
  readonly text: string;
  readonly part: 'domain' | 'profile';
  readonly findings: Findings;
}

/** A scenario in GeniusWeb JSON: a linear additive profile for each party, and a domain of its own or that of the first profile. */
export function readGeniusweb(texts: readonly GeniuswebText[], reading: Reading): Read<ReadScenario> {
  const [domain, second] = texts.filter(({ part }) => part === 'domain');
  if (domain !== undefined && second !== undefined)
    second.findings.fault(start, `This is a second domain beside ${domain.findings.file}; a scenario has one.`);
  const spaces = texts
    .filter(({ part }) => part === 'profile')
    .flatMap(({ text, findings }) => {
      const file = readYamlFile(text, findings);
      const space = file === null ? null : spaceIn(file);
      return space === null ? [] : [space];
    });
  const issues = (domain === undefined ? spaces[0]?.issues : issuesIn(domain)) ?? [];
  const profiles = spaces.flatMap((space): readonly ReadProfile[] => {
    const profile = issues.length === 0 && space.issues.length > 0 ? null : profileIn(space, issues);
    return profile === null ? [] : [profile];
  });
  return assembled({
    format: 'geniusweb-json',
    name: spaces[0]?.space.domain.name ?? stemOf(domain?.findings.file ?? ''),
    issues,
    profiles,
    findings: texts.map(({ findings }) => findings),
    reading,
    weightsSumTo: 1,
  });
}

function issuesIn({ text, findings }: GeniuswebText) {
  const file = readYamlFile(text, findings);
  const read = file === null ? null : shaped(domainShape, file);
  return file === null || read === null ? null : issuesOf(read, [], file);
}
