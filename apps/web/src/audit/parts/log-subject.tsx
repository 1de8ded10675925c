import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useText } from "../../lib/text.tsx";
import { Avatar } from "../../ui/person.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { logSubjectsQuery } from "../queries.ts";

/** A pause in typing after which is looked; each look is an entry of the log. */
const pauseMilliseconds = 400;

type Subject = { kind: "person" | "family"; id: string };

/** Finds somebody or a family of the organisation by a part of the name. */
export function LogSubject({ onChoose }: { onChoose: (subject: Subject) => void }) {
	const say = useText();
	const [typed, setTyped] = useState("");
	const [words, setWords] = useState("");
	useEffect(() => {
		const timer = setTimeout(() => setWords(typed.trim()), pauseMilliseconds);
		return () => clearTimeout(timer);
	}, [typed]);
	const { data } = useQuery(logSubjectsQuery(words));
	const found = words.length >= 2 && typed.trim().length >= 2 ? data : undefined;
	return (
		<div>
			<TextField
				label={say("audit.search.name")}
				hint={say("audit.search.name-hint")}
				type="search"
				autoComplete="off"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			{found && found.length > 0 ? (
				<ul className="sp-find" aria-label={say("audit.search.found")}>
					{found.map(({ kind, id, name, staff, families }) => (
						<li key={id}>
							<button
								type="button"
								className="sp-menu-item"
								onClick={() => {
									setTyped("");
									setWords("");
									onChoose({ kind, id });
								}}
							>
								<Avatar personId={id} name={name} size="2rem" />
								<span>
									{name}
									<small className="sp-log-note">
										{kind === "family"
											? say("audit.search.family")
											: staff
												? say("audit.search.staff")
												: families
													? say("audit.search.of", { families })
													: say("audit.search.outside")}
									</small>
								</span>
							</button>
						</li>
					))}
				</ul>
			) : null}
			<p role="status">{found && found.length === 0 ? say("audit.search.nobody") : null}</p>
		</div>
	);
}
