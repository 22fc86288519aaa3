import { answerInWords, entriesOf, issueWithKey, type CaseFile, type Preferences } from '../../domain/index.ts';

/** What in a side's points does not go together, or would mislead, in sentences; nothing is mended silently. */
export function consistency(file: CaseFile, { issues, party }: Preferences): readonly string[] {
  const remarks: string[] = [];
  for (const { issue: key, weight, worth } of issues) {
    const issue = issueWithKey(file, key);
    const name = issue?.name ?? key;
    const values = worth.kind === 'options' ? Object.values(worth.values) : worth.points.map(({ value }) => value);
    if (weight > 0 && Math.max(...values) === Math.min(...values))
      remarks.push(`${name} has weight ${weight}, but every answer to it has the same points: it changes nothing.`);
    else if (Math.max(...values) !== 100 || Math.min(...values) !== 0)
      remarks.push(
        `On ${name} the points run from ${Math.min(...values)} to ${Math.max(...values)}, not from 0 to 100: its weight counts for less than it says.`,
      );
    if (issue !== null && worth.kind === 'options') {
      const gone = Object.keys(worth.values).filter(
        (option) => issue.scale.kind !== 'options' || !issue.scale.options.some(({ key: known }) => known === option),
      );
      if (gone.length > 0)
        remarks.push(`On ${name} an option has changed since these points were given. Give the points again.`);
    }
    const position = entriesOf(file, 'position').findLast(
      ({ fact }) => fact.party === party && fact.issue === key && fact.stance === 'position' && fact.answer !== null,
    )?.fact.answer;
    if (issue !== null && position != null && worth.kind === 'options') {
      const best = Object.entries(worth.values).find(([, value]) => value === Math.max(...values));
      if (best !== undefined && best[0] !== position && (worth.values[String(position)] ?? 0) < (best[1] ?? 0))
        remarks.push(
          `On ${name} the side’s position is ${answerInWords(issue, position)}, and most points are on ${answerInWords(issue, best[0])}.`,
        );
    }
  }
  const missing = entriesOf(file, 'issue').filter(
    ({ fact }) => !issues.some(({ issue }) => issue === fact.key) && issueWithKey(file, fact.key) !== null,
  );
  if (missing.length > 0)
    remarks.push(
      `No points are given on ${missing.map(({ fact }) => fact.name).join(', ')}: it counts as worth nothing.`,
    );
  return [...new Set(remarks)];
}
