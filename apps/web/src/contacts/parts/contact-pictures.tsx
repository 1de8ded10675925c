import type { ContactKind } from "@samenplan/contract/contacts";
import { Building2, House, MessageSquare, Phone, Video } from "lucide-react";
import type { ReactNode } from "react";

/** Always the same picture for the same way of contact. */
export const contactPictures: Record<ContactKind, ReactNode> = {
	visit: <House aria-hidden="true" />,
	office: <Building2 aria-hidden="true" />,
	video: <Video aria-hidden="true" />,
	call: <Phone aria-hidden="true" />,
	message: <MessageSquare aria-hidden="true" />,
};
