import { type RefObject, useEffect, useRef } from "react";

/**
 * For a part that opens in the place of the button that opened it: the focus goes to its first field or button, so that nobody who
 * uses a keyboard or a screen reader starts again at the top of the page.
 *
 * @param open false while the part is not there yet
 */
export function useFocusInside<E extends HTMLElement>(open = true): RefObject<E | null> {
	const part = useRef<E>(null);
	useEffect(() => {
		if (open) part.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
	}, [open]);
	return part;
}
