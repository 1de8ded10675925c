/** Parts of the plan shared by name with somebody outside its core. */

export const shareObjects = ["goal", "help", "ask", "plan_version"] as const;
