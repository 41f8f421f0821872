declare module 'pino-roll' {
  import type { destination } from 'pino';

  /** Opens a log file that rotates by time. The package has no types; these are the options in use. */
  export default function roll(options: {
    file: string;
    extension: string;
    frequency: 'daily';
    dateFormat: string;
    mkdir: boolean;
    sync: boolean;
    limit: { count: number; removeOtherLogFiles: boolean };
  }): Promise<ReturnType<typeof destination>>;
}
