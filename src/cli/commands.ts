import type { Command } from './command.ts';
import { caseExportCommand } from './commands/case-export.ts';
import { caseListCommand } from './commands/case-list.ts';
import { caseNewCommand } from './commands/case-new.ts';
import { caseShowCommand } from './commands/case-show.ts';
import { doctorCommand } from './commands/doctor.ts';
import { ledgerHeadCommand } from './commands/ledger-head.ts';
import { ledgerVerifyCommand } from './commands/ledger-verify.ts';
import { serveCommand } from './commands/serve.ts';
import { userInviteCommand } from './commands/user-invite.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  caseNewCommand,
  caseListCommand,
  caseShowCommand,
  caseExportCommand,
  userInviteCommand,
  ledgerHeadCommand,
  ledgerVerifyCommand,
  doctorCommand,
];
