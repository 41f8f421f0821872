/** Who acts on the command line, in the audit log and the records of runs. */
export const COMMAND_LINE = 'command line';
