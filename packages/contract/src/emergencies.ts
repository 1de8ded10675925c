/** Break the glass. */

export const emergencyReasons = ["acute_danger", "coordinator_absent", "call_from_family", "request_of_authority"] as const;

export const emergencyVerdicts = ["justified", "not_justified"] as const;
