import * as oidc from "openid-client";
import { unseal } from "../accounts/sealed.ts";
import type { Config } from "../http/config.ts";

type Secrets = { config: Config };
export type KeptService = { organisationId: string; issuer: string; clientId: string; sealedSecret: string };
export const secretPurpose = "identity-provider";

/** Where the organisation's service sends people back to; a page of ours that hands on what came along. */
export const returnAddressOf = ({ config }: Secrets) => `${config.publicUrl}/sign-in/return`;

/** Seconds to wait for the organisation's service. */
const patience = 8;

/** Asks the service who it is (OpenID Connect Discovery). @throws Error when it does not answer, or says it is another */
export async function discover(
	services: Secrets,
	service: { issuer: string; clientId: string; secret: string },
): Promise<oidc.Configuration> {
	const issuer = new URL(service.issuer);
	const plain = mayBePlain(services, issuer) ? [oidc.allowInsecureRequests] : [];
	return oidc.discovery(issuer, service.clientId, service.secret, undefined, { timeout: patience, execute: plain });
}

export const discoverKept = (services: Secrets, kept: KeptService) =>
	discover(services, {
		issuer: kept.issuer,
		clientId: kept.clientId,
		secret: unseal(services, secretPurpose, { sealed: kept.sealedSecret, bound: kept.organisationId }),
	});

/** Only https; on one's own machine, while building, a service without it is fine. */
export function mayBeService(services: Secrets, issuer: string): boolean {
	const address = new URL(issuer);
	if (address.username || address.password || address.hash) return false;
	return address.protocol === "https:" || mayBePlain(services, address);
}

function mayBePlain({ config }: Secrets, issuer: URL): boolean {
	return config.NODE_ENV !== "production" && issuer.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(issuer.hostname);
}
