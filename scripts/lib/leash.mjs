// Preloaded into every service: one whose supervisor was killed outright ends too, instead of holding its port for ever.
if (process.channel) {
  process.on("disconnect", () => process.kill(-process.pid, "SIGTERM"));
  process.channel.unref();
}
