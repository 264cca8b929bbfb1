/** A refusal by the sandbox itself, as opposed to one that a provider would give. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
