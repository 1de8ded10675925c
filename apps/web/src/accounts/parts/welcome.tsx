import type { ReactNode } from "react";
import { Brand } from "../../app/brand.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { TogetherPicture } from "./together-picture.tsx";

/** The first impression: a picture, and beside it one thing to do. */
export function Welcome({ children }: { children: ReactNode }) {
	return (
		<div className="sp-welcome">
			<div className="sp-welcome-picture">
				<TogetherPicture />
			</div>
			<div className="sp-welcome-body">
				<div className="sp-welcome-head">
					<Brand />
					<LanguageChoice />
				</div>
				{children}
			</div>
		</div>
	);
}
