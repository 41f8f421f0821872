import { useState } from 'preact/hooks';

/** What came of an action, for people. */
export interface Said {
  words: string;
  isGood: boolean;
  /** One line for each thing that it was about. */
  lines?: readonly string[];
}

export interface Action {
  isBusy: boolean;
  said: Said | undefined;
  /** Does it, unless it is being done already. */
  run: (act: () => Promise<Said>) => void;
}

/** An action of the operator: whether it goes on, and what came of it. An error says so in the server's words. */
export function useAction(onDone: () => void): Action {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | undefined>(undefined);

  async function perform(act: () => Promise<Said>): Promise<void> {
    setBusy(true);
    setSaid(undefined);
    try {
      setSaid(await act());
    } catch (error) {
      setSaid({ words: error instanceof Error ? error.message : String(error), isGood: false });
    }
    setBusy(false);
    onDone();
  }

  return {
    isBusy,
    said,
    run(act) {
      if (!isBusy) void perform(act);
    },
  };
}
