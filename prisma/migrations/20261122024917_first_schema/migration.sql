-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "staff_duty" AS ENUM ('coordinator', 'scientist', 'team_lead', 'administrator', 'privacy_officer');

-- CreateEnum
CREATE TYPE "audit_action" AS ENUM ('create', 'read', 'update', 'delete', 'execute');

-- CreateEnum
CREATE TYPE "audit_outcome" AS ENUM ('success', 'denied', 'failed');

-- CreateEnum
CREATE TYPE "comment_kind" AS ENUM ('comment', 'question', 'answer');

-- CreateEnum
CREATE TYPE "comment_about" AS ENUM ('plan', 'step', 'goal', 'action', 'view', 'help', 'decision', 'evaluation', 'review');

-- CreateEnum
CREATE TYPE "evaluation_state" AS ENUM ('planned', 'held');

-- CreateEnum
CREATE TYPE "evaluation_decision" AS ENUM ('go_on', 'adjust', 'step_up', 'step_down', 'close');

-- CreateEnum
CREATE TYPE "involvement_relation" AS ENUM ('coordinator', 'scientist', 'parent', 'child', 'network_member', 'professional');

-- CreateEnum
CREATE TYPE "household_part" AS ENUM ('full', 'part', 'weekends');

-- CreateEnum
CREATE TYPE "kinship_kind" AS ENUM ('parent', 'step_parent', 'foster_parent', 'grandparent', 'sibling', 'half_sibling', 'partner', 'former_partner', 'other');

-- CreateEnum
CREATE TYPE "authority_holds" AS ENUM ('yes', 'no', 'unknown');

-- CreateEnum
CREATE TYPE "invitation_state" AS ENUM ('sent', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "goal_for" AS ENUM ('child', 'parent', 'parents_together', 'sibling', 'whole_family');

-- CreateEnum
CREATE TYPE "goal_term" AS ENUM ('short', 'long');

-- CreateEnum
CREATE TYPE "goal_state" AS ENUM ('proposed', 'agreed', 'active', 'achieved', 'adjusted', 'stopped');

-- CreateEnum
CREATE TYPE "repeats" AS ENUM ('once', 'daily', 'weekly', 'monthly');

-- CreateEnum
CREATE TYPE "action_state" AS ENUM ('to_do', 'done', 'did_not_work');

-- CreateEnum
CREATE TYPE "help_state" AS ENUM ('planned', 'waiting', 'running', 'stopped', 'completed');

-- CreateEnum
CREATE TYPE "tie_kind" AS ENUM ('family', 'friend', 'neighbour', 'school', 'club', 'faith', 'peer', 'work', 'professional', 'other');

-- CreateEnum
CREATE TYPE "ask_state" AS ENUM ('open', 'taken', 'done', 'withdrawn');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('nl', 'en', 'pl', 'tr', 'ar');

-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "route" AS ENUM ('light', 'full', 'explore', 'crisis');

-- CreateEnum
CREATE TYPE "group_plan_answer" AS ENUM ('yes', 'no', 'later');

-- CreateEnum
CREATE TYPE "step_kind" AS ENUM ('clarify', 'strengths', 'goals', 'network', 'help', 'evaluate');

-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('not_started', 'in_progress', 'concluded', 'reopened');

-- CreateEnum
CREATE TYPE "view_subject" AS ENUM ('question', 'wish', 'worry', 'expectation', 'strength', 'concern', 'safety', 'resource');

-- CreateEnum
CREATE TYPE "theme" AS ENUM ('daily_care', 'child_behaviour', 'parent_behaviour', 'safety', 'social_surroundings', 'learning', 'money', 'housing', 'work', 'health', 'law');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('family', 'core', 'circle', 'named', 'staff');

-- CreateEnum
CREATE TYPE "plan_version_state" AS ENUM ('put', 'agreed', 'withdrawn');

-- CreateEnum
CREATE TYPE "position_subject" AS ENUM ('goal', 'shared_picture', 'decision', 'plan_version');

-- CreateEnum
CREATE TYPE "position_answer" AS ENUM ('agree', 'agree_but', 'disagree', 'explain');

-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('evaluation');

-- CreateEnum
CREATE TYPE "reminder_rung" AS ENUM ('before', 'on_day', 'after', 'team_lead');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('asked', 'taken', 'advised', 'answered', 'withdrawn');

-- CreateEnum
CREATE TYPE "review_answer" AS ENUM ('followed', 'not_followed');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "state" "account_state" NOT NULL DEFAULT 'active',
    "duties" "staff_duty"[] DEFAULT ARRAY[]::"staff_duty"[],
    "team_id" UUID,
    "demo_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "former_token_hash" TEXT,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "action" "audit_action" NOT NULL,
    "outcome" "audit_outcome" NOT NULL,
    "account_id" UUID,
    "person_id" UUID,
    "relation" TEXT,
    "object" TEXT NOT NULL,
    "object_id" UUID,
    "family_id" UUID,
    "ground" TEXT,
    "client_address" TEXT,
    "request_id" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "comment_kind" NOT NULL,
    "about" "comment_about" NOT NULL,
    "about_id" UUID,
    "to_team" BOOLEAN NOT NULL DEFAULT false,
    "answers_id" UUID,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "audience" "audience" NOT NULL DEFAULT 'core',
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_text" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "row" JSONB NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "evaluation_state" NOT NULL DEFAULT 'planned',
    "held_on" DATE,
    "decision" "evaluation_decision",
    "why" TEXT NOT NULL DEFAULT '',
    "what_worked" TEXT NOT NULL DEFAULT '',
    "next_on" DATE,
    "written_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_score" (
    "family_id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "language" "language" NOT NULL DEFAULT 'nl',
    "written_by" UUID NOT NULL,
    "recorded" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_score_pkey" PRIMARY KEY ("evaluation_id","goal_id","person_id")
);

-- CreateTable
CREATE TABLE "cooperation_answer" (
    "family_id" UUID NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "statement" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cooperation_answer_pkey" PRIMARY KEY ("evaluation_id","person_id","statement")
);

-- CreateTable
CREATE TABLE "family" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "involvement" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" "involvement_relation" NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "ground" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "recorded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "family_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" "household_part" NOT NULL DEFAULT 'full',

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("household_id","person_id")
);

-- CreateTable
CREATE TABLE "kinship" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "kinship_kind" NOT NULL,
    "to_person_id" UUID NOT NULL,

    CONSTRAINT "kinship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "holds" "authority_holds" NOT NULL DEFAULT 'unknown',
    "source" TEXT NOT NULL DEFAULT '',
    "recorded_on" DATE,
    "recorded_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "involvement_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "state" "invitation_state" NOT NULL DEFAULT 'sent',
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "theme" "theme",
    "for_kind" "goal_for",
    "for_person_id" UUID,
    "text" TEXT NOT NULL,
    "professional_text" TEXT NOT NULL DEFAULT '',
    "term" "goal_term" NOT NULL DEFAULT 'short',
    "state" "goal_state" NOT NULL DEFAULT 'proposed',
    "levels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "start_level" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "from_view_id" UUID,
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "goal_id" UUID,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "repeats" "repeats" NOT NULL DEFAULT 'once',
    "state" "action_state" NOT NULL DEFAULT 'to_do',
    "note" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(3),
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_option" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "what" TEXT NOT NULL DEFAULT '',
    "known_to_work" TEXT NOT NULL DEFAULT '',
    "family_for" TEXT NOT NULL DEFAULT '',
    "family_against" TEXT NOT NULL DEFAULT '',
    "professional_for" TEXT NOT NULL DEFAULT '',
    "professional_against" TEXT NOT NULL DEFAULT '',
    "waiting" TEXT NOT NULL DEFAULT '',
    "distance" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT '',
    "recommended" BOOLEAN NOT NULL DEFAULT false,
    "written_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "help_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "option_id" UUID,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "took_part" UUID[] DEFAULT ARRAY[]::UUID[],
    "decided_on" DATE NOT NULL,
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "evaluation_on" DATE NOT NULL,
    "aftercare" TEXT NOT NULL DEFAULT '',
    "state" "help_state" NOT NULL DEFAULT 'planned',
    "waiting_since" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "help_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_note" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "help_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "advice_fitted" BOOLEAN,
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_tie" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "tie_kind" NOT NULL,
    "closeness" INTEGER NOT NULL,
    "gives_support" BOOLEAN NOT NULL DEFAULT false,
    "costs_energy" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "network_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ask" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "when_text" TEXT NOT NULL DEFAULT '',
    "state" "ask_state" NOT NULL DEFAULT 'open',
    "written_by" UUID NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "ask_id" UUID NOT NULL,
    "tie_id" UUID,
    "person_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL DEFAULT '',
    "born_on" DATE,
    "staff" BOOLEAN NOT NULL DEFAULT false,
    "language" "language" NOT NULL DEFAULT 'nl',
    "interpreter" BOOLEAN NOT NULL DEFAULT false,
    "easy_text" BOOLEAN NOT NULL DEFAULT false,
    "pictures" BOOLEAN NOT NULL DEFAULT false,
    "read_aloud" BOOLEAN NOT NULL DEFAULT false,
    "large_letters" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,
    "phone" TEXT,
    "reach_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "state" "plan_state" NOT NULL DEFAULT 'open',
    "route" "route",
    "route_reason" TEXT NOT NULL DEFAULT '',
    "complex" BOOLEAN NOT NULL DEFAULT false,
    "told_family_on" DATE,
    "sharing_agreements" TEXT NOT NULL DEFAULT '',
    "group_plan_offered_on" DATE,
    "group_plan_answer" "group_plan_answer",
    "group_plan_words" TEXT NOT NULL DEFAULT '',
    "network_skipped_because" TEXT NOT NULL DEFAULT '',
    "closing_reason" TEXT NOT NULL DEFAULT '',
    "aftercare" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "step_kind" NOT NULL,
    "state" "step_state" NOT NULL DEFAULT 'not_started',
    "conclusion" TEXT NOT NULL DEFAULT '',
    "professional_conclusion" TEXT NOT NULL DEFAULT '',
    "agreements" TEXT NOT NULL DEFAULT '',
    "concluded_at" TIMESTAMPTZ(3),
    "concluded_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "view" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject" "view_subject" NOT NULL,
    "theme" "theme",
    "about_person_id" UUID,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "audience" "audience" NOT NULL DEFAULT 'core',
    "written_by" UUID NOT NULL,
    "recorded" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "load_capacity" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "load" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "load_capacity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "plan_version_state" NOT NULL DEFAULT 'put',
    "content" JSONB NOT NULL,
    "must_agree" UUID[] DEFAULT ARRAY[]::UUID[],
    "put_by" UUID NOT NULL,
    "put_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "talk_on" DATE,
    "proceeded_because" TEXT NOT NULL DEFAULT '',
    "frozen_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "subject" "position_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_version" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "position_answer" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "language" "language" NOT NULL DEFAULT 'nl',
    "written_by" UUID NOT NULL,
    "recorded" BOOLEAN NOT NULL DEFAULT false,
    "explanation" TEXT NOT NULL DEFAULT '',
    "explained_by" UUID,
    "explained_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "about_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "rung" "reminder_rung" NOT NULL,
    "due_on" DATE NOT NULL,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "person_id" UUID NOT NULL,
    "family_id" UUID,
    "reminder_id" UUID,
    "to_email" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "told_family_on" DATE NOT NULL,
    "state" "review_state" NOT NULL DEFAULT 'asked',
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scientist_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "advice" TEXT NOT NULL DEFAULT '',
    "advised_at" TIMESTAMPTZ(3),
    "answer" "review_answer",
    "because" TEXT NOT NULL DEFAULT '',
    "heard_family_on" DATE,
    "answered_at" TIMESTAMPTZ(3),
    "content" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_former_token_hash_idx" ON "session"("former_token_hash");

-- CreateIndex
CREATE INDEX "sign_in_code_account_id_idx" ON "sign_in_code"("account_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_family_id_at_idx" ON "audit_entry"("family_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_at_idx" ON "audit_entry"("person_id", "at");

-- CreateIndex
CREATE INDEX "comment_family_id_plan_id_created_at_idx" ON "comment"("family_id", "plan_id", "created_at");

-- CreateIndex
CREATE INDEX "former_text_family_id_object_object_id_idx" ON "former_text"("family_id", "object", "object_id");

-- CreateIndex
CREATE INDEX "evaluation_family_id_plan_id_idx" ON "evaluation"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "evaluation_score_family_id_idx" ON "evaluation_score"("family_id");

-- CreateIndex
CREATE INDEX "cooperation_answer_family_id_idx" ON "cooperation_answer"("family_id");

-- CreateIndex
CREATE INDEX "family_team_id_idx" ON "family"("team_id");

-- CreateIndex
CREATE INDEX "involvement_family_id_idx" ON "involvement"("family_id");

-- CreateIndex
CREATE INDEX "involvement_person_id_idx" ON "involvement"("person_id");

-- CreateIndex
CREATE INDEX "household_family_id_idx" ON "household"("family_id");

-- CreateIndex
CREATE INDEX "household_member_family_id_idx" ON "household_member"("family_id");

-- CreateIndex
CREATE UNIQUE INDEX "kinship_family_id_person_id_to_person_id_key" ON "kinship"("family_id", "person_id", "to_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "authority_family_id_parent_id_child_id_key" ON "authority"("family_id", "parent_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE INDEX "invitation_family_id_idx" ON "invitation"("family_id");

-- CreateIndex
CREATE INDEX "goal_family_id_plan_id_idx" ON "goal"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "action_family_id_plan_id_idx" ON "action"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "action_person_id_idx" ON "action"("person_id");

-- CreateIndex
CREATE INDEX "help_option_family_id_plan_id_idx" ON "help_option"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "decision_family_id_plan_id_idx" ON "decision"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "help_family_id_plan_id_idx" ON "help"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "progress_note_family_id_idx" ON "progress_note"("family_id");

-- CreateIndex
CREATE INDEX "network_tie_family_id_plan_id_idx" ON "network_tie"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "ask_family_id_plan_id_idx" ON "ask"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "offer_family_id_idx" ON "offer"("family_id");

-- CreateIndex
CREATE INDEX "plan_family_id_idx" ON "plan"("family_id");

-- CreateIndex
CREATE INDEX "step_family_id_idx" ON "step"("family_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_plan_id_kind_key" ON "step"("plan_id", "kind");

-- CreateIndex
CREATE INDEX "view_family_id_plan_id_idx" ON "view"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "load_capacity_family_id_plan_id_idx" ON "load_capacity"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "plan_version_family_id_idx" ON "plan_version"("family_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_plan_id_number_key" ON "plan_version"("plan_id", "number");

-- CreateIndex
CREATE INDEX "position_family_id_subject_subject_id_idx" ON "position"("family_id", "subject", "subject_id");

-- CreateIndex
CREATE INDEX "reminder_family_id_idx" ON "reminder"("family_id");

-- CreateIndex
CREATE INDEX "reminder_send_at_idx" ON "reminder"("send_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_kind_about_id_person_id_rung_due_on_key" ON "reminder"("kind", "about_id", "person_id", "rung", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "mail_reminder_id_key" ON "mail"("reminder_id");

-- CreateIndex
CREATE INDEX "mail_sent_at_idx" ON "mail"("sent_at");

-- CreateIndex
CREATE INDEX "review_family_id_plan_id_idx" ON "review"("family_id", "plan_id");

-- CreateIndex
CREATE INDEX "review_state_asked_at_idx" ON "review"("state", "asked_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is acting. The frame sets these per transaction (app.enter); without them every family table is empty.
-- ---------------------------------------------------------------------------------------------------------------------
create schema app;
grant usage on schema app to samenplan_app;
grant usage on schema public to samenplan_app;

create function app.setting(name text) returns text language sql stable parallel safe
  return nullif(current_setting(name, true), '');
create function app.account() returns uuid language sql stable parallel safe
  return app.setting('app.account')::uuid;
create function app.person() returns uuid language sql stable parallel safe
  return app.setting('app.person')::uuid;
create function app.organisation() returns uuid language sql stable parallel safe
  return app.setting('app.organisation')::uuid;
-- The families this transaction may touch: one for a family's page, the own ones for a list.
create function app.families() returns uuid[] language sql stable parallel safe
  return coalesce(app.setting('app.families')::uuid[], '{}'::uuid[]);
-- How much of those families: core (the plan), circle, own (only what is addressed to me), list and figures (no texts).
create function app.scope() returns text language sql stable parallel safe
  return coalesce(app.setting('app.scope'), 'none');
-- family or professional: private family time is for the first, work notes are for the second.
create function app.side() returns text language sql stable parallel safe
  return coalesce(app.setting('app.side'), 'none');
-- The name of the background job that acts, when no person does.
create function app.system() returns text language sql stable parallel safe
  return coalesce(app.setting('app.system'), '');
create function app.duties() returns text[] language sql stable parallel safe
  return coalesce(app.setting('app.duties')::text[], '{}'::text[]);
-- The product's clock: real time, unless demo mode or a test moved it.
create function app.now() returns timestamptz language sql stable parallel safe
  return coalesce(app.setting('app.now')::timestamptz, now());
create function app.today() returns date language sql stable parallel safe
  return (app.now() at time zone 'Europe/Amsterdam')::date;

-- UUIDv7 (RFC 9562) for rows that are born in SQL.
create function app.uuid7() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;

-- ---------------------------------------------------------------------------------------------------------------------
-- Nested objects belong to the family they say they belong to: proved by composite foreign keys.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text; r record;
begin
  for t in select c.table_name from information_schema.columns c
           where c.table_schema = 'public' and c.column_name = 'family_id' and c.table_name not in ('audit_entry', 'mail')
  loop
    execute format('alter table %I add constraint %I foreign key (family_id) references family (id)', t, t || '_family');
  end loop;
  for t in select unnest(array['plan', 'goal', 'household', 'involvement', 'help', 'help_option', 'decision', 'ask',
                               'network_tie', 'evaluation', 'view', 'comment'])
  loop
    execute format('alter table %I add constraint %I unique (family_id, id)', t, t || '_in_family');
  end loop;
  for r in select * from (values
    ('step', 'plan_id', 'plan'), ('view', 'plan_id', 'plan'), ('load_capacity', 'plan_id', 'plan'),
    ('plan_version', 'plan_id', 'plan'), ('goal', 'plan_id', 'plan'), ('goal', 'from_view_id', 'view'),
    ('action', 'plan_id', 'plan'), ('action', 'goal_id', 'goal'), ('network_tie', 'plan_id', 'plan'),
    ('ask', 'plan_id', 'plan'), ('offer', 'ask_id', 'ask'), ('offer', 'tie_id', 'network_tie'),
    ('help_option', 'plan_id', 'plan'), ('decision', 'plan_id', 'plan'), ('decision', 'option_id', 'help_option'),
    ('help', 'plan_id', 'plan'), ('help', 'decision_id', 'decision'), ('progress_note', 'help_id', 'help'),
    ('evaluation', 'plan_id', 'plan'), ('evaluation_score', 'evaluation_id', 'evaluation'),
    ('evaluation_score', 'goal_id', 'goal'), ('cooperation_answer', 'evaluation_id', 'evaluation'),
    ('review', 'plan_id', 'plan'), ('comment', 'plan_id', 'plan'), ('comment', 'answers_id', 'comment'),
    ('household_member', 'household_id', 'household'), ('invitation', 'involvement_id', 'involvement')
  ) as nested (child, col, parent)
  loop
    execute format('alter table %I add constraint %I foreign key (family_id, %I) references %I (family_id, id)',
      r.child, r.child || '_' || r.col, r.col, r.parent);
  end loop;
  for r in select c.table_name as child, c.column_name as col from information_schema.columns c
           where c.table_schema = 'public' and c.data_type = 'uuid'
             and c.column_name in ('person_id', 'written_by', 'to_person_id', 'parent_id', 'child_id', 'for_person_id',
               'about_person_id', 'recorded_by', 'invited_by', 'asked_by', 'scientist_id', 'put_by', 'explained_by')
             and c.table_name not in ('audit_entry', 'account')
  loop
    execute format('alter table %I add constraint %I foreign key (%I) references person (id)',
      r.child, r.child || '_' || r.col, r.col);
  end loop;
end $$;
alter table person add foreign key (organisation_id) references organisation (id);
alter table account add foreign key (organisation_id) references organisation (id);
alter table account add foreign key (team_id) references team (id);
alter table family add foreign key (team_id) references team (id);
alter table family add foreign key (organisation_id) references organisation (id);
alter table session add foreign key (account_id) references account (id);
alter table sign_in_code add foreign key (account_id) references account (id);
create unique index account_email on account (lower(email));

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold (the words of the domain), kept by the database.
-- ---------------------------------------------------------------------------------------------------------------------
create unique index plan_one_open on plan (family_id) where state = 'open';
create unique index involvement_one_coordinator on involvement (family_id) where relation = 'coordinator' and ended_at is null;
create unique index involvement_once on involvement (family_id, person_id, relation) where ended_at is null;
create unique index evaluation_one_planned on evaluation (plan_id) where state = 'planned';
create unique index review_one_open on review (plan_id) where state in ('asked', 'taken');
create unique index plan_version_one_put on plan_version (plan_id) where state = 'put';
create index comment_open_question on comment (family_id, created_at) where kind = 'question' and answered_at is null;
alter table goal alter column levels set not null;
alter table plan_version alter column must_agree set not null;
alter table decision alter column took_part set not null;
alter table account alter column duties set not null;
alter table goal add constraint goal_start_level check (start_level between -2 and 2);
alter table evaluation_score add constraint score_range check (score between -2 and 2);
alter table cooperation_answer add constraint cooperation_range check (score between 1 and 5 and statement between 1 and 12);
alter table load_capacity add constraint load_range check (load between 1 and 5 and capacity between 1 and 5);
alter table network_tie add constraint closeness_range check (closeness between 1 and 3);
alter table kinship add constraint kinship_two_people check (person_id <> to_person_id);
alter table help add constraint help_period check (ends_on >= starts_on and evaluation_on is not null);
-- R4: a goal without a way to notice progress, or without someone for whom it is, cannot be agreed.
alter table goal add constraint goal_agreed_is_noticeable check (
  state in ('proposed', 'stopped') or (for_kind is not null and cardinality(levels) = 5 and levels[3] <> ''));

create function app.require_coordinator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid := coalesce(new.family_id, old.family_id);
begin
  if exists (select 1 from plan p where p.family_id = family and p.state = 'open')
     and not exists (select 1 from involvement i where i.family_id = family and i.relation = 'coordinator' and i.ended_at is null)
  then raise exception 'a family with an open plan has a coordinator' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger plan_has_coordinator after insert or update on plan
  deferrable initially deferred for each row execute function app.require_coordinator();
create constraint trigger involvement_keeps_coordinator after update or delete on involvement
  deferrable initially deferred for each row execute function app.require_coordinator();

create function app.require_evaluation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from help h join plan p on p.id = h.plan_id
             where h.plan_id = new.plan_id and h.state in ('planned', 'waiting', 'running') and p.state = 'open')
     and not exists (select 1 from evaluation e where e.plan_id = new.plan_id and e.state = 'planned')
  then raise exception 'an evaluation date exists while help runs' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger help_has_evaluation after insert or update on help
  deferrable initially deferred for each row execute function app.require_evaluation();
create constraint trigger evaluation_is_followed after update on evaluation
  deferrable initially deferred for each row execute function app.require_evaluation();

create function app.keep_agreed_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'agreed' or new.content::text <> old.content::text or new.number <> old.number then
    raise exception 'a plan version that was put before people never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger plan_version_frozen before update or delete on plan_version
  for each row execute function app.keep_agreed_version();

-- Every change keeps the former text.
create function app.keep_former_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare was jsonb := to_jsonb(old);
begin
  if tg_op = 'DELETE' or was is distinct from to_jsonb(new) then
    insert into former_text (id, family_id, object, object_id, version, row, changed_by, changed_at)
    values (app.uuid7(), (was->>'family_id')::uuid, tg_table_name, (was->>'id')::uuid, coalesce((was->>'version')::int, 1),
            was, app.person(), app.now());
  end if;
  return coalesce(new, old);
end $$;
do $$
declare t text;
begin
  foreach t in array array['plan', 'step', 'view', 'goal', 'action', 'network_tie', 'ask', 'help_option', 'decision', 'help',
                           'evaluation', 'review', 'household', 'authority', 'position']
  loop
    execute format('create trigger %I before update or delete on %I for each row execute function app.keep_former_text()',
      t || '_former_text', t);
  end loop;
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Entering: one call per transaction says who acts, what they may touch, and writes the audit entry.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.audit(p_event text, p_action audit_action, p_outcome audit_outcome, p_account uuid, p_person uuid,
  p_relation text, p_object text, p_object_id uuid, p_family uuid, p_ground text, p_client text, p_request text, p_source text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_entry (at, event, action, outcome, account_id, person_id, relation, object, object_id, family_id, ground,
                           client_address, request_id, source)
  values (app.now(), p_event, p_action, p_outcome, p_account, p_person, p_relation, p_object, p_object_id, p_family, p_ground,
          p_client, p_request, p_source);
$$;

-- The relations of a person to a family at a day; ages and authority are computed here and now.
create function app.relations(p_person uuid, p_family uuid, p_duties staff_duty[], p_team uuid, p_today date)
returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.relation), '{}') from (
    select case i.relation
      when 'parent' then case when exists (
          select 1 from authority a join person c on c.id = a.child_id
          where a.family_id = p_family and a.parent_id = p_person and a.holds = 'yes'
            and (c.born_on is null or c.born_on > p_today - interval '18 years'))
        then 'parent_with_authority' else 'parent_without_authority' end
      when 'child' then (
        select case when c.born_on <= p_today - interval '16 years' then 'young_person_16'
                    when c.born_on <= p_today - interval '12 years' then 'young_person' end
        from person c where c.id = p_person)
      when 'scientist' then null
      else i.relation::text end as relation
    from involvement i
    where i.family_id = p_family and i.person_id = p_person and i.ended_at is null and i.starts_on <= p_today
    union all
    select 'scientist' where 'scientist' = any (p_duties) and exists (
      select 1 from review v where v.family_id = p_family and v.scientist_id = p_person and v.state in ('taken', 'advised'))
    union all
    select 'team_lead' where 'team_lead' = any (p_duties) and exists (
      select 1 from family f where f.id = p_family and f.team_id = p_team)
  ) r where r.relation is not null;
$$;

create function app.enter(p_account uuid, p_session uuid, p_family uuid, p_list text, p_now timestamptz, p_event text,
  p_action audit_action, p_object text, p_object_id uuid, p_client text, p_request text, p_changes boolean)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who record; relations text[] := '{}'; families uuid[] := '{}'; scope text := 'none'; side text;
begin
  select a.person_id, a.organisation_id, a.duties, a.team_id, p.language, p.given_name into who
  from account a join person p on p.id = a.person_id
  join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
  where a.id = p_account and a.state = 'active';
  if not found then return jsonb_build_object('live', false); end if;

  perform set_config('app.now', p_now::text, true);
  if p_family is not null then
    relations := app.relations(who.person_id, p_family, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date);
    scope := case
      when relations && array['coordinator', 'scientist', 'parent_with_authority', 'young_person', 'young_person_16'] then 'core'
      when 'professional' = any (relations) then 'circle'
      when cardinality(relations) = 0 then 'none'
      when relations = array['team_lead'] then 'figures'
      else 'own' end;
    if cardinality(relations) > 0 then families := array[p_family]; end if;
  elsif p_list is not null then
    families := case p_list
      when 'coordinated' then array(select i.family_id from involvement i
        where i.person_id = who.person_id and i.ended_at is null and i.relation = 'coordinator')
      when 'team' then array(select f.id from family f where 'team_lead' = any (who.duties) and f.team_id = who.team_id)
      else array(select i.family_id from involvement i where i.person_id = who.person_id and i.ended_at is null
        and cardinality(app.relations(who.person_id, i.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0)
      end;
    scope := 'list';
  end if;
  side := case
    when relations && array['coordinator', 'scientist', 'team_lead', 'professional'] then 'professional'
    when cardinality(relations) > 0 then 'family'
    when cardinality(who.duties) > 0 then 'professional'
    else 'family' end;

  perform set_config('app.account', p_account::text, true), set_config('app.person', who.person_id::text, true),
    set_config('app.organisation', who.organisation_id::text, true), set_config('app.families', families::text, true),
    set_config('app.scope', scope, true), set_config('app.side', side, true), set_config('app.system', '', true),
    set_config('app.duties', who.duties::text, true);

  if p_family is null or cardinality(relations) > 0 then
    perform app.audit(p_event, p_action, 'success', p_account, who.person_id, coalesce(relations[1], case when cardinality(who.duties) > 0 then 'staff' else 'self' end),
      p_object, p_object_id, p_family, 'relation', p_client, p_request, 'api');
  end if;
  if p_changes and p_family is not null then perform pg_notify('family_changed', p_family::text); end if;
  return jsonb_build_object('live', true, 'personId', who.person_id, 'organisationId', who.organisation_id,
    'duties', who.duties, 'relations', relations, 'side', side, 'language', who.language);
end $$;

-- A background job enters one family (or none) under its own name; it leaves its own audit entry.
create function app.enter_job(p_job text, p_family uuid, p_now timestamptz, p_event text, p_action audit_action, p_object text,
  p_object_id uuid, p_request text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.now', p_now::text, true), set_config('app.account', '', true), set_config('app.person', '', true),
    set_config('app.organisation', '', true), set_config('app.duties', '{}', true),
    set_config('app.families', case when p_family is null then '{}' else array[p_family]::text end, true),
    set_config('app.scope', case when p_family is null then 'none' else 'core' end, true),
    set_config('app.side', 'system', true), set_config('app.system', p_job, true);
  perform app.audit(p_event, p_action, 'success', null, null, 'system', p_object, p_object_id, p_family, 'job', null, p_request, p_job);
  if p_family is not null and p_action <> 'read' then perform pg_notify('family_changed', p_family::text); end if;
end $$;

-- May this live session still see anything of this family? Asked before every live event.
create function app.still_sees(p_account uuid, p_session uuid, p_family uuid, p_now timestamptz)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from account a
    join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
    where a.id = p_account and a.state = 'active'
      and cardinality(app.relations(a.person_id, p_family, a.duties, a.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0);
$$;

-- Whether somebody can sign in; says nothing else about the account.
create function app.has_account(p_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from account a where a.person_id = p_person and a.state = 'active');
$$;

-- A coordinator opens a family: family, own involvement, open plan with its six steps; the transaction may then fill it.
create function app.open_family(p_family uuid, p_name text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare plan_id uuid := app.uuid7(); team uuid; kind step_kind;
begin
  if not 'coordinator' = any (app.duties()) then raise exception 'only a coordinator opens a family' using errcode = 'insufficient_privilege'; end if;
  select a.team_id into team from account a where a.id = app.account();
  insert into family (id, organisation_id, team_id, name, created_at) values (p_family, app.organisation(), team, p_name, app.now());
  insert into involvement (id, family_id, person_id, relation, ground, starts_on, recorded_by, created_at)
    values (app.uuid7(), p_family, app.person(), 'coordinator', 'opened', app.today(), app.person(), app.now());
  insert into plan (id, family_id, opened_on, created_at) values (plan_id, p_family, app.today(), app.now());
  foreach kind in array enum_range(null::step_kind) loop
    insert into step (id, family_id, plan_id, kind) values (app.uuid7(), p_family, plan_id, kind);
  end loop;
  perform set_config('app.families', array[p_family]::text, true), set_config('app.scope', 'core', true);
  perform pg_notify('family_changed', p_family::text);
  return plan_id;
end $$;

-- A message goes into the outbox in the same transaction as what it is about; nobody but the mail job reads it.
create function app.queue_mail(p_person uuid, p_account uuid, p_family uuid, p_reminder uuid, p_to text, p_kind text,
  p_language language, p_subject text, p_text text)
returns uuid language sql security definer set search_path = public, pg_temp as $$
  insert into mail (id, account_id, person_id, family_id, reminder_id, to_email, kind, language, subject, text, created_at)
  values (app.uuid7(), p_account, p_person, p_family, p_reminder, p_to, p_kind, p_language, p_subject, p_text, app.now())
  on conflict (reminder_id) do nothing returning id;
$$;

-- The figures of the families in the list; no texts. Signals are worked out from them by the rules of the plan.
create function app.caseload() returns table (
  family_id uuid, name text, coordinator_id uuid, coordinator_name text, plan_id uuid, route route, complex boolean, opened_on date,
  current_step step_kind, evaluation_on date, open_questions int, oldest_question_at timestamptz, explanations_asked int,
  disagreements int, version_put_at timestamptz, waiting_answers int, review_state review_state, review_since timestamptz,
  help_waiting_since date, last_contact_at timestamptz, last_activity_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.name, c.person_id, c.name, p.id, p.route, p.complex, p.opened_on,
    s.kind, e.due_on, q.open, q.oldest, x.explain, x.disagree, v.put_at, coalesce(v.waiting, 0),
    r.state, r.since, h.since, t.contact, greatest(t.activity, x.latest, p.created_at)
  from unnest(app.families()) as mine (id)
  join family f on f.id = mine.id
  left join plan p on p.family_id = f.id and p.state = 'open'
  left join lateral (select i.person_id, trim(n.given_name || ' ' || n.family_name) as name
    from involvement i join person n on n.id = i.person_id
    where i.family_id = f.id and i.relation = 'coordinator' and i.ended_at is null) c on true
  left join lateral (select st.kind from step st where st.plan_id = p.id and st.state <> 'concluded' order by st.kind limit 1) s on true
  left join lateral (select ev.due_on from evaluation ev where ev.plan_id = p.id and ev.state = 'planned') e on true
  left join lateral (select count(*)::int as open, min(k.created_at) as oldest from comment k
    where k.family_id = f.id and k.kind = 'question' and k.answered_at is null) q on true
  left join lateral (select count(*) filter (where l.answer = 'explain' and l.explained_at is null)::int as explain,
      count(*) filter (where l.answer = 'disagree')::int as disagree, max(l.created_at) as latest
    from (select distinct on (o.subject, o.subject_id, o.person_id) o.answer, o.explained_at, o.created_at from position o
      where o.family_id = f.id order by o.subject, o.subject_id, o.person_id, o.created_at desc, o.id desc) l) x on true
  left join lateral (select pv.put_at, (select count(*)::int from unnest(pv.must_agree) m (person)
      where not exists (select 1 from position o where o.family_id = f.id and o.subject = 'plan_version' and o.subject_id = pv.id and o.person_id = m.person)) as waiting
    from plan_version pv where pv.plan_id = p.id and pv.state = 'put') v on true
  left join lateral (select rv.state, coalesce(rv.advised_at, rv.asked_at) as since from review rv
    where rv.plan_id = p.id and rv.state in ('asked', 'taken', 'advised') order by rv.asked_at desc limit 1) r on true
  left join lateral (select min(hp.waiting_since) as since from help hp where hp.plan_id = p.id and hp.state = 'waiting') h on true
  left join lateral (select max(k.created_at) filter (where k.written_by = c.person_id) as contact, max(k.created_at) as activity
    from comment k where k.family_id = f.id) t on true
  where (select app.scope()) = 'list';
$$;

-- The queue of the scientists of an organisation: who waits how long; the case itself opens by taking it.
create function app.review_queue() returns table (
  review_id uuid, family_id uuid, family_name text, state review_state, urgent boolean, asked_at timestamptz,
  asked_by_name text, scientist_id uuid, mine boolean, own_case boolean, answer review_answer, advised_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, f.id, f.name, v.state, v.urgent, v.asked_at, trim(n.given_name || ' ' || n.family_name), v.scientist_id,
    coalesce(v.scientist_id = app.person(), false),
    exists (select 1 from involvement i where i.family_id = f.id and i.person_id = app.person() and i.ended_at is null),
    v.answer, v.advised_at
  from review v join family f on f.id = v.family_id join person n on n.id = v.asked_by
  where f.organisation_id = app.organisation() and 'scientist' = any (app.duties())
    and (v.state = 'asked' or v.scientist_id = app.person());
$$;
-- Taking a case out of the queue gives its reader the scientist's relation. Nobody reviews a case they coordinate (R6).
create function app.take_review(p_review uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare family uuid;
begin
  update review v set state = 'taken', scientist_id = app.person(), taken_at = app.now(), version = v.version + 1
  from family f
  where v.id = p_review and v.state = 'asked' and f.id = v.family_id and f.organisation_id = app.organisation()
    and 'scientist' = any (app.duties())
    and not exists (select 1 from involvement i where i.family_id = f.id and i.person_id = app.person() and i.ended_at is null)
  returning v.family_id into family;
  if family is not null then
    perform app.audit('reviews.take', 'execute', 'success', app.account(), app.person(), 'scientist', 'review', p_review, family,
      'review', null, null, 'api');
    perform pg_notify('family_changed', family::text);
  end if;
  return family;
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security: enabled and forced on every table; the owner passes by an explicit policy, the app by the rules below.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    execute format('grant select, insert, update, delete on %I to samenplan_app', t);
  end loop;
end $$;
revoke insert, update, delete on audit_entry, former_text from samenplan_app;
revoke update, delete on mail from samenplan_app;
grant update (sent_at, tries) on mail to samenplan_app;
revoke delete on family, person, plan, step, plan_version, position, comment, review, involvement, account from samenplan_app;

-- The plan itself: whoever reads the core of the family that the transaction entered.
do $$
declare t text;
begin
  foreach t in array array['household', 'household_member', 'kinship', 'authority', 'plan', 'step', 'load_capacity',
    'plan_version', 'position', 'goal', 'network_tie', 'ask', 'offer', 'help_option', 'decision', 'help', 'progress_note',
    'evaluation', 'evaluation_score', 'cooperation_answer', 'review', 'former_text', 'invitation', 'reminder', 'audit_entry']
  loop
    execute format('create policy core on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[]) and (select app.scope()) = ''core'')', t);
  end loop;
  -- Texts with an audience: private family time is read by the family only, work notes by professionals only.
  foreach t in array array['view', 'comment'] loop
    execute format('create policy core on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[]) and (select app.scope()) = ''core''
      and case audience when ''family'' then (select app.side()) = ''family''
                        when ''staff'' then (select app.side()) = ''professional''
                        when ''named'' then written_by = (select app.person())
                        else true end)', t);
  end loop;
end $$;
-- Small steps are also read and ticked off by the one who does them.
create policy core_or_own on action to samenplan_app using (
  family_id = any ((select app.families())::uuid[])
  and ((select app.scope()) = 'core' or person_id = (select app.person())));
create policy entered on family to samenplan_app using (id = any ((select app.families())::uuid[]));
create policy entered on involvement to samenplan_app using (
  family_id = any ((select app.families())::uuid[])
  and ((select app.scope()) in ('core', 'list', 'figures') or person_id = (select app.person()) or relation = 'coordinator'));
create policy known on person to samenplan_app using (
  id = (select app.person())
  or (staff and organisation_id = (select app.organisation()))
  or exists (select 1 from involvement i where i.person_id = person.id and i.family_id = any ((select app.families())::uuid[])))
  with check (organisation_id = (select app.organisation()));
create policy own on organisation for select to samenplan_app using (id = (select app.organisation()));
create policy own on team for select to samenplan_app using (organisation_id = (select app.organisation()));
create policy own on idempotency_key to samenplan_app using (account_id = (select app.account()));
create policy own on account for select to samenplan_app using (
  id = (select app.account()) or (organisation_id = (select app.organisation()) and (select app.side()) = 'professional'));
create policy administrator on account to samenplan_app using (
  organisation_id = (select app.organisation()) and 'administrator' = any ((select app.duties())::text[]));
create policy own on session to samenplan_app using (account_id = (select app.account()));

-- Background work: each job by its name, and only on the tables it is about.
do $$
declare t text;
begin
  foreach t in array array['account', 'session', 'sign_in_code', 'invitation', 'person', 'involvement', 'organisation', 'family'] loop
    execute format('create policy accounts_job on %I to samenplan_app using ((select app.system()) = ''accounts'')', t);
  end loop;
  foreach t in array array['reminder', 'person', 'account', 'involvement', 'organisation', 'mail', 'team'] loop
    execute format('create policy reminders_job on %I to samenplan_app using ((select app.system()) = ''reminders'')', t);
  end loop;
  foreach t in array array['mail', 'account', 'person', 'involvement'] loop
    execute format('create policy mail_job on %I to samenplan_app using ((select app.system()) = ''mail'')', t);
  end loop;
  foreach t in array array['mail', 'account', 'person', 'involvement', 'demo_clock', 'family', 'organisation', 'authority', 'review'] loop
    execute format('create policy demo_job on %I to samenplan_app using ((select app.system()) = ''demo'')', t);
  end loop;
end $$;
create policy anyone on demo_clock for select to samenplan_app using (true);
grant usage on all sequences in schema public to samenplan_app;
grant execute on all functions in schema app to samenplan_app;
