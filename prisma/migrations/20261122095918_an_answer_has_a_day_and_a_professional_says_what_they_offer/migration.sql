-- The answer about a plan of one's own has a day, and says when the coordinator wrote it down with the family at the table.
ALTER TABLE "plan" ADD COLUMN     "group_plan_answered_on" DATE,
ADD COLUMN     "group_plan_recorded" BOOLEAN NOT NULL DEFAULT false;

-- Beside advising, a professional says what they can offer themselves.
ALTER TABLE "help_option" ADD COLUMN     "own_offer" TEXT NOT NULL DEFAULT '';
