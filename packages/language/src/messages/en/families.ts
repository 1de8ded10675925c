import type { families as nl } from "../nl/families.ts";

export const families = {
	"families.homes.of": "With {names}",
} satisfies Record<keyof typeof nl, string>;
