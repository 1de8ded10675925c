export { journeys as default } from "@samenplan/config/vitest";
