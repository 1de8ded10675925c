export const networkWork = {
	"network.skip": "Deze stap overslaan",
	"network.skip-hint": "Het gezin leest deze reden.",
	"network.skip-because": "Waarom slaan we deze stap over?",
	"network.skip-save": "Sla over met deze reden",
	"group-plan.record-hint": "Schrijf alleen op wat het gezin zelf zegt. Er komt bij te staan dat jij het opschreef.",
} as const;
