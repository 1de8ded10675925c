import { useState } from "react";
import { Link } from "react-router";
import { useMe } from "../lib/me.ts";
import { useText } from "../lib/text.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Avatar } from "../ui/person.tsx";
import { TextField } from "../ui/text-field.tsx";

const plain = (words: string) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** From one family to another by typing a few letters. */
export function FindFamily({ open, onClose }: { open: boolean; onClose: () => void }) {
	const say = useText();
	const { families } = useMe();
	const [typed, setTyped] = useState("");
	const found = families.filter(({ name }) => plain(name).includes(plain(typed.trim()))).slice(0, 12);
	return (
		<Dialog open={open} onClose={onClose} title={say("shell.find-family")}>
			<TextField
				label={say("shell.find-family-hint")}
				type="search"
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			<ul className="sp-find">
				{found.map((family) => (
					<li key={family.id}>
						<Link className="sp-menu-item" to={`/families/${family.id}`} onClick={onClose}>
							<Avatar personId={family.id} name={family.name} size="2rem" />
							{family.name}
						</Link>
					</li>
				))}
			</ul>
			<p role="status">{found.length === 0 ? say("shell.no-family-found") : null}</p>
		</Dialog>
	);
}
