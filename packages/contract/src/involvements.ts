/** Invitations and involvement beyond the parents and children: begin, accept, decline, end. */
export {};
