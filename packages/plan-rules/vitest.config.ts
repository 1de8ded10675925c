export { onNode as default } from "@samenplan/config/vitest";
