import { Eye, EyeOff } from "lucide-react";
import { type InputHTMLAttributes, type Ref, useState } from "react";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import type { FieldWords } from "../../ui/field.tsx";
import { TextField } from "../../ui/text-field.tsx";

type PasswordFieldProps = FieldWords &
	InputHTMLAttributes<HTMLInputElement> & {
		/** Tells the browser whether to fill in the known one or to make a new one. */
		autoComplete: "current-password" | "new-password";
		ref?: Ref<HTMLInputElement>;
	};

/** A password, which can be looked at and pasted. */
export function PasswordField(props: PasswordFieldProps) {
	const say = useText();
	const [shown, setShown] = useState(false);
	return (
		<div className="sp-stack" data-gap="2xs">
			<TextField {...props} type={shown ? "text" : "password"} autoCapitalize="none" autoCorrect="off" spellCheck={false} maxLength={256} />
			<div>
				<Button
					look="quiet"
					size="small"
					aria-pressed={shown}
					icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
					onClick={() => setShown(!shown)}
				>
					{say("sign-in.show-password")}
				</Button>
			</div>
		</div>
	);
}
