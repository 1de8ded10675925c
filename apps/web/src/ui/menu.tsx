import type { ReactElement, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useNavigate } from "react-router";

export type MenuItem = {
	id: string;
	label: ReactNode;
	/** One line under the words. */
	hint?: ReactNode;
	/** For type-ahead when the label is not a string. */
	text?: string;
	icon?: ReactElement;
	to?: string;
	onAction?: () => void;
	disabled?: boolean;
};

type MenuProps = {
	/** What the button says or shows. */
	button: ReactNode;
	/** The words of the button when it shows only a picture. */
	label?: string;
	className?: string;
	items: readonly MenuItem[];
};

/** A few things to do that are not worth a button each. */
export function Menu({ button, label, className = "sp-button", items }: MenuProps) {
	const navigate = useNavigate();
	return (
		<MenuTrigger>
			<AriaButton className={className} data-look="quiet" aria-label={label}>
				{button}
			</AriaButton>
			<Popover className="sp-popover" offset={8}>
				<AriaMenu
					className="sp-menu"
					aria-label={label}
					disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
					onAction={(key) => {
						const item = items.find((one) => one.id === key);
						if (item?.to) navigate(item.to);
						item?.onAction?.();
					}}
				>
					{items.map((item) => (
						<AriaMenuItem
							key={item.id}
							id={item.id}
							className="sp-menu-item"
							textValue={item.text ?? (typeof item.label === "string" ? item.label : item.id)}
						>
							{item.icon}
							<span>
								{item.label}
								{item.hint ? <small>{item.hint}</small> : null}
							</span>
						</AriaMenuItem>
					))}
				</AriaMenu>
			</Popover>
		</MenuTrigger>
	);
}
