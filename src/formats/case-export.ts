import { stringify } from 'yaml';
import { openingOf, type CaseFile } from '../domain/index.ts';

/**
 * A viewer's case file as YAML to read and keep: each entry with its time, author, audience and what it says, oldest first. It holds
 * what this viewer may know and nothing else, so it is not a case that can be loaded again.
 */
export function caseFileToYaml(file: CaseFile): string {
  const head = [
    'What one viewer may know of a case in Parley, entry by entry, oldest first.',
    'It is no case file to load again: what the viewer may not know is not here.',
  ];
  return `${head.map((sentence) => `# ${sentence}\n`).join('')}${stringify(exported(file), { lineWidth: 110, blockQuote: 'literal', aliasDuplicateObjects: false })}`;
}

/** A viewer's case file as JSON: the same as in YAML, for other programs. */
export const caseFileToJson = (file: CaseFile): string => `${JSON.stringify(exported(file), null, 2)}\n`;

function exported(file: CaseFile) {
  const opening = openingOf(file);
  return {
    case: {
      id: file.case,
      name: opening?.name ?? null,
      provenance: opening?.provenance ?? null,
      'time-zone': opening?.timeZone ?? null,
    },
    seats: [...file.seats],
    entries: file.entries.map(({ id, at, by, audience, supersedes, fact }) => ({
      id,
      at,
      by: { name: by.name, as: by.as },
      audience: [...audience],
      ...(supersedes === null ? {} : { supersedes }),
      ...fact,
    })),
  };
}
