/**
 * Loaded before a child's own program: when the process that started it is gone, also by `kill -9`, the child ends as it would
 * on SIGTERM. The channel between the two closes at that moment.
 */
if (process.channel) {
	process.channel.unref();
	process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
