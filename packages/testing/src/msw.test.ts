import { createClient } from "@samenplan/contract/client";
import { listFamilies, nameFamily } from "@samenplan/contract/families";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answering } from "./msw.ts";

const familyId = "019a0000-0000-7000-8000-000000000001";

describe("handlers made from the contract", () => {
	const server = setupServer();
	beforeAll(() => server.listen());
	afterEach(() => server.resetHandlers());
	afterAll(() => server.close());
	const call = createClient({ base: "http://samenplan.invalid", send: (url, init) => fetch(url, init) });

	it("answer what the screen asks, at the path of the endpoint", async () => {
		server.use(answering(listFamilies, () => [{ id: familyId, name: "Gezin Voorbeeld" }]));
		expect(await call(listFamilies)).toEqual([{ id: familyId, name: "Gezin Voorbeeld" }]);
	});

	it("refuse a request that is off the contract", async () => {
		server.use(answering(nameFamily, () => undefined as never));
		const offContract = { params: { familyId }, body: { name: "" } } as never;
		await expect(call(nameFamily, offContract)).rejects.toMatchObject({ problem: { status: 500 } });
	});

	it("refuse an answer that is off the contract", async () => {
		server.use(answering(listFamilies, () => [{ id: "no-identifier", name: 7 }] as never));
		await expect(call(listFamilies)).rejects.toMatchObject({ problem: { status: 500 } });
	});
});
