import type { KnowledgeLanguage } from "@samenplan/knowledge/source";
import { useIntl } from "react-intl";

/** The language in which knowledge is shown: the reader's own when it is written in it, else Dutch. */
export function useKnowledgeLanguage(): KnowledgeLanguage {
	return useIntl().locale.startsWith("en") ? "en" : "nl";
}
