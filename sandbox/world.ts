import { Faults } from "./faults/faults";
import { randomText } from "./ids";
import type { Settings } from "./settings";
import { emptyState, loadState, type State, StateFile } from "./state";
import { Dispatcher } from "./webhooks/dispatcher";

/** One outside world: what it remembers, how it misbehaves, and how it calls the app back. */
export interface World {
  settings: Settings;
  state: State;
  faults: Faults;
  webhooks: Dispatcher;
  /** Unix seconds, as Stripe counts. */
  seconds(): number;
  /** Address that browsers use, without a trailing slash. */
  url(): string;
  setUrl(url: string): void;
  /** To be called after every change of the state. */
  changed(): void;
  flush(): Promise<void>;
}

export function createWorld(settings: Settings): World {
  const state = loadState(settings.stateFile) ?? emptyState(`acct_${randomText(16)}`);
  const file = new StateFile(settings.stateFile, state);
  const changed = () => file.changed();
  const faults = new Faults(state.faults, changed);
  let url = settings.publicUrl ?? "";
  return {
    settings,
    state,
    faults,
    webhooks: new Dispatcher(settings, state, faults, changed),
    seconds: () => Math.floor(settings.now() / 1000),
    url: () => url,
    setUrl: (value) => {
      url = value.replace(/\/$/, "");
    },
    changed,
    flush: () => file.flush(),
  };
}
