import type { ColumnType, Generated } from 'kysely';

/** A moment in the database: read as a Date, written as a Date or as ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>;
/** JSON in the database: read parsed, written as text. */
type Json<T = unknown> = ColumnType<T, string, string>;

/** The tables of the schema `parley`, as the migrations leave them. */
export interface Tables {
  file: { case_id: string; audience: string[] };
  entry: {
    case_id: string;
    id: string;
    audience: string[];
    link: number;
    at: Moment;
    author: Json;
    supersedes: string | null;
    fact: Json;
    hash: string;
  };
  chain: { case_id: string; audience: string[]; length: number; hash: string; at: Moment };
  done: { case_id: string; audience: string[]; key: string; digest: string; entries: string[] };
  account: {
    id: string;
    name: string;
    sign_in_name: string | null;
    password: string | null;
    totp: string | null;
    totp_used: ColumnType<string | null, number | null, number | null>;
    may_open: boolean;
    direction: Generated<string>;
    created_at: Moment;
  };
  holding: { case_id: string; person_id: string; account_id: string | null; name: string; role: Json; seats: string[] };
  invitation: {
    token_hash: string;
    case_id: string | null;
    person_id: string | null;
    may_open: boolean;
    expires_at: Moment;
    used_at: Moment | null;
  };
  session: { token_hash: string; account_id: string; created_at: Moment; seen_at: Moment; device: string };
  attempt: { id: string; account: string; network: string; at: Moment; success: boolean };
}
