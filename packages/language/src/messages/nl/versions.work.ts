export const versionsWork = {
	"versions.put.title": "Leg het plan voor",
	"versions.put.next-title": "Veranderde er iets? Leg een nieuwe versie voor",
	"versions.put.intro": "Het plan zoals het nu is wordt bewaard. Ieder die moet instemmen leest precies deze tekst en geeft een antwoord.",
	"versions.put.who": "Dit zijn degenen die moeten instemmen, volgens leeftijd en gezag:",
	"versions.put.not-yet": "Voorleggen kan nog niet",
	"versions.put.do": "Leg dit plan voor",
	"versions.put.done": "Het plan ligt voor.",
	"versions.withdraw": "Haal deze versie terug",
	"versions.withdraw.words":
		"De versie kan dan niet meer worden beantwoord. De antwoorden blijven bewaard. Pas het plan aan en leg daarna een nieuwe versie voor.",
	"versions.proceed": "Ga verder na een gesprek",
	"versions.proceed.intro":
		"Niet iedereen is het eens. Wie niet instemt, blijft zichtbaar in het plan. Schrijf op wanneer jullie erover praatten en waarom jullie toch verdergaan.",
	"versions.proceed.because": "Waarom gaan jullie verder?",
	"versions.proceed.do": "Laat het plan ingaan",
	"versions.proceed.done": "Het plan is ingegaan. Het verschil van mening staat erbij.",
	"versions.disagreement":
		"{names} is het niet eens. Praat er samen over; daarna kun je verdergaan of de versie terughalen om het plan aan te passen.",
} as const;
