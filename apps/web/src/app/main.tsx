import "../ui/style.css";
import { createRoot } from "react-dom/client";
import { firstLanguage, showLanguage } from "../lib/messages.ts";
import { App } from "./app.tsx";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
await showLanguage(firstLanguage());
createRoot(place).render(<App />);
