import { clock } from "@/lib/platform/clock";
import type { Scene } from "./scene";

/** Something that happened so many days before now. */
export type Step = { age: number; run: () => Promise<unknown> };

/** What happened around one document: later steps may use what earlier ones made. */
export type Story = (scene: Scene) => Step[];

const DAY = 86_400_000;

/** Lives stories through in the order of their days, each step at its own time. */
export async function live(steps: readonly Step[], now: Date, onStep: (text: string) => void): Promise<void> {
  const inOrder = steps.toSorted((one, other) => other.age - one.age);
  for (const [index, { age, run }] of inOrder.entries()) {
    onStep(`event ${index + 1} of ${inOrder.length}`);
    clock.set(new Date(Math.min(now.getTime() - age * DAY, now.getTime() - 60_000)));
    await run();
  }
}
