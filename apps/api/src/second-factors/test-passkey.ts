import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A passkey made of software, for tests: makes and answers as a device does, with everything that can be wrong to choose from. */
export type TestPasskey = ReturnType<typeof newTestPasskey>;
type Wrong = { origin?: string; host?: string; verified?: boolean; challenge?: string; counter?: number; userHandle?: string };

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

export function newTestPasskey(origin: string) {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const id = randomBytes(16);
	let counter = 0;
	let owner = "";

	const clientData = (type: string, options: Record<string, unknown>, wrong: Wrong) =>
		Buffer.from(
			JSON.stringify({ type, challenge: wrong.challenge ?? options.challenge, origin: wrong.origin ?? origin, crossOrigin: false }),
		);
	/** Of the host, with the flags for present, verified and (when made) credential data. */
	const authenticatorData = (host: string, wrong: Wrong, credential?: Buffer) => {
		const flags = 0x01 | (wrong.verified === false ? 0 : 0x04) | (credential ? 0x40 : 0);
		const count = Buffer.alloc(4);
		count.writeUInt32BE(wrong.counter ?? counter);
		return Buffer.concat([sha256(wrong.host ?? host), Buffer.from([flags]), count, credential ?? Buffer.alloc(0)]);
	};

	return {
		id: b64(id),
		/** The answer to "make a passkey". */
		make: (options: Record<string, unknown>, wrong: Wrong = {}) => {
			owner = (options.user as { id: string }).id;
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const credential = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
			const authData = authenticatorData((options.rp as { id: string }).id, wrong, credential);
			const attestation = isoCBOR.encode(
				new Map<string, unknown>([
					["fmt", "none"],
					["attStmt", new Map()],
					["authData", new Uint8Array(authData)],
				]) as Parameters<typeof isoCBOR.encode>[0],
			);
			return {
				id: b64(id),
				rawId: b64(id),
				type: "public-key" as const,
				clientExtensionResults: {},
				response: {
					clientDataJSON: b64(clientData("webauthn.create", options, wrong)),
					attestationObject: b64(attestation),
					transports: ["internal"],
				},
			};
		},
		/** The answer to "use a passkey". */
		use: (options: Record<string, unknown>, wrong: Wrong = {}) => {
			counter += 1;
			const data = clientData("webauthn.get", options, wrong);
			const authData = authenticatorData(options.rpId as string, wrong);
			const signature = sign("sha256", Buffer.concat([authData, sha256(data)]), privateKey);
			return {
				id: b64(id),
				rawId: b64(id),
				type: "public-key" as const,
				clientExtensionResults: {},
				response: {
					clientDataJSON: b64(data),
					authenticatorData: b64(authData),
					signature: b64(signature),
					userHandle: wrong.userHandle ?? owner,
				},
			};
		},
	};
}

/** The public key as WebAuthn writes it (COSE, ES256 on P-256). */
function coseOf(key: KeyObject): Buffer {
	const { x = "", y = "" } = key.export({ format: "jwk" });
	const cose = new Map<number, number | Uint8Array>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x, "base64url"))],
		[-3, new Uint8Array(Buffer.from(y, "base64url"))],
	]);
	return Buffer.from(isoCBOR.encode(cose as Parameters<typeof isoCBOR.encode>[0]));
}
