/**
 * Shows a step and the time it took, without any package: a line that counts seconds in a terminal, two plain lines elsewhere.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function say(text, work) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const terminal = process.stdout.isTTY;
  if (!terminal) console.log(`… ${text}`);
  const ticker = terminal && setInterval(() => process.stdout.write(`\r… ${text} (${seconds()} s)`), 100);
  const finish = (mark) => {
    if (ticker) clearInterval(ticker);
    console.log(`${terminal ? "\r\x1b[K" : ""}${mark} ${text} (${seconds()} s)`);
  };
  try {
    const result = await work();
    finish("✔");
    return result;
  } catch (error) {
    finish("✖");
    throw error;
  }
}
