import { describe, expect, it } from "vitest";
import { dutchPossessive, fullName, initials, nameList, searchable, sortName } from "./names.ts";

describe("names", () => {
	it("leaves the small words out of the initials", () => {
		expect(initials("Jan van der Berg")).toBe("JB");
		expect(initials("Yara")).toBe("Y");
		expect(initials("محمد علي")).toBe("مع");
		expect(initials("oma")).toBe("O");
	});
	it("sorts under the own part of the family name", () => {
		expect(sortName({ givenName: "Jan", familyName: "van der Berg" })).toBe("Berg Jan");
		expect(sortName({ givenName: "Anna", familyName: null })).toBe("Anna");
	});
	it("writes lists and whole names", () => {
		expect(nameList(["Anna", "Bram", "Chris"])).toBe("Anna, Bram en Chris");
		expect(fullName({ givenName: "Anna", familyName: "" })).toBe("Anna");
	});
	it("writes whose it is", () => {
		expect(["Anna", "Bas", "Joost"].map(dutchPossessive)).toEqual(["Anna’s", "Bas’", "Joosts"]);
	});
	it.each([
		["Aydın", "aydin"],
		["Łukasz Çelik", "lukasz celik"],
		["Zoë", "zoe"],
		[" Van DIJK ", "van dijk"],
	])("finds %s as it is typed", (name, typed) => {
		expect(searchable(name)).toBe(typed);
	});
});
