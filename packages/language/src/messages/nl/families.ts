export const families = {
	"families.homes.of": "Bij {names}",
} as const;
