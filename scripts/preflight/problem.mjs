/** Something the person at the terminal can mend: shown as its message, never as a stack trace. */
export class Problem extends Error {
  name = "Problem";

  /**
   * @param {string} message one line: what is wrong and what to do
   * @param {string[]} [lines] the last lines of what failed, shown below it
   */
  constructor(message, lines = []) {
    super(message);
    this.lines = lines;
  }
}
