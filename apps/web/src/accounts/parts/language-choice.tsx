import { catalogueLanguages } from "@samenplan/language/catalogue";
import { useIntl } from "react-intl";
import { showLanguage } from "../../lib/messages.ts";
import { useText } from "../../lib/text.tsx";

/** The languages by their own name, for who has not signed in yet. */
export function LanguageChoice() {
	const say = useText();
	const { locale } = useIntl();
	return (
		<fieldset className="sp-row" data-gap="2xs" aria-label={say("accounts.language")}>
			{catalogueLanguages.map((language) => (
				<button
					key={language}
					type="button"
					lang={language}
					className="sp-button"
					data-look={language === locale ? "soft" : "quiet"}
					data-size="small"
					aria-pressed={language === locale}
					onClick={() => void showLanguage(language)}
				>
					{say(`accounts.language.${language}`)}
				</button>
			))}
		</fieldset>
	);
}
