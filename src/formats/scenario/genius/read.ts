import type { Issue } from '../../../analysis/index.ts';
import { assembled, stemOf } from '../assembled.ts';
import { start, type Findings } from '../findings.ts';
import type { ReadProfile } from '../profile.ts';
import type { Read, ReadScenario, Reading } from '../read-scenario.ts';
import { readXml, type XmlElement } from '../xml/document.ts';
import { issuesIn, objectiveOf } from './issue.ts';
import { profileIn } from './profile.ts';

/** A GENIUS file that was recognised as one, and its text. */
export interface GeniusText {
  readonly text: string;
  readonly findings: Findings;
}

/**
 * A scenario in GENIUS XML: a domain (`negotiation_template`) and a utility profile (`utility_space`) for each party. Without a domain
 * the issues are those of the first profile.
 */
export function readGenius(texts: readonly GeniusText[], reading: Reading): Read<ReadScenario> {
  const roots = texts.flatMap(({ text, findings }) => {
    const root = readXml(text, findings);
    return root === null ? [] : [{ root, findings }];
  });
  const domains = roots.filter(({ root }) => isDomain(root));
  const [domain, second] = domains;
  if (domain !== undefined && second !== undefined)
    second.findings.fault(start, `This is a second domain beside ${domain.findings.file}; a scenario has one.`);
  const source = domain ?? roots[0];
  const issues = source === undefined ? [] : issuesOf(source.root, source.findings);
  const profiles: ReadProfile[] = [];
  if (source?.findings.faults.length === 0)
    for (const { root, findings } of roots.filter((file) => !domains.includes(file))) {
      const profile = profileIn(root, issues, reading.genius, findings);
      if (profile !== null) profiles.push(profile);
    }
  return assembled({
    format: 'genius-xml',
    name: stemOf(source?.findings.file ?? ''),
    issues,
    profiles,
    findings: texts.map(({ findings }) => findings),
    reading,
    weightsSumTo: 1,
  });
}

/** A domain is a template, or a utility space that values nothing. */
const isDomain = (root: XmlElement): boolean => root.name === 'negotiation_template' || !valuesAnything(root);

const valuesAnything = ({ name, attributes, children }: XmlElement): boolean =>
  ['weight', 'evaluator'].includes(name) || attributes.has('evaluation') || children.some(valuesAnything);

function issuesOf(root: XmlElement, findings: Findings): readonly Issue[] {
  const found = objectiveOf(root, findings);
  return found === null ? [] : issuesIn(found.objective, findings).map(({ issue }) => issue);
}
