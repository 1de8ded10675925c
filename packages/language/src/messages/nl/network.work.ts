export const networkWork = {
	"network.skip": "Deze stap overslaan",
	"network.skip-hint": "Het gezin leest deze reden.",
	"network.skip-because": "Waarom slaan we deze stap over?",
	"network.skip-save": "Sla over met deze reden",
} as const;
