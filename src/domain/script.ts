import type { BridgingInput } from './bridging.ts';
import type { Attribution, Recipient, Release, Setting } from './confidentiality.ts';
import type { Deadline } from './deadlines.ts';
import type { DelegationNote } from './delegations.ts';
import type { Instant } from './entry.ts';
import type { Answer, Issue } from './issues.ts';
import type { Meeting } from './meetings.ts';
import type { Obstacle, ObstacleAccount } from './obstacles.ts';
import type { OpeningInput } from './opening.ts';
import type { Rules } from './parties.ts';
import type { Position } from './positions.ts';
import type { PreferencesInput } from './preferences.ts';
import type { Report } from './reports.ts';
import type { Verdict } from './responses.ts';
import type { Role } from './role.ts';
import type { Round, Track, Venue } from './rounds.ts';

/**
 * A case as data: how it opens, its people and all that they do, in order. People and what was entered are named by keys and labels of
 * the script's own, since ids are made when it is played. It is played by `replayCase`, so that it can do only what people can.
 */
export interface CaseScript extends OpeningInput {
  readonly opens: Instant;
  /** The first person who mediates for an institution in the lead opens the case and appoints the others. */
  readonly people: readonly ScriptPerson[];
  /** Acts of the person who opens the case, when it opens. */
  readonly agenda: readonly AgendaStep[];
  readonly history: readonly Step[];
}

export interface ScriptPerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
}

/** An item of the agenda: an act of the person who opens the case, at the time of its opening. */
export interface AgendaStep {
  readonly label: Label | null;
  readonly act: Act;
}

/** One step of the history: when, who (a person's key), what; and the label by which later steps refer to what it entered. */
export interface Step extends AgendaStep {
  readonly at: Instant;
  readonly by: string;
}

export type Label = string;

/** A setting as a script gives it: as in the domain, but that persons are named by their keys in the script. */
export type ScriptSetting = Setting;

/** A term whose answer may be written as an option's key or name, or as a number; a release of null is the case's own default. */
export interface ScriptTerm {
  readonly issue: string;
  readonly answer: Answer;
  readonly release: Release | null;
  readonly words: string;
}

interface KnownTo {
  readonly knownTo: ScriptSetting;
}

/** Every act that a script can hold; each is one act of the domain. */
export type Act =
  | (Track & KnownTo)
  | (Venue & KnownTo)
  | (Issue & KnownTo)
  | (Deadline & KnownTo)
  | (DelegationNote & KnownTo)
  | (Report & KnownTo)
  | ({ readonly kind: 'openRound' } & Omit<Round, 'kind' | 'state'> & KnownTo)
  | { readonly kind: 'closeRound'; readonly round: Label }
  | ({ readonly kind: 'callMeeting' } & Omit<Meeting, 'kind' | 'state'> & KnownTo)
  | {
      readonly kind: 'reviseMeeting';
      readonly meeting: Label;
      readonly change: Partial<Pick<Meeting, 'state' | 'starts' | 'venue' | 'agenda'>>;
    }
  | { readonly kind: 'say'; readonly room: ScriptSetting; readonly words: string }
  | ({ readonly kind: 'takePosition'; readonly room: ScriptSetting } & Omit<Position, 'kind'>)
  | ScriptProposal
  | { readonly kind: 'withdrawProposal'; readonly proposal: Label; readonly reason: string }
  | ScriptCarry
  | ScriptResponse
  | ({ readonly kind: 'putForward'; readonly terms: readonly Omit<ScriptTerm, 'release'>[] } & Omit<
      BridgingInput,
      'terms'
    >)
  | { readonly kind: 'withdrawCarried'; readonly what: Label; readonly from: string | null; readonly reason: string }
  | ({ readonly kind: 'changeRules' } & Omit<Rules, 'kind'>)
  | ({ readonly kind: 'statePreferences'; readonly room: ScriptSetting } & Omit<PreferencesInput, 'room'>)
  | ({ readonly kind: 'enterObstacle' } & Omit<Obstacle, 'kind'> & KnownTo)
  | {
      readonly kind: 'reviseObstacle';
      readonly obstacle: Label;
      readonly change: Partial<Pick<Obstacle, 'words' | 'remedy' | 'state'>>;
    }
  | ({ readonly kind: 'giveAccount'; readonly obstacle: Label; readonly room: ScriptSetting } & Omit<
      ObstacleAccount,
      'kind' | 'obstacle'
    >)
  | { readonly kind: 'appoint'; readonly person: string; readonly role: Role }
  | { readonly kind: 'dismiss'; readonly person: string }
  | { readonly kind: 'look' };

export interface ScriptProposal {
  readonly kind: 'submitProposal';
  readonly room: ScriptSetting;
  readonly terms: readonly ScriptTerm[];
  readonly note: string;
  readonly expires: Instant | null;
  readonly revises: Label | null;
}

export interface ScriptCarry {
  readonly kind: 'carry';
  readonly source: Label;
  /** The terms chosen, by issue; words of null are the side's own. */
  readonly terms: readonly { readonly issue: string; readonly words: string | null }[];
  readonly verdict: boolean;
  readonly to: Recipient;
  readonly attribution: Attribution;
  readonly covering: string;
}

export interface ScriptResponse {
  readonly kind: 'respond';
  readonly to: Label;
  readonly verdict: Verdict;
  readonly release: Exclude<Release, 'float'>;
  readonly terms: readonly ScriptTerm[];
  readonly note: string;
}
