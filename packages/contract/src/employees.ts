/** Accounts of employees: invite, password, duties. */
export {};
