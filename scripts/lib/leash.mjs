// Preloaded into every service: one whose supervisor was killed outright ends too, instead of holding its port for ever.
// What a service itself starts inherits the preload, but is not on the leash: it is in the service's process group.
if (process.channel && process.env.SUPERVISOR_PID === String(process.ppid)) {
  process.on("disconnect", () => process.kill(-process.pid, "SIGTERM"));
  process.channel.unref();
}
