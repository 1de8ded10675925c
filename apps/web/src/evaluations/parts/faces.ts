import type { Face } from "../../ui/face-picture.tsx";

/** The face of a level: much less than hoped (-2) is the first, much more (+2) the fifth. */
export function faceOf(level: number): Face {
	return Math.min(5, Math.max(1, level + 3)) as Face;
}
