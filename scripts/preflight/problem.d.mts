/** Something the person at the terminal can mend: shown as its message, never as a stack trace. */
export class Problem extends Error {
  readonly lines: string[];
  constructor(message: string, lines?: string[]);
}
