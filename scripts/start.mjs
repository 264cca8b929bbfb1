// Plain JavaScript that old versions of Node can parse: it runs before anything is installed.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Counterfoil needs Node 20.19 or newer; this is ${process.versions.node}. Get one from https://nodejs.org`,
  );
  process.exit(1);
}

const { start } = await import("./preflight/start.mjs");
await start();
