import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useId, useRef } from "react";
import { useText } from "../lib/text.tsx";
import { Button, IconButton } from "./button.tsx";

type DialogProps = {
	open: boolean;
	onClose: () => void;
	title: ReactNode;
	/** Buttons at the end; the main one first. */
	actions?: ReactNode;
	width?: "normal" | "wide";
	/** No closing by Escape or the cross while something may get lost. */
	locked?: boolean;
	children?: ReactNode;
};

/**
 * A question in front of the page: the browser's own dialog, which keeps the focus inside and gives it back afterwards.
 * The content exists only while it is open.
 */
export function Dialog({ open, onClose, title, actions, width, locked, children }: DialogProps) {
	const say = useText();
	const own = useRef<HTMLDialogElement>(null);
	const heading = useId();
	useEffect(() => {
		const dialog = own.current;
		if (!dialog || !open) return;
		const before = document.activeElement;
		if (!dialog.open) dialog.showModal();
		// What is asked first; a dialog that asks nothing begins with its own words, not with the cross.
		const first = dialog.querySelector<HTMLElement>(".sp-dialog-body :is(input, textarea, select)");
		(first ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
		return () => {
			dialog.close();
			if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
		};
	}, [open]);
	if (!open) return null;
	return (
		<dialog
			ref={own}
			className="sp-dialog"
			data-width={width}
			aria-labelledby={heading}
			onCancel={(event) => {
				event.preventDefault();
				if (!locked) onClose();
			}}
		>
			<div className="sp-dialog-head">
				<h2 id={heading} tabIndex={-1}>
					{title}
				</h2>
				{locked ? null : (
					<IconButton label={say("ui.close")} onClick={onClose}>
						<X size="1.35em" aria-hidden="true" />
					</IconButton>
				)}
			</div>
			<div className="sp-dialog-body">{children}</div>
			{actions ? <div className="sp-dialog-actions">{actions}</div> : null}
		</dialog>
	);
}

type ConfirmDialogProps = {
	open: boolean;
	onClose: () => void;
	title: ReactNode;
	/** What happens, who notices, and whether it can be undone. */
	children: ReactNode;
	/** The deed as a verb: "Stop this goal", never "OK". */
	confirm: ReactNode;
	onConfirm: () => void;
	pending?: boolean;
	danger?: boolean;
	error?: ReactNode;
};

/** Asks before something that others notice or that cannot be undone. */
export function ConfirmDialog({ confirm, onConfirm, pending, danger, error, children, ...dialog }: ConfirmDialogProps) {
	const say = useText();
	return (
		<Dialog
			{...dialog}
			locked={pending}
			actions={
				<>
					<Button look={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
						{confirm}
					</Button>
					<Button look="quiet" disabled={pending} onClick={dialog.onClose}>
						{say("ui.cancel")}
					</Button>
				</>
			}
		>
			<div>{children}</div>
			{error}
		</Dialog>
	);
}
