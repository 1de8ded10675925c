-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('visit', 'office', 'video', 'call', 'message');

-- CreateEnum
CREATE TYPE "milestone_kind" AS ENUM ('day_care', 'age_4', 'age_12', 'age_16', 'age_18', 'school_change', 'move', 'birth', 'separation', 'other');

-- CreateEnum
CREATE TYPE "inquiry_state" AS ENUM ('open', 'found', 'dropped');

-- CreateEnum
CREATE TYPE "analysis_kind" AS ENUM ('nature', 'severity', 'cause', 'keeps_going', 'protective');

-- CreateEnum
CREATE TYPE "analysis_basis" AS ENUM ('know', 'think');

-- CreateEnum
CREATE TYPE "handover_state" AS ENUM ('asked', 'arranged', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "advice_fit" AS ENUM ('fitted', 'partly', 'not');

-- CreateEnum
CREATE TYPE "placement" AS ENUM ('home', 'foster_return', 'foster_long', 'residential');

-- CreateEnum
CREATE TYPE "closing_kind" AS ENUM ('goals_reached', 'goes_on_alone', 'family_stops', 'moved', 'other_help', 'age', 'other');

-- CreateEnum
CREATE TYPE "safety_kind" AS ENUM ('physical_material', 'emotional', 'sexual', 'context');

-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('route', 'shared_picture', 'running');

-- AlterEnum
ALTER TYPE "view_subject" ADD VALUE 'earlier_help';

-- AlterEnum
ALTER TYPE "position_subject" ADD VALUE 'handover';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "reminder_kind" ADD VALUE 'unanswered_question';
ALTER TYPE "reminder_kind" ADD VALUE 'waiting_agreement';
ALTER TYPE "reminder_kind" ADD VALUE 'stalled_plan';
ALTER TYPE "reminder_kind" ADD VALUE 'review';
ALTER TYPE "reminder_kind" ADD VALUE 'waiting_list';
ALTER TYPE "reminder_kind" ADD VALUE 'contact_rhythm';
ALTER TYPE "reminder_kind" ADD VALUE 'milestone';
ALTER TYPE "reminder_kind" ADD VALUE 'check_in';
ALTER TYPE "reminder_kind" ADD VALUE 'handover';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quiet_from" INTEGER NOT NULL DEFAULT 21,
ADD COLUMN     "quiet_until" INTEGER NOT NULL DEFAULT 8;

-- AlterTable
ALTER TABLE "evaluation" ADD COLUMN     "proud_of" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "what_next" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "cooperation_answer" ADD COLUMN     "recorded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "written_by" UUID;

-- AlterTable
ALTER TABLE "help_option" ADD COLUMN     "preference" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "compared" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "weighed_experience" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "weighed_knowledge" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "weighed_referral" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "weighed_running" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "weighed_wishes" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "help" ADD COLUMN     "instead_of_id" UUID,
ADD COLUMN     "stopped_because" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "who_does_what" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "check_in_on" DATE,
ADD COLUMN     "check_in_words" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "checked_in_on" DATE,
ADD COLUMN     "closing_kind" "closing_kind",
ADD COLUMN     "court_order" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "court_order_on" DATE,
ADD COLUMN     "placement" "placement" NOT NULL DEFAULT 'home',
ADD COLUMN     "referral_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "referrer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "referrer_hears" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reopened_because" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reopened_on" DATE,
ADD COLUMN     "turn_to" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "wants_milestones" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "step" ADD COLUMN     "reopened_because" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "view" ADD COLUMN     "safety_kind" "safety_kind";

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "kind" "review_kind" NOT NULL DEFAULT 'shared_picture',
ADD COLUMN     "urgent_because" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "crisis_act" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "done_by" UUID,
    "done_by_who" TEXT NOT NULL DEFAULT '',
    "done_on" DATE NOT NULL,
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "crisis_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_moment" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "contact_kind" NOT NULL,
    "held_on" DATE NOT NULL,
    "with_whom" UUID[] DEFAULT ARRAY[]::UUID[],
    "text" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_moment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "milestone_kind" NOT NULL,
    "on_day" DATE NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "done_on" DATE,
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "how" TEXT NOT NULL DEFAULT '',
    "instrument" TEXT NOT NULL DEFAULT '',
    "suits" BOOLEAN,
    "suits_words" TEXT NOT NULL DEFAULT '',
    "person_id" UUID,
    "due_on" DATE,
    "found" TEXT NOT NULL DEFAULT '',
    "state" "inquiry_state" NOT NULL DEFAULT 'open',
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "analysis_point" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "analysis_kind" NOT NULL,
    "basis" "analysis_basis" NOT NULL,
    "text" TEXT NOT NULL,
    "about_person_id" UUID,
    "theme" "theme",
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analysis_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shared_word" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "family_means" TEXT NOT NULL DEFAULT '',
    "professional_means" TEXT NOT NULL DEFAULT '',
    "at_home" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shared_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_text" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "started_from" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "state" "handover_state" NOT NULL DEFAULT 'asked',
    "from_person_id" UUID NOT NULL,
    "to_person_id" UUID,
    "because" TEXT NOT NULL,
    "to_know" TEXT NOT NULL DEFAULT '',
    "talk_on" DATE,
    "talk_where" TEXT NOT NULL DEFAULT '',
    "told_family_on" DATE,
    "answer_words" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "asked_by" UUID NOT NULL,
    "arranged_by" UUID,
    "arranged_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice_check" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "help_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fitted" "advice_fit" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "recorded" BOOLEAN NOT NULL DEFAULT false,
    "language" "language" NOT NULL DEFAULT 'nl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advice_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disagreement_talk" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "subject" "position_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_version" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "took_part" UUID[] DEFAULT ARRAY[]::UUID[],
    "text" TEXT NOT NULL,
    "proceeds" BOOLEAN NOT NULL DEFAULT false,
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disagreement_talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_advice" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "step" "step_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" UUID NOT NULL,
    "answer" "review_answer",
    "because" TEXT NOT NULL DEFAULT '',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_advice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "crisis_act_family_id_plan_id_idx" ON "crisis_act"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "contact_moment_family_id_plan_id_idx" ON "contact_moment"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "milestone_family_id_idx" ON "milestone"("family_id");

-- CreateIndex
CREATE INDEX "milestone_on_day_idx" ON "milestone"("on_day");

-- CreateIndex
CREATE INDEX "inquiry_family_id_plan_id_idx" ON "inquiry"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "analysis_point_family_id_plan_id_idx" ON "analysis_point"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "shared_word_family_id_plan_id_idx" ON "shared_word"("family_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_text_family_id_person_id_place_key" ON "draft_text"("family_id", "person_id", "place");

-- CreateIndex
CREATE INDEX "handover_family_id_idx" ON "handover"("family_id");

-- CreateIndex
CREATE INDEX "handover_to_person_id_idx" ON "handover"("to_person_id");

-- CreateIndex
CREATE INDEX "advice_check_family_id_help_id_idx" ON "advice_check"("family_id", "help_id");

-- CreateIndex
CREATE INDEX "disagreement_talk_family_id_subject_subject_id_idx" ON "disagreement_talk"("family_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "review_advice_family_id_review_id_idx" ON "review_advice"("family_id", "review_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- By hand: what hangs on what, what must hold, who reads and who changes.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text; r record;
  everyone_of_the_plan text[] := array['coordinator', 'parent_with_authority', 'young_person', 'young_person_16'];
begin
  foreach t in array array['crisis_act', 'contact_moment', 'milestone', 'inquiry', 'analysis_point', 'shared_word', 'handover', 'draft_text',
                           'disagreement_talk', 'advice_check', 'review_advice'] loop
    execute format('alter table %I add constraint %I foreign key (family_id) references family (id)', t, t || '_family');
    execute format('alter table %I add constraint %I unique (family_id, id)', t, t || '_in_family');
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('grant select, insert, update, delete on %I to samenplan_app', t);
  end loop;
  alter table review add constraint review_in_family unique (family_id, id);
  for r in select * from (values
    ('crisis_act', 'plan_id', 'plan'), ('contact_moment', 'plan_id', 'plan'), ('inquiry', 'plan_id', 'plan'), ('analysis_point', 'plan_id', 'plan'),
    ('shared_word', 'plan_id', 'plan'), ('handover', 'plan_id', 'plan'), ('advice_check', 'help_id', 'help'), ('review_advice', 'review_id', 'review'),
    ('help', 'instead_of_id', 'help')
  ) as nested (child, col, parent) loop
    execute format('alter table %I add constraint %I foreign key (family_id, %I) references %I (family_id, id)', r.child, r.child || '_' || r.col, r.col, r.parent);
  end loop;
  for r in select c.table_name as child, c.column_name as col from information_schema.columns c
           where c.table_schema = 'public' and c.data_type = 'uuid'
             and (c.table_name in ('crisis_act', 'contact_moment', 'milestone', 'inquiry', 'analysis_point', 'shared_word', 'handover', 'draft_text',
               'disagreement_talk', 'advice_check', 'review_advice')
               and c.column_name in ('person_id', 'written_by', 'done_by', 'about_person_id', 'asked_by', 'arranged_by', 'from_person_id', 'to_person_id', 'answered_by')
               or c.table_name = 'cooperation_answer' and c.column_name = 'written_by') loop
    execute format('alter table %I add constraint %I foreign key (%I) references person (id)', r.child, r.child || '_' || r.col, r.col);
  end loop;
  -- Every change keeps the former text.
  foreach t in array array['crisis_act', 'contact_moment', 'milestone', 'inquiry', 'analysis_point', 'shared_word', 'handover', 'review_advice'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function app.keep_former_text()', t || '_former_text', t);
  end loop;
  -- Whoever reads the whole plan reads these.
  foreach t in array array['crisis_act', 'contact_moment', 'milestone', 'inquiry', 'analysis_point', 'shared_word', 'disagreement_talk', 'advice_check',
                           'review_advice'] loop
    execute format('create policy core on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[]) and (select app.scope()) = ''core'')', t);
  end loop;
  -- Another coordinator is arranged by the team lead too, who reads nothing else of the plan.
  create policy core_or_figures on handover to samenplan_app using (
    family_id = any ((select app.families())::uuid[]) and (select app.scope()) in ('core', 'figures'));
  -- What somebody is still writing is theirs alone.
  create policy own on draft_text to samenplan_app using (
    family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core' and person_id = (select app.person()) and (select app.viewer()) is null);
  for r in select * from (values
    ('crisis_act', array['coordinator']::text[]), ('contact_moment', array['coordinator']::text[]), ('inquiry', array['coordinator']::text[]),
    ('analysis_point', array['coordinator']::text[]), ('shared_word', everyone_of_the_plan), ('milestone', everyone_of_the_plan),
    ('disagreement_talk', array['coordinator']::text[]), ('advice_check', everyone_of_the_plan), ('review_advice', array['coordinator', 'scientist']::text[]),
    ('handover', array['coordinator', 'parent_with_authority', 'young_person_16', 'team_lead']), ('draft_text', everyone_of_the_plan || array['scientist'])
  ) as changed (name, relations) loop
    execute format('create policy changes_as_added on %I as restrictive for insert to samenplan_app with check ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_changed on %I as restrictive for update to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
    execute format('create policy changes_as_removed on %I as restrictive for delete to samenplan_app using ((select app.changes_as(%L)))', r.name, r.relations);
  end loop;
end $$;
-- A row says who wrote it: whoever adds it.
create policy writer_added on crisis_act as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on contact_moment as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on milestone as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on inquiry as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on analysis_point as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on shared_word as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on disagreement_talk as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on advice_check as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy writer_added on review_advice as restrictive for insert to samenplan_app with check (written_by = (select app.person()));
create policy asker_added on handover as restrictive for insert to samenplan_app with check (asked_by = (select app.person()));
-- A talk that was held, and what somebody answered, stay as they were said.
revoke update, delete on disagreement_talk, advice_check from samenplan_app;
drop policy changes_as_changed on disagreement_talk;
drop policy changes_as_removed on disagreement_talk;
drop policy changes_as_changed on advice_check;
drop policy changes_as_removed on advice_check;
revoke delete on handover from samenplan_app;
drop policy changes_as_removed on handover;

alter table contact_moment alter column with_whom set not null;
alter table disagreement_talk alter column took_part set not null;
alter table decision alter column compared set not null;
alter table draft_text add constraint draft_text_size check (length(place) <= 200 and length(text) <= 20000);
alter table account add constraint quiet_hours check (quiet_from between 0 and 23 and quiet_until between 0 and 23);
-- One that runs at a time; and never to whoever already coordinates.
create unique index handover_one_open on handover (family_id) where state in ('asked', 'arranged');
alter table handover add constraint handover_to_somebody_else check (to_person_id is null or to_person_id <> from_person_id);
alter table handover add constraint handover_arranged_to_somebody check (state not in ('arranged', 'accepted') or (to_person_id is not null and talk_on is not null));

-- Destroying what is about one person takes these along.
do $$
declare was text := pg_get_functiondef('app.destroy_person_rows(uuid, uuid, uuid)'::regprocedure);
  anchor text := $a$('statement', 'person_id = $2'),$a$;
  first_anchor text := $a$  update goal set from_view_id = null$a$;
begin
  if position(anchor in was) = 0 or position(first_anchor in was) = 0 then raise exception 'destroy_person_rows reads otherwise than expected'; end if;
  was := replace(was, anchor, anchor || $a$
    ('draft_text', 'person_id = $2'),
    ('advice_check', 'person_id = $2 or written_by = $2'),
    ('milestone', 'person_id = $2 or written_by = $2'),
    ('shared_word', 'written_by = $2'),
    ('analysis_point', 'about_person_id = $2'),
    ('handover', 'asked_by = $2'),$a$);
  was := replace(was, first_anchor, $a$  update crisis_act set done_by = null where family_id = p_family and done_by = p_person;
  update inquiry set person_id = null where family_id = p_family and person_id = p_person;
  update contact_moment set with_whom = array_remove(with_whom, p_person) where family_id = p_family and p_person = any (with_whom);
  update disagreement_talk set took_part = array_remove(took_part, p_person) where family_id = p_family and p_person = any (took_part);
  update cooperation_answer set written_by = null where family_id = p_family and written_by = p_person;
$a$ || first_anchor);
  execute was;
end $$;
