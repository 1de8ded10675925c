/** The more exact name first: most browsers also call themselves by the names of others. */
const browsers: readonly (readonly [RegExp, string])[] = [
	[/Edg(?:e|A|iOS)?\//, "Edge"],
	[/SamsungBrowser\//, "Samsung Internet"],
	[/OPR\/|Opera/, "Opera"],
	[/Firefox\/|FxiOS\//, "Firefox"],
	[/CriOS\/|Chrome\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const kinds: readonly (readonly [RegExp, string])[] = [
	[/iPad/, "iPad"],
	[/iPhone/, "iPhone"],
	[/Android(?!.*Mobile)/, "Android-tablet"],
	[/Android/, "Android"],
	[/CrOS/, "Chromebook"],
	[/Windows/, "Windows"],
	[/Mac/, "Mac"],
	[/Linux/, "Linux"],
];

/**
 * Which browser on which kind of device, such as "Safari, iPhone": enough to tell one's own apart, too little to follow somebody. No
 * version is kept, nor anything else of what a browser says of itself. Empty when nothing is known.
 */
export function deviceOf(agent: string): string {
	const named = (list: typeof browsers) => list.find(([sign]) => sign.test(agent))?.[1];
	return [named(browsers), named(kinds)].filter((name) => name !== undefined).join(", ");
}
