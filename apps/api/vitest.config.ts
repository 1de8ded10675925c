export { withDatabase as default } from "@samenplan/config/vitest";
