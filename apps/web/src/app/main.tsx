import "../ui/style.css";
import { createRoot } from "react-dom/client";
import { firstLanguage, showLanguage } from "../lib/messages.ts";
import { App } from "./app.tsx";

const renewedKey = "samenplan.renewed";

// A page that stayed open while Samenplan was renewed asks for files that are gone: fetch the new page, once a minute at most. Without a
// connection there is nothing to fetch, and the browser would put its own page in the place of ours.
addEventListener("vite:preloadError", (event) => {
	if (!navigator.onLine) return;
	const last = Number(sessionStorage.getItem(renewedKey) ?? 0);
	if (Date.now() - last < 60_000) return;
	sessionStorage.setItem(renewedKey, String(Date.now()));
	event.preventDefault();
	location.reload();
});

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
await showLanguage(firstLanguage());
createRoot(place).render(<App />);
