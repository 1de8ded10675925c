-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "own_choices" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "when_it_fails" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "written_down" TEXT NOT NULL DEFAULT '';
