import type { Method } from '../../analysis/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import { asEntry } from '../analyse/document.ts';
import type { Answer, Party } from '../analyse/analysis.ts';
import type { ExamineDocument, SuggestDocument } from '../documents/documents.ts';
import { noteEntries } from '../notes.ts';
import type { Examined } from './examined.ts';
import type { Robustly } from './found.ts';
import { robustlyMethods } from './robustly.ts';
import { suggestMethods, type Suggested } from './suggested.ts';

/** Suggested packages as the JSON that docs/analyse.md describes. */
export const suggestDocument = (
  found: Suggested,
  robustly: readonly Robustly[],
  read: ReadScenario,
): SuggestDocument => ({
  ...headOf(found, read),
  suggestions: found.suggestions.map((one, s) => ({
    ...asEntry(one),
    reasons: one.reasons.map(({ name, sentence }) => ({ name, sentence })),
    apart: [...one.apart],
    accounts: one.accounts.map(({ sentence }) => sentence),
    robustness: robustnessOf(robustly[s] ?? null),
  })),
  potential: found.potential,
  trades: found.trades.map(({ issues: [one, other], difference, sentence }) => ({
    issues: [one, other],
    difference,
    sentence,
  })),
  methods: methodsOf([...suggestMethods, ...robustlyMethods]),
  notes: noteEntries(read, found.notes),
});

/** One package as the JSON that docs/analyse.md describes. */
export function examineDocument(found: Examined, robustly: Robustly, read: ReadScenario): ExamineDocument {
  const { parties, efficient, improvements, exact, acceptance, sensitivity, sections } = found;
  const issues = found.package.map(({ issue }) => issue);
  const named = (party: number): string => parties[party]?.name ?? '';
  return {
    ...headOf(found, read),
    ...asEntry(found),
    efficient,
    improvements: improvements.map(asEntry),
    exact,
    acceptance: acceptance.map(({ party, standing }) => ({
      party: named(party),
      accepts: standing.kind === 'no reservation known' ? null : standing.kind === 'accepts',
      short: standing.kind === 'short' ? standing.by : 0,
      weights:
        standing.kind === 'short' && standing.weights !== null
          ? Object.fromEntries(issues.map((issue, i) => [issue, standing.weights?.weights[i] ?? 0]))
          : null,
    })),
    sensitivity:
      sensitivity?.map(({ party, issue, present, stays }) => ({
        party: named(party),
        issue: issues[issue] ?? '',
        share: present,
        stays: { from: stays.from, to: stays.to },
      })) ?? null,
    robustness: robustnessOf(robustly),
    sections: sections.map(({ heading, sentences }) => ({ heading, sentences: [...sentences] })),
    methods: methodsOf([...sections.flatMap(({ methods }) => methods), ...robustlyMethods]),
    notes: noteEntries(read, found.notes),
  };
}

const headOf = (
  { parties, offers }: { readonly parties: readonly Party[]; readonly offers: readonly (readonly Answer[])[] },
  { name }: ReadScenario,
) => ({
  name,
  parties: parties.map((party) => party.name),
  profiles: parties.map((party) => ({
    party: party.name,
    provenance: party.provenance,
    reservation: party.reservation,
  })),
  offers: Object.fromEntries(
    parties.flatMap((party, p) => {
      const said = offers[p] ?? [];
      return said.length === 0 ? [] : [[party.name, asEntry({ utilities: [], package: said }).package]];
    }),
  ),
});

function robustnessOf(robustly: Robustly): ExamineDocument['robustness'] {
  if (robustly === null) return null;
  const { package: _, ...counts } = robustly.counts;
  return { ...structuredClone(counts), sentence: robustly.sentence };
}

const methodsOf = (methods: readonly Method[]) =>
  methods.map(({ name, definition, assumes, misleads, source }) => ({ name, definition, assumes, misleads, source }));
