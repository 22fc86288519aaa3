/** What a method is, for those who read its results: the words that stand beside every number. */
export interface Method {
  /** Its name in the field, as a page shows it. */
  readonly name: string;
  /** What it computes, in one sentence that a mediator would use. */
  readonly definition: string;
  /** What must be true for it to mean anything. */
  readonly assumes: string;
  /** When it misleads. */
  readonly misleads: string;
  /** Author and year. */
  readonly source: string;
}
