import type { MessageKey } from "@samenplan/language/catalogue";
import type { ReactNode } from "react";
import { useCallback } from "react";
import { FormattedMessage, useIntl } from "react-intl";

/** What may be filled in into a message. */
export type TextValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Say = (id: MessageKey, values?: TextValues) => string;

declare global {
	namespace FormatjsIntl {
		interface Message {
			ids: MessageKey;
		}
	}
}

/** Words of the reader's language for places that need a string (labels, titles). An unknown key does not compile. */
export function useText(): Say {
	const intl = useIntl();
	return useCallback((id, values) => intl.formatMessage({ id }, values) as string, [intl]);
}

/** Words of the reader's language; `<b>` in a message becomes bold. */
export function Text({ id, values }: { id: MessageKey; values?: Record<string, ReactNode | Date> }) {
	return <FormattedMessage id={id} values={{ b: bold, ...values }} />;
}

const bold = (parts: ReactNode[]) => <b>{parts}</b>;
