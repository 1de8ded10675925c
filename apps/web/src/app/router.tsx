import { lazy, Suspense } from "react";
import { Route, Routes, useLocation } from "react-router";
import { FamilyFrame } from "../plans/parts/family-frame.tsx";
import { Page } from "../ui/layout.tsx";
import { Loading } from "../ui/notice.tsx";
import { BrokenPage } from "./broken-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { OpenFrame } from "./open-frame.tsx";
import { routes } from "./routes.tsx";
import { useScrollMemory } from "./scroll-memory.ts";
import { SignedIn } from "./signed-in.tsx";

const pages = routes.map((route) => ({ ...route, Page: lazy(route.page) }));

const isOfFamily = (path: string) => path === "/families/:familyId" || path.startsWith("/families/:familyId/");

/** Finds the page for the address. One that breaks says so and leaves the frame standing. */
export function Router() {
	useScrollMemory();
	return (
		<Routes>
			<Route element={<OpenFrame />}>
				{pages
					.filter((route) => route.open)
					.map(({ path, Page: Content }) => (
						<Route key={path} path={path} element={<Framed content={<Content />} />} />
					))}
			</Route>
			<Route element={<SignedIn />}>
				{pages
					.filter((route) => !route.open && !isOfFamily(route.path))
					.map(({ path, Page: Content }) => (
						<Route key={path} path={path} element={<Framed content={<Content />} />} />
					))}
				<Route element={<FramedFamily />}>
					{pages
						.filter((route) => isOfFamily(route.path))
						.map(({ path, Page: Content }) => (
							<Route key={path} path={path} element={<Framed content={<Content />} />} />
						))}
				</Route>
			</Route>
			<Route element={<OpenFrame />}>
				<Route path="*" element={<NotFoundPage />} />
			</Route>
		</Routes>
	);
}

/** Also what stands around the pages of a family may break, without taking the whole screen along. */
function FramedFamily() {
	const { pathname } = useLocation();
	return (
		<BrokenPage key={pathname.split("/")[2]}>
			<FamilyFrame />
		</BrokenPage>
	);
}

function Framed({ content }: { content: React.ReactNode }) {
	const { pathname } = useLocation();
	return (
		<BrokenPage key={pathname}>
			<Suspense
				fallback={
					<Page>
						<Loading />
					</Page>
				}
			>
				{content}
			</Suspense>
		</BrokenPage>
	);
}
