/**
 * The words on a printed invitation card, in the language of who gets it: often the first thing somebody reads of Samenplan. The
 * card stands apart from the screens, because a reader of Polish gets a card in Polish from a coordinator whose screen is Dutch.
 */
export type CardWords = {
	hello: (name: string) => string;
	invited: (who: string, organisation: string) => string;
	what: string;
	how: string;
	scan: string;
	type: string;
	until: (day: string) => string;
	own: string;
};

const words: Record<"nl" | "en" | "pl" | "tr" | "ar", CardWords> = {
	nl: {
		hello: (name) => `Dag ${name}`,
		invited: (who, organisation) => `${who} van ${organisation} vraagt je om mee te doen.`,
		what: "In Samenplan maak je samen een plan. Jij leest mee, schrijft mee en beslist mee.",
		how: "Zo doe je mee",
		scan: "Richt de camera van je telefoon op dit vierkant.",
		type: "Of ga naar deze bladzijde en typ je code:",
		until: (day) => `Je kaart werkt één keer, tot ${day}.`,
		own: "Deze kaart is alleen voor jou. Geef hem niet aan iemand anders.",
	},
	en: {
		hello: (name) => `Hello ${name}`,
		invited: (who, organisation) => `${who} of ${organisation} asks you to join.`,
		what: "In Samenplan you make a plan together. You read along, write along and decide along.",
		how: "This is how you join",
		scan: "Point the camera of your phone at this square.",
		type: "Or go to this page and type your code:",
		until: (day) => `Your card works once, until ${day}.`,
		own: "This card is only for you. Do not give it to somebody else.",
	},
	pl: {
		hello: (name) => `Dzień dobry, ${name}`,
		invited: (who, organisation) => `${who} z ${organisation} zaprasza cię do udziału.`,
		what: "W Samenplan razem tworzycie plan. Czytasz, piszesz i decydujesz razem z innymi.",
		how: "Jak dołączyć",
		scan: "Skieruj aparat telefonu na ten kwadrat.",
		type: "Albo wejdź na tę stronę i wpisz swój kod:",
		until: (day) => `Karta działa jeden raz, do: ${day}.`,
		own: "Ta karta jest tylko dla ciebie. Nie dawaj jej nikomu innemu.",
	},
	tr: {
		hello: (name) => `Merhaba ${name}`,
		invited: (who, organisation) => `${organisation} kurumundan ${who} seni davet ediyor.`,
		what: "Samenplan'da birlikte bir plan yaparsınız. Sen de okur, yazar ve karar verirsin.",
		how: "Böyle katılırsın",
		scan: "Telefonunun kamerasını bu kareye tut.",
		type: "Ya da bu sayfaya git ve kodunu yaz:",
		until: (day) => `Kartın bir kez çalışır. Son gün: ${day}.`,
		own: "Bu kart sadece senin için. Başkasına verme.",
	},
	ar: {
		hello: (name) => `مرحبًا ${name}`,
		invited: (who, organisation) => `${who} من ${organisation} يدعوك إلى المشاركة.`,
		what: "في Samenplan نضع خطة معًا. أنت تقرأ وتكتب وتقرر معنا.",
		how: "هكذا تشارك",
		scan: "وجّه كاميرا هاتفك إلى هذا المربع.",
		type: "أو اذهب إلى هذه الصفحة واكتب الرمز:",
		until: (day) => `تعمل البطاقة مرة واحدة، حتى ${day}.`,
		own: "هذه البطاقة لك وحدك. لا تعطها لشخص آخر.",
	},
};

/** The words of a card in a person's language. */
export function cardWords(language: keyof typeof words): CardWords {
	return words[language];
}
