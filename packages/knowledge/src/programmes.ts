import type { HelpExample } from "./help-example.ts";

/** Programmes that the QuickScan of 2014 names, with the ages and the intensity it gives. */
export const programmes: readonly HelpExample[] = [
	programme("bpt_groningen", [4, 12], "group", "Behavioural Parent Training Groningen", {
		nl: "Ouders van een kind met ADHD oefenen samen. De groep komt 13 keer bij elkaar.",
		en: "Parents of a child with ADHD practise together. The group meets 13 times.",
	}),
	programme(
		"group_mediation",
		[4, 12],
		"group",
		{ nl: "Mediatietherapie in een groep, voor ouders", en: "Group mediation therapy for parents" },
		{
			nl: "Ouders van een kind met ADHD leren in een groep hoe zij hun kind helpen.",
			en: "Parents of a child with ADHD learn in a group how to help their child.",
		},
	),
	programme(
		"adolescent_adhd",
		[13, 18],
		"group",
		{ nl: "Groep voor ouders van een tiener met ADHD", en: "Group for parents of a teenager with ADHD" },
		{
			nl: "Ouders leren samen. Het zijn 10 keer 2 uur.",
			en: "Parents learn together: 10 times, 2 hours each.",
		},
	),
	programme(
		"video_family",
		[0, 18],
		"video",
		{ nl: "Orthopedagogische video-gezinsbehandeling", en: "Orthopedagogical video family treatment" },
		{
			nl: "Iemand filmt gewone momenten thuis. Samen kijken jullie terug naar wat goed gaat.",
			en: "Somebody films ordinary moments at home. Together you look back at what goes well.",
		},
	),
	programme(
		"iog",
		undefined,
		"home",
		{ nl: "Intensieve orthopedagogische gezinsbehandeling (IOG)", en: "Intensive orthopedagogical family treatment (IOG)" },
		{
			nl: "Voor gezinnen met veel zware problemen, ook als leren lastig is. Ongeveer 5 maanden, 2 keer per week thuis.",
			en: "For families with several severe problems, also with a mild intellectual disability. About 5 months, twice a week at home.",
		},
	),
	programme(
		"ppg",
		[0, 18],
		"home",
		{ nl: "Praktische pedagogische gezinsbegeleiding (PPG)", en: "Practical pedagogical family support (PPG)" },
		{
			nl: "Elke week komt iemand thuis om mee te oefenen. Dat duurt 15 tot 20 weken.",
			en: "Every week somebody comes to practise along, for 15 to 20 weeks.",
		},
	),
	programme(
		"defiant_children",
		[2, 12],
		"talk",
		{ nl: "Oudertraining Defiant Children", en: "Defiant Children parent training" },
		{
			nl: "Ouders leren omgaan met een kind dat niet luistert en vaak boos is.",
			en: "Parents learn to handle a child who does not listen and is often angry.",
		},
	),
	programme(
		"basic_trust",
		[2, 5],
		"video",
		{ nl: "Basic Trust", en: "Basic Trust" },
		{
			nl: "Gaat over de band tussen ouder en kind. Het zijn 8 keren, met video.",
			en: "About the bond between parent and child: 8 sessions, with video.",
		},
	),
	programme("samen_stevig_staan", [9, 16], undefined, "Samen Stevig Staan", {
		nl: "Voor kinderen die moeilijk leren en lastig gedrag laten zien.",
		en: "For children with a mild intellectual disability and behaviour problems.",
	}),
	programme("vaardigheden_voor_ouders", [12, 18], "talk", "Vaardigheden Voor Ouders", {
		nl: "Voor ouders van een tiener die in een instelling woont.",
		en: "For parents of a teenager who lives in residential care.",
	}),
	programme("vipp_sd", [1, 3], "video", "VIPP-SD", {
		nl: "Ouders van een jong kind kijken met iemand naar video van thuis.",
		en: "Parents of a young child look at video from home with somebody.",
	}),
	programme(
		"incredible_years",
		[3, 6],
		"group",
		{ nl: "Incredible Years, basis", en: "Incredible Years, basic" },
		{
			nl: "Ouders leren samen. Het is 18 weken lang, één keer per week.",
			en: "Parents learn together, once a week for 18 weeks.",
		},
	),
	programme("minder_boos", [8, 12], undefined, "Minder boos en opstandig", {
		nl: "Voor kinderen die vaak boos zijn en niet luisteren.",
		en: "For children who are often angry and do not listen.",
	}),
	programme("pcit", [2, 7], "talk", "Parent-Child Interaction Therapy (PCIT)", {
		nl: "Ouder en kind spelen samen. Iemand kijkt mee en geeft meteen tips.",
		en: "Parent and child play together. Somebody looks on and gives tips at once.",
	}),
	programme("pmto", [4, 12], "talk", "Parent Management Training Oregon (PMTO)", {
		nl: "Ouders leren hoe zij hun kind op een rustige manier sturen.",
		en: "Parents learn how to guide their child calmly.",
	}),
];

function programme(
	code: string,
	ages: HelpExample["ages"],
	form: HelpExample["form"],
	name: string | HelpExample["name"],
	what: HelpExample["what"],
): HelpExample {
	return {
		code,
		kind: "programme",
		name: typeof name === "string" ? { nl: name, en: name } : name,
		what,
		...(ages && { ages }),
		...(form && { form }),
	};
}
