/** Why an export did not happen. */
export type ExportFailure =
  /** Another export of this target is running. */
  | 'BUSY'
  /** The target refuses it or lacks something: credentials, rights, database, version, room. */
  | 'REFUSED'
  /** The target could not be reached, or went away. */
  | 'UNREACHABLE'
  /** A file of the build is not what its manifest says. */
  | 'DAMAGED'
  /** What was loaded is not what the build has. */
  | 'DIFFERENT';

/** An export failed for a reason outside of the program. The message says what, where, and what to do; no secrets. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed';
  readonly kind: ExportFailure;

  constructor(kind: ExportFailure, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.kind = kind;
  }
}
