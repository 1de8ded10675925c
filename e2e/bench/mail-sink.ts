import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A mail server that takes everything at once and keeps only the identifier of each mail. */
export async function startMailSink(): Promise<{ url: string; ids: string[]; close: () => void }> {
	const ids: string[] = [];
	const server = createServer((socket) => {
		let waiting = "";
		let inData = false;
		socket.on("error", () => undefined);
		socket.write("220 sink\r\n");
		socket.on("data", (part) => {
			waiting += part.toString("latin1");
			for (;;) {
				const end = waiting.indexOf(inData ? "\r\n.\r\n" : "\r\n");
				if (end < 0) return;
				const said = waiting.slice(0, end);
				waiting = waiting.slice(end + (inData ? 5 : 2));
				if (inData) {
					ids.push(/^message-id: (.+)$/im.exec(said)?.[1]?.trim() ?? "");
					inData = false;
					socket.write("250 taken\r\n");
				} else if (/^data/i.test(said)) {
					inData = true;
					socket.write("354 go on\r\n");
				} else if (/^quit/i.test(said)) socket.end("221 bye\r\n");
				else socket.write("250 ok\r\n");
			}
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, ids, close: () => server.close() };
}
