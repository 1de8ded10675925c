import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link, type LinkProps } from "react-router";
import { useText } from "../lib/text.tsx";

export type ButtonLook = "primary" | "soft" | "quiet" | "danger";

type Looks = {
	/** `primary`: the one thing to do here; `soft`: also good; `quiet`: by the way; `danger`: cannot be undone. */
	look?: ButtonLook;
	size?: "normal" | "small";
	/** Fills the line; for phones. */
	wide?: boolean;
	icon?: ReactNode;
	children: ReactNode;
};

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> &
	Looks & {
		/** Work is going on: the button stays in place and keeps the focus, and does nothing. */
		pending?: boolean;
		/** Stays reachable by keyboard, so that `title` or a text beside it can say why. */
		disabled?: boolean;
		ref?: Ref<HTMLButtonElement>;
	};

/** A button with words. Never vanishes under the finger: pending and disabled keep place and focus. */
export function Button({
	look = "primary",
	size,
	wide,
	icon,
	pending,
	disabled,
	children,
	onClick,
	type = "button",
	...rest
}: ButtonProps) {
	const say = useText();
	const asleep = pending || disabled;
	return (
		<button
			{...rest}
			type={type}
			className={`sp-button ${rest.className ?? ""}`}
			data-look={look}
			data-size={size}
			data-wide={wide}
			data-pending={pending}
			aria-disabled={asleep || undefined}
			aria-busy={pending || undefined}
			onClick={(event) => {
				if (asleep) event.preventDefault();
				else onClick?.(event);
			}}
		>
			{pending ? <span className="sp-spinner" aria-hidden="true" /> : icon}
			<span>{children}</span>
			{pending ? <span className="sp-hidden">{say("ui.busy")}</span> : null}
		</button>
	);
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ look = "primary", size, wide, icon, children, ...rest }: LinkProps & Looks) {
	return (
		<Link {...rest} className={`sp-button ${rest.className ?? ""}`} data-look={look} data-size={size} data-wide={wide}>
			{icon}
			<span>{children}</span>
		</Link>
	);
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
	/** The words of the button, for everyone who does not see the picture. */
	label: string;
	children: ReactNode;
	ref?: Ref<HTMLButtonElement>;
};

/** Only for pictures everyone knows (close, more); anything else gets words. */
export function IconButton({ label, children, type = "button", ...rest }: IconButtonProps) {
	return (
		<button {...rest} type={type} className={`sp-icon-button ${rest.className ?? ""}`} aria-label={label} title={label}>
			{children}
		</button>
	);
}
