import type { Command } from './command.ts';

/** A command by its name; the file that defines it is read when it is called, so that no command waits for what others need. */
export interface Listed {
  readonly name: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: readonly Listed[] = [
  { name: 'serve', load: async () => (await import('./commands/serve.ts')).serveCommand },
  { name: 'analyse', load: async () => (await import('./commands/analyse.ts')).analyseCommand },
  { name: 'suggest', load: async () => (await import('./commands/suggest.ts')).suggestCommand },
  { name: 'examine', load: async () => (await import('./commands/examine.ts')).examineCommand },
  { name: 'bargain', load: async () => (await import('./commands/bargain.ts')).bargainCommand },
  { name: 'divide', load: async () => (await import('./commands/divide.ts')).divideCommand },
  { name: 'conflict', load: async () => (await import('./commands/conflict.ts')).conflictCommand },
  { name: 'sequence', load: async () => (await import('./commands/sequence.ts')).sequenceCommand },
  { name: 'headway', load: async () => (await import('./commands/headway.ts')).headwayCommand },
  { name: 'learn', load: async () => (await import('./commands/learn.ts')).learnCommand },
  { name: 'convert', load: async () => (await import('./commands/convert.ts')).convertCommand },
  { name: 'case new', load: async () => (await import('./commands/case-new.ts')).caseNewCommand },
  { name: 'case list', load: async () => (await import('./commands/case-list.ts')).caseListCommand },
  { name: 'case show', load: async () => (await import('./commands/case-show.ts')).caseShowCommand },
  { name: 'case export', load: async () => (await import('./commands/case-export.ts')).caseExportCommand },
  { name: 'user invite', load: async () => (await import('./commands/user-invite.ts')).userInviteCommand },
  { name: 'ledger head', load: async () => (await import('./commands/ledger-head.ts')).ledgerHeadCommand },
  { name: 'ledger verify', load: async () => (await import('./commands/ledger-verify.ts')).ledgerVerifyCommand },
  { name: 'doctor', load: async () => (await import('./commands/doctor.ts')).doctorCommand },
];
