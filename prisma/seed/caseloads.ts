import type { LightFamily, Scene } from "./light-families.ts";

/** Name; parents; children with their ages; what is going on. All invented. */
type Line = [name: string, parents: string, children: string, scene: Scene];

const marit: Line[] = [
	["Gezin Aalbers", "Ilse, Thomas", "Fien 5, Joep 2", "overdue"],
	["Gezin Ahmadi", "Shirin, Reza", "Darya 9", "running"],
	["Gezin Bakhtiar", "Leila", "Kian 7, Roza 4", "question"],
	["Gezin Boersma", "Femke, Wiebe", "Jelle 11", "goals"],
	["Gezin van den Bosch", "Petra, Hans", "Lars 14, Merel 12", "version"],
	["Gezin Can", "Elif, Murat", "Deniz 6", "new"],
	["Gezin Dekker", "Sandra", "Quinten 8", "explain"],
	["Gezin van Dijk", "Monique, Paul", "Isa 10, Bo 7", "network"],
	["Gezin Doornbos", "Grietje, Klaas", "Aukje 3", "review"],
	["Gezin El Idrissi", "Naima, Youssef", "Amir 12, Lina 9, Sami 4", "soon"],
	["Gezin Evers", "Judith", "Teun 5", "stalled"],
	["Gezin Ferreira", "Ana, João", "Tiago 8", "help"],
	["Gezin de Groot", "Wendy, Mark", "Lynn 15", "running"],
	["Gezin Hagen", "Bianca", "Ruben 6, Tess 6", "fresh question"],
	["Gezin ter Haar", "Annelies, Gert", "Stijn 9", "strengths"],
	["Gezin Haile", "Selam, Yonas", "Abel 3, Sara 1", "help waiting"],
	["Gezin Jonker", "Karin, Peter", "Noud 13", "disagreement"],
	["Gezin Kaya", "Zeynep, Ali", "Ece 7", "running"],
	["Gezin Koopman", "Esther, Ron", "Puck 4", "clarifying"],
	["Gezin Kowalska", "Agnieszka, Piotr", "Zosia 8, Kuba 5", "goals"],
	["Gezin Kuiper", "Marjan", "Sven 10", "overdue"],
	["Gezin van Leeuwen", "Daphne, Bas", "Mees 2", "network"],
	["Gezin Lim", "Mei, Kevin", "Jasmijn 9, Ravi 7", "running"],
	["Gezin Maas", "Nicole, Erik", "Fleur 11", "advised"],
	["Gezin Mulder", "Ellen, Stef", "Guus 6, Pip 3", "help"],
	["Gezin Nassar", "Rania, Omar", "Yara 5", "strengths"],
	["Gezin Oosterhof", "Hilde", "Matthijs 12", "running"],
	["Gezin Pinas", "Shanice, Delano", "Jayden 8, Kaylee 6", "soon"],
	["Gezin Postma", "Tineke, Jan", "Hidde 14", "review"],
	["Gezin Rietveld", "Carolien, Sjoerd", "Roos 7", "clarifying"],
	["Gezin Schouten", "Angela", "Damian 9, Romy 5", "running"],
	["Gezin Tesfaye", "Hanna, Dawit", "Liya 4", "closed"],
	["Gezin Timmer", "Lisette, Frank", "Bram 10, Wout 8", "network"],
	["Gezin Veenstra", "Jolanda", "Anna 16", "stalled"],
	["Gezin Vermeer", "Inge, Remco", "Sofie 6", "new"],
	["Gezin Wolters", "Patricia, Dennis", "Kyan 7", "running"],
	["Gezin Zijlstra", "Anneke, Tjeerd", "Nynke 5, Rens 2", "strengths"],
];
const joris: Line[] = [
	["Gezin Blom", "Mieke, Arjan", "Floor 8", "overdue"],
	["Gezin Diallo", "Aminata, Ibrahim", "Moussa 10, Awa 6", "running"],
	["Gezin Hendriks", "Saskia", "Luuk 4", "question"],
	["Gezin Peters", "Yvonne, Rob", "Sanne 12", "goals"],
	["Gezin Rahimi", "Zahra, Farid", "Omid 9", "stalled"],
	["Gezin Smeets", "Loes, Twan", "Saar 3", "clarifying"],
];
const sanne: Line[] = [
	["Gezin Abdi", "Hodan, Ahmed", "Ayaan 7", "running"],
	["Gezin Willems", "Kim, Stefan", "Jip 5", "network"],
];

const read = (lines: Line[]): LightFamily[] =>
	lines.map(([name, parents, children, scene]) => ({
		name,
		parents: parents.split(", "),
		children: children.split(", ").map((child) => [child.replace(/ \d+$/, ""), Number(child.match(/\d+$/)?.[0])]),
		scene,
	}));

export const caseloadOfMarit = read(marit);
export const familiesOfJoris = read(joris);
export const familiesOfSanne = read(sanne);
