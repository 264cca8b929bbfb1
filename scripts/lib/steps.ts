import { Listr, type ListrTaskWrapper, PRESET_TIMER } from "listr2";

export interface Step {
  title: string;
  /** False leaves the step out. */
  when?: boolean;
  /** Does it; `say` shows what is going on at the moment, `title` renames the step when it is done. */
  run: (say: (text: string) => void, title: (text: string) => void) => Promise<unknown>;
}

type Task = ListrTaskWrapper<unknown, never, never>;

/** Runs steps one after the other and shows each with its time: live in a terminal, as plain lines elsewhere. */
export async function steps(list: readonly Step[], signal: AbortSignal): Promise<void> {
  const tasks = list
    .filter(({ when }) => when !== false)
    .map((step) => ({
      title: step.title,
      task: async (_: unknown, task: unknown) => {
        signal.throwIfAborted();
        const shown = task as Task;
        await step.run(
          (text) => {
            shown.output = text;
          },
          (text) => {
            shown.title = text;
          },
        );
        signal.throwIfAborted();
      },
    }));
  const listr = new Listr(tasks, {
    concurrent: false,
    // Ctrl-C is ours to handle; the reason of a failure is printed once, at the end.
    registerSignalListeners: false,
    rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false, collapseErrors: false },
    fallbackRendererOptions: { timer: PRESET_TIMER },
  });
  await listr.run();
}
