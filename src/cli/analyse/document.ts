import type { ReadScenario } from '../../formats/index.ts';
import type { AnalyseDocument } from '../documents/documents.ts';
import { noteEntries } from '../notes.ts';
import type { Analysis, Choice } from './analysis.ts';

/** An analysis as the JSON that docs/analyse.md describes. */
export function documentOf(analysis: Analysis, read: ReadScenario): AnalyseDocument {
  const { parties, outcomes, grid, frontier, solutions, zone } = analysis;
  return {
    name: read.name,
    format: read.format,
    outcomes: String(outcomes),
    parties: parties.map(({ name }) => name),
    profiles: parties.map(({ name, provenance, reservation, disagreement, least, most }) => ({
      party: name,
      provenance,
      reservation,
      disagreement,
      least,
      most,
    })),
    grid,
    frontier: { points: frontier.points.map((point) => [...point]), exact: frontier.exact, within: frontier.within },
    solutions: Object.fromEntries(
      solutions.map(({ name, chosen }) => [name, chosen.map(asEntry)]),
    ) as AnalyseDocument['solutions'],
    agreementZone: {
      kind: zone.kind,
      proved: zone.proved,
      packages: zone.size?.packages == null ? null : String(zone.size.packages),
      of: zone.size === null ? null : String(zone.size.of),
      share: zone.size?.share ?? null,
      interval: zone.size?.interval ?? null,
      certificate: zone.certificate === null ? null : [...zone.certificate],
      leastSacrifice:
        zone.leastSacrifice === null
          ? null
          : {
              ...asEntry(zone.leastSacrifice),
              short: [...zone.leastSacrifice.short],
              proved: zone.leastSacrifice.proved,
            },
    },
    explanations: {
      frontier: frontier.sentence,
      agreementZone: [...zone.sentences],
      solutions: Object.fromEntries(
        solutions.map(({ name, method, proved, sentence }) => [name, { ...method, proved, sentence }]),
      ) as AnalyseDocument['explanations']['solutions'],
    },
    notes: noteEntries(read, analysis.notes),
  };
}

/** A package as JSON has it. */
export const asEntry = ({ utilities, package: pack }: Choice) => ({
  utilities: [...utilities],
  package: Object.fromEntries(pack.map(({ issue, answer }) => [issue, answer])),
});
