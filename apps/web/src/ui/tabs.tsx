import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

type TabsProps = {
	label: string;
	tabs: readonly { id: string; label: ReactNode; content: ReactNode }[];
	selected?: string;
	onSelect?: (id: string) => void;
};

/** Views of the same thing. What differs in subject gets its own page instead. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
	return (
		<AriaTabs className="sp-tabs" selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
			<TabList className="sp-tab-list" aria-label={label}>
				{tabs.map((tab) => (
					<Tab key={tab.id} id={tab.id} className="sp-tab">
						{tab.label}
					</Tab>
				))}
			</TabList>
			{tabs.map((tab) => (
				<TabPanel key={tab.id} id={tab.id}>
					{tab.content}
				</TabPanel>
			))}
		</AriaTabs>
	);
}
