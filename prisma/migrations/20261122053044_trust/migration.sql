-- CreateEnum
CREATE TYPE "sign_in_method" AS ENUM ('card', 'mailed_code', 'password', 'passkey', 'single_sign_on', 'demo');

-- CreateEnum
CREATE TYPE "odd_pattern_kind" AS ENUM ('no_relation', 'many_families', 'own_family', 'emergency', 'at_night');

-- CreateEnum
CREATE TYPE "consent_kind" AS ENUM ('share', 'involve', 'ask_information', 'help');

-- CreateEnum
CREATE TYPE "consent_answer_kind" AS ENUM ('given', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "share_object" AS ENUM ('goal', 'help', 'ask', 'plan_version');

-- CreateEnum
CREATE TYPE "shield_what" AS ENUM ('address', 'reach', 'both');

-- CreateEnum
CREATE TYPE "age_task_kind" AS ENUM ('turned_12', 'turned_16', 'turned_18');

-- CreateEnum
CREATE TYPE "privacy_request_kind" AS ENUM ('inspection', 'correction', 'destruction');

-- CreateEnum
CREATE TYPE "privacy_request_state" AS ENUM ('received', 'in_progress', 'granted', 'refused', 'done', 'withdrawn');

-- CreateEnum
CREATE TYPE "privacy_ground" AS ENUM ('not_entitled', 'harms_other', 'law_requires_keeping', 'legal_hold', 'identity_unclear');

-- CreateEnum
CREATE TYPE "statement_object" AS ENUM ('plan', 'step', 'view', 'goal', 'decision', 'help', 'evaluation', 'review', 'comment');

-- CreateEnum
CREATE TYPE "destruction_ground" AS ENUM ('request', 'retention_over');

-- CreateEnum
CREATE TYPE "emergency_reason" AS ENUM ('acute_danger', 'coordinator_absent', 'call_from_family', 'request_of_authority');

-- CreateEnum
CREATE TYPE "emergency_verdict" AS ENUM ('justified', 'not_justified');

-- CreateEnum
CREATE TYPE "work_note_release" AS ENUM ('on_request', 'after_talk', 'withheld');

-- CreateEnum
CREATE TYPE "safety_track_state" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "safety_decision" AS ENUM ('report_and_help', 'report', 'help_organised', 'no_suspicion');

-- CreateEnum
CREATE TYPE "safety_entry_kind" AS ENUM ('signal', 'consult', 'talk', 'weighing', 'decision', 'shared_without_consent', 'correction');

-- CreateEnum
CREATE TYPE "sign_in_attempt_kind" AS ENUM ('second_factor', 'passkey_sign_in', 'passkey_new', 'prove_again', 'single_sign_on', 'password_reset', 'staff_invitation');

-- AlterEnum
ALTER TYPE "invitation_state" ADD VALUE 'declined';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "password_at" TIMESTAMPTZ(3),
ADD COLUMN     "password_hash" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "idle_minutes" INTEGER NOT NULL DEFAULT 43200,
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" "sign_in_method" NOT NULL DEFAULT 'mailed_code',
ADD COLUMN     "proved_again_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "on_behalf_of" UUID,
ADD COLUMN     "recipient" TEXT,
ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "readers" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "involvement" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "consent_id" UUID,
ADD COLUMN     "ended_because" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ended_by" UUID,
ADD COLUMN     "ends_on" DATE;

-- AlterTable
ALTER TABLE "household" ADD COLUMN     "address_audience" "audience" NOT NULL DEFAULT 'staff';

-- AlterTable
ALTER TABLE "progress_note" ADD COLUMN     "audience" "audience" NOT NULL DEFAULT 'core',
ADD COLUMN     "readers" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "network_tie" ADD COLUMN     "audience" "audience" NOT NULL DEFAULT 'core',
ADD COLUMN     "readers" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "reach_audience" "audience" NOT NULL DEFAULT 'staff';

-- AlterTable
ALTER TABLE "view" ADD COLUMN     "readers" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "load_capacity" ADD COLUMN     "audience" "audience" NOT NULL DEFAULT 'core',
ADD COLUMN     "readers" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "audit_seal" (
    "position" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "odd_pattern" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "week_of" DATE NOT NULL,
    "kind" "odd_pattern_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "family_id" UUID,
    "times" INTEGER NOT NULL,
    "seen_by" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "odd_pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "kind" "consent_kind" NOT NULL,
    "about_person_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "to_person_id" UUID,
    "to_words" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL,
    "until_on" DATE,
    "language" "language" NOT NULL DEFAULT 'nl',
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deviates_because" TEXT NOT NULL DEFAULT '',
    "deviates_by" UUID,
    "deviates_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_answer" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "consent_answer_kind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "language" "language" NOT NULL DEFAULT 'nl',
    "written_by" UUID NOT NULL,
    "recorded" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "object" "share_object" NOT NULL,
    "object_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "shared_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shield" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "what" "shield_what" NOT NULL,
    "from_person_id" UUID NOT NULL,
    "because" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "shield_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "age_task" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "age_task_kind" NOT NULL,
    "born_on" DATE NOT NULL,
    "from_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "age_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "privacy_request" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "kind" "privacy_request_kind" NOT NULL,
    "person_id" UUID NOT NULL,
    "about_person_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "state" "privacy_request_state" NOT NULL DEFAULT 'received',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_on" DATE NOT NULL,
    "extended_because" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "handled_by" UUID,
    "ground" "privacy_ground",
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "request_id" UUID,
    "object" "statement_object" NOT NULL,
    "object_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "because" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destruction_proof" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "former_family_id" UUID NOT NULL,
    "ground" "destruction_ground" NOT NULL,
    "counts" JSONB NOT NULL,
    "destroyed_by" UUID,
    "destroyed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "destruction_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_access" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" "emergency_reason" NOT NULL,
    "words" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "family_sees_at" TIMESTAMPTZ(3) NOT NULL,
    "delay_because" TEXT NOT NULL DEFAULT '',
    "delay_by" UUID,
    "verdict" "emergency_verdict",
    "verdict_words" TEXT NOT NULL DEFAULT '',
    "verdict_by" UUID,
    "verdict_at" TIMESTAMPTZ(3),

    CONSTRAINT "emergency_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_note" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "stand_in_id" UUID,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "release" "work_note_release" NOT NULL DEFAULT 'on_request',
    "withheld_because" TEXT NOT NULL DEFAULT '',
    "remove_on" DATE NOT NULL,
    "moved_to" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_track" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "state" "safety_track_state" NOT NULL DEFAULT 'open',
    "step" INTEGER NOT NULL DEFAULT 1,
    "shielded" BOOLEAN NOT NULL DEFAULT true,
    "decision" "safety_decision",
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_because" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "safety_track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_entry" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "kind" "safety_entry_kind" NOT NULL,
    "question" INTEGER,
    "answer" BOOLEAN,
    "about_person_id" UUID,
    "corrects" UUID,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL DEFAULT 'nl',
    "happened_on" DATE NOT NULL,
    "written_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "safety_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "backed_up" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authenticator_app" (
    "account_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticator_app_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "kind" "sign_in_attempt_kind" NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_provider" (
    "organisation_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "foreign_identity" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "foreign_identity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE INDEX "odd_pattern_organisation_id_week_of_idx" ON "odd_pattern"("organisation_id", "week_of");

-- CreateIndex
CREATE INDEX "consent_family_id_idx" ON "consent"("family_id");

-- CreateIndex
CREATE INDEX "consent_answer_family_id_consent_id_created_at_idx" ON "consent_answer"("family_id", "consent_id", "created_at");

-- CreateIndex
CREATE INDEX "share_family_id_person_id_idx" ON "share"("family_id", "person_id");

-- CreateIndex
CREATE INDEX "share_object_id_idx" ON "share"("object_id");

-- CreateIndex
CREATE INDEX "shield_family_id_idx" ON "shield"("family_id");

-- CreateIndex
CREATE INDEX "shield_person_id_idx" ON "shield"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "age_task_family_id_person_id_kind_key" ON "age_task"("family_id", "person_id", "kind");

-- CreateIndex
CREATE INDEX "privacy_request_family_id_idx" ON "privacy_request"("family_id");

-- CreateIndex
CREATE INDEX "privacy_request_state_due_on_idx" ON "privacy_request"("state", "due_on");

-- CreateIndex
CREATE INDEX "statement_family_id_idx" ON "statement"("family_id");

-- CreateIndex
CREATE INDEX "legal_hold_family_id_idx" ON "legal_hold"("family_id");

-- CreateIndex
CREATE INDEX "destruction_proof_organisation_id_destroyed_at_idx" ON "destruction_proof"("organisation_id", "destroyed_at");

-- CreateIndex
CREATE INDEX "emergency_access_family_id_idx" ON "emergency_access"("family_id");

-- CreateIndex
CREATE INDEX "emergency_access_person_id_idx" ON "emergency_access"("person_id");

-- CreateIndex
CREATE INDEX "work_note_family_id_idx" ON "work_note"("family_id");

-- CreateIndex
CREATE INDEX "work_note_remove_on_idx" ON "work_note"("remove_on");

-- CreateIndex
CREATE INDEX "safety_track_family_id_idx" ON "safety_track"("family_id");

-- CreateIndex
CREATE INDEX "safety_entry_family_id_track_id_created_at_idx" ON "safety_entry"("family_id", "track_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_expires_at_idx" ON "sign_in_attempt"("expires_at");

-- CreateIndex
CREATE INDEX "foreign_identity_account_id_idx" ON "foreign_identity"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "foreign_identity_issuer_subject_key" ON "foreign_identity"("issuer", "subject");

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is acting: the relations to the family of this transaction, and who looks through somebody else's eyes.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.acting_as() returns text[] language sql stable parallel safe
  return coalesce(app.setting('app.acting_as')::text[], '{}'::text[]);
-- The coordinator who opened "as X sees it": then a row is shown only when both may read it.
create function app.viewer() returns uuid language sql stable parallel safe
  return app.setting('app.viewer')::uuid;

-- ---------------------------------------------------------------------------------------------------------------------
-- Nested rows belong to the family they say they belong to; persons and accounts exist.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text; r record;
begin
  foreach t in array array['consent', 'consent_answer', 'share', 'shield', 'age_task', 'emergency_access', 'work_note', 'safety_track',
                           'safety_entry', 'privacy_request', 'statement', 'legal_hold'] loop
    execute format('alter table %I add constraint %I foreign key (family_id) references family (id)', t, t || '_family');
  end loop;
  foreach t in array array['consent', 'safety_track', 'privacy_request'] loop
    execute format('alter table %I add constraint %I unique (family_id, id)', t, t || '_in_family');
  end loop;
  for r in select * from (values
    ('consent_answer', 'consent_id', 'consent'), ('share', 'consent_id', 'consent'), ('involvement', 'consent_id', 'consent'),
    ('safety_entry', 'track_id', 'safety_track'), ('statement', 'request_id', 'privacy_request')
  ) as nested (child, col, parent)
  loop
    execute format('alter table %I add constraint %I foreign key (family_id, %I) references %I (family_id, id)',
      r.child, r.child || '_' || r.col, r.col, r.parent);
  end loop;
  for r in select c.table_name as child, c.column_name as col from information_schema.columns c
           where c.table_schema = 'public' and c.data_type = 'uuid'
             and c.table_name in ('consent', 'consent_answer', 'share', 'shield', 'age_task', 'emergency_access', 'work_note', 'safety_track',
                                  'safety_entry', 'privacy_request', 'statement', 'legal_hold', 'odd_pattern')
             and c.column_name in ('about_person_id', 'to_person_id', 'asked_by', 'deviates_by', 'person_id', 'written_by', 'shared_by', 'ended_by',
                                   'from_person_id', 'recorded_by', 'done_by', 'delay_by', 'verdict_by', 'author_id', 'stand_in_id', 'opened_by',
                                   'closed_by', 'handled_by', 'seen_by')
  loop
    execute format('alter table %I add constraint %I foreign key (%I) references person (id)', r.child, r.child || '_' || r.col, r.col);
  end loop;
  foreach t in array array['passkey', 'authenticator_app', 'recovery_code', 'sign_in_attempt', 'foreign_identity'] loop
    execute format('alter table %I add constraint %I foreign key (account_id) references account (id)', t, t || '_account');
  end loop;
end $$;
alter table involvement add constraint involvement_ended_by foreign key (ended_by) references person (id);
alter table identity_provider add foreign key (organisation_id) references organisation (id);
alter table odd_pattern add foreign key (organisation_id) references organisation (id);
alter table destruction_proof add foreign key (organisation_id) references organisation (id);

-- ---------------------------------------------------------------------------------------------------------------------
-- What must always hold.
-- ---------------------------------------------------------------------------------------------------------------------
create unique index share_once on share (object_id, person_id) where ended_at is null;
create unique index shield_once on shield (family_id, person_id, from_person_id, what) where ended_at is null;
create unique index safety_track_one_open on safety_track (family_id) where state = 'open';
create unique index legal_hold_one on legal_hold (family_id) where ended_at is null;
create unique index odd_pattern_once on odd_pattern (organisation_id, week_of, kind, person_id, family_id) nulls not distinct;
alter table shield add constraint shield_two_people check (person_id <> from_person_id);
alter table consent add constraint consent_deviation_is_written check ((deviates_because <> '') = (deviates_by is not null and deviates_at is not null));
alter table consent add constraint consent_to_somebody check (to_person_id is not null or to_words <> '');
alter table emergency_access add constraint emergency_in_words check (length(words) >= 10 and until_at <= created_at + interval '60 minutes');
alter table emergency_access add constraint emergency_delay_is_written check ((delay_because <> '') = (delay_by is not null));
alter table work_note add constraint work_note_withheld_is_written check (release <> 'withheld' or withheld_because <> '');
alter table safety_track add constraint safety_step_range check (step between 1 and 5);
alter table safety_entry add constraint safety_entry_step check (step between 1 and 5 and question between 1 and 5);
alter table privacy_request add constraint request_refusal_has_ground check (state <> 'refused' or (ground is not null and answer <> ''));
alter table view alter column readers set not null;
alter table comment alter column readers set not null;
alter table load_capacity alter column readers set not null;
alter table network_tie alter column readers set not null;
alter table progress_note alter column readers set not null;
alter table passkey alter column transports set not null;

-- Whoever has a way to sign in took part already.
update involvement i set accepted_at = i.created_at where exists (select 1 from account a where a.person_id = i.person_id);

create trigger consent_former_text before update or delete on consent for each row execute function app.keep_former_text();
create trigger safety_track_former_text before update or delete on safety_track for each row execute function app.keep_former_text();
create trigger load_capacity_former_text before update or delete on load_capacity for each row execute function app.keep_former_text();

-- ---------------------------------------------------------------------------------------------------------------------
-- Consent, by age and authority of the day (Dutch Youth Act 7.3.4 and 7.3.11; Civil Code 7:447 and 7:457): about a child under 12
-- the parents with authority, from 12 to 15 the young person and those parents, from 16 the person alone.
-- ---------------------------------------------------------------------------------------------------------------------
create function app.must_consent(p_family uuid, p_about uuid, p_today date) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct w.person_id), '{}') from (
    select p.id as person_id
      from person p
      where p.id = p_about
        and (p.born_on <= p_today - interval '12 years'
             or not exists (select 1 from involvement i where i.family_id = p_family and i.person_id = p_about and i.relation = 'child' and i.ended_at is null))
    union
    select a.parent_id
      from authority a join person c on c.id = a.child_id
      join involvement i on i.family_id = a.family_id and i.person_id = a.parent_id and i.relation = 'parent' and i.ended_at is null
      where a.family_id = p_family and a.child_id = p_about and a.holds = 'yes'
        and (c.born_on is null or c.born_on > p_today - interval '16 years')
        and exists (select 1 from involvement k where k.family_id = p_family and k.person_id = p_about and k.relation = 'child' and k.ended_at is null)
  ) w;
$$;

-- Whether a consent stands on a day: everyone who must has given it, or one of them has and the deviation from the others is
-- written down; nobody refused or took it back since; it is not over.
create function app.consent_stands(p_consent uuid, p_today date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from consent c
    cross join lateral (
      select count(*) as needed, count(*) filter (where l.answer = 'given') as given,
        count(*) filter (where l.answer in ('refused', 'withdrawn') and l.created_at >= coalesce(c.deviates_at, '-infinity')) as against
      from unnest(app.must_consent(c.family_id, c.about_person_id, p_today)) as must (person_id)
      left join lateral (select a.answer, a.created_at from consent_answer a
        where a.consent_id = c.id and a.person_id = must.person_id order by a.created_at desc, a.id desc limit 1) l on true) n
    where c.id = p_consent and (c.until_on is null or c.until_on >= p_today)
      and n.needed > 0 and n.against = 0
      and (n.given = n.needed or (n.given > 0 and c.deviates_because <> '')));
$$;

-- Whether a part of the plan was shared with whoever acts, and the consent for it stands.
create function app.shared_with_me(p_object share_object, p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from share s
    where s.object = p_object and s.object_id = p_id and s.person_id = app.person() and s.ended_at is null
      and s.family_id = any (app.families()) and app.consent_stands(s.consent_id, app.today()));
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- The relations of a person to a family at a day. An invitation that was not accepted, an involvement that is over or stands on a
-- consent that does not stand, opens nothing. Authority counts for a child who is in the family now. Emergency access and a
-- request that the privacy officer handles are relations too, as long as they last.
-- ---------------------------------------------------------------------------------------------------------------------
create or replace function app.relations(p_person uuid, p_family uuid, p_duties staff_duty[], p_team uuid, p_today date)
returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct r.relation), '{}') from (
    select case i.relation
      when 'parent' then case when exists (
          select 1 from authority a join person c on c.id = a.child_id
          join involvement k on k.family_id = p_family and k.person_id = a.child_id and k.relation = 'child' and k.ended_at is null
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
      and (i.ends_on is null or i.ends_on >= p_today)
      and (i.relation = 'coordinator' or i.accepted_at is not null)
      and (i.consent_id is null or app.consent_stands(i.consent_id, p_today))
    union all
    select 'scientist' where 'scientist' = any (p_duties) and exists (
      select 1 from review v join plan p on p.id = v.plan_id and p.state = 'open'
      where v.family_id = p_family and v.scientist_id = p_person and v.state in ('taken', 'advised'))
    union all
    select 'team_lead' where 'team_lead' = any (p_duties) and exists (
      select 1 from family f where f.id = p_family and f.team_id = p_team)
    union all
    select 'emergency' where p_duties && array['coordinator', 'scientist', 'team_lead']::staff_duty[] and exists (
      select 1 from emergency_access e join family f on f.id = e.family_id
      join account a on a.person_id = e.person_id and a.organisation_id = f.organisation_id
      where e.family_id = p_family and e.person_id = p_person and e.ended_at is null and e.until_at > app.now() and e.created_at <= app.now())
    union all
    select 'privacy_officer' where 'privacy_officer' = any (p_duties) and exists (
      select 1 from privacy_request q join family f on f.id = q.family_id
      join account a on a.person_id = p_person and a.organisation_id = f.organisation_id
      where q.family_id = p_family and q.state in ('received', 'in_progress', 'granted'))
  ) r where r.relation is not null;
$$;
revoke execute on function app.relations(uuid, uuid, staff_duty[], uuid, date), app.must_consent(uuid, uuid, date),
  app.consent_stands(uuid, date) from public, samenplan_app;

-- One entry of the log, with on whose behalf, who got it when it left the system, and in which session.
drop function app.audit(text, audit_action, audit_outcome, uuid, uuid, text, text, uuid, uuid, text, text, text, text);
create function app.audit(p_event text, p_action audit_action, p_outcome audit_outcome, p_account uuid, p_person uuid,
  p_relation text, p_object text, p_object_id uuid, p_family uuid, p_ground text, p_client text, p_request text, p_source text,
  p_on_behalf uuid default null, p_recipient text default null, p_session uuid default null)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_entry (at, event, action, outcome, account_id, person_id, relation, object, object_id, family_id, ground,
                           client_address, request_id, source, on_behalf_of, recipient, session_id)
  values (app.now(), p_event, p_action, p_outcome, p_account, p_person, p_relation, p_object, p_object_id, p_family, p_ground,
          p_client, p_request, p_source, p_on_behalf, p_recipient, p_session);
$$;

-- Entering: as before, and a session that lay idle too long is over. p_touch says that a person did this, not a page that listens.
drop function app.enter(uuid, uuid, uuid, text, timestamptz, text, audit_action, text, uuid, text, text, boolean);
create function app.enter(p_account uuid, p_session uuid, p_family uuid, p_list text, p_now timestamptz, p_event text,
  p_action audit_action, p_object text, p_object_id uuid, p_client text, p_request text, p_changes boolean, p_touch boolean default true)
returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who record; relations text[] := '{}'; families uuid[] := '{}'; scope text := 'none'; side text;
begin
  select a.person_id, a.organisation_id, a.duties, a.team_id, p.language, s.proved_again_at, s.last_seen_at into who
  from account a join person p on p.id = a.person_id
  join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
    and s.last_seen_at > clock_timestamp() - s.idle_minutes * interval '1 minute'
  where a.id = p_account and a.state = 'active';
  if not found then return jsonb_build_object('live', false); end if;
  -- To the minute: not a write at every request.
  if p_touch and who.last_seen_at < clock_timestamp() - interval '1 minute' then
    update session set last_seen_at = clock_timestamp() where id = p_session;
  end if;

  perform set_config('app.now', p_now::text, true);
  if p_family is not null then
    relations := app.relations(who.person_id, p_family, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date);
    scope := case
      when relations && array['coordinator', 'scientist', 'parent_with_authority', 'young_person', 'young_person_16', 'emergency', 'privacy_officer'] then 'core'
      when 'professional' = any (relations) then 'circle'
      when cardinality(relations) = 0 then 'none'
      when relations = array['team_lead'] then 'figures'
      else 'own' end;
    if cardinality(relations) > 0 then families := array[p_family]; end if;
  elsif p_list is not null then
    families := case p_list
      when 'coordinated' then array(select i.family_id from involvement i
        where i.person_id = who.person_id and i.ended_at is null and i.relation = 'coordinator')
      when 'seen' then array(
        select i.family_id from involvement i where i.person_id = who.person_id and i.ended_at is null
          and cardinality(app.relations(who.person_id, i.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0
        union select v.family_id from review v where 'scientist' = any (who.duties) and v.scientist_id = who.person_id
          and cardinality(app.relations(who.person_id, v.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0
        union select f.id from family f where 'team_lead' = any (who.duties) and f.team_id = who.team_id)
      when 'team' then array(select f.id from family f where 'team_lead' = any (who.duties) and f.team_id = who.team_id)
      else array(select i.family_id from involvement i where i.person_id = who.person_id and i.ended_at is null
        and cardinality(app.relations(who.person_id, i.family_id, who.duties, who.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0)
      end;
    scope := 'list';
  end if;
  side := case
    when relations && array['coordinator', 'scientist', 'team_lead', 'professional', 'emergency', 'privacy_officer'] then 'professional'
    when cardinality(relations) > 0 then 'family'
    when cardinality(who.duties) > 0 then 'professional'
    else 'family' end;

  perform set_config('app.account', p_account::text, true), set_config('app.person', who.person_id::text, true),
    set_config('app.organisation', who.organisation_id::text, true), set_config('app.families', families::text, true),
    set_config('app.scope', scope, true), set_config('app.side', side, true), set_config('app.system', '', true),
    set_config('app.duties', who.duties::text, true), set_config('app.acting_as', relations::text, true), set_config('app.viewer', '', true);

  if p_family is null or cardinality(relations) > 0 then
    perform app.audit(p_event, p_action, 'success', p_account, who.person_id, coalesce(relations[1], case when cardinality(who.duties) > 0 then 'staff' else 'self' end),
      p_object, p_object_id, p_family,
      case relations[1] when 'emergency' then 'emergency' when 'scientist' then 'review' when 'privacy_officer' then 'request'
        when 'professional' then 'consent' else 'relation' end,
      p_client, p_request, 'api', null, null, p_session);
  end if;
  if p_changes and p_family is not null then perform pg_notify('family_changed', p_family::text); end if;
  return jsonb_build_object('live', true, 'personId', who.person_id, 'organisationId', who.organisation_id,
    'duties', who.duties, 'relations', relations, 'side', side, 'language', who.language, 'provedAgainAt', who.proved_again_at);
end $$;

create or replace function app.enter_job(p_job text, p_family uuid, p_now timestamptz, p_event text, p_action audit_action, p_object text,
  p_object_id uuid, p_request text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.now', p_now::text, true), set_config('app.account', '', true), set_config('app.person', '', true),
    set_config('app.organisation', '', true), set_config('app.duties', '{}', true), set_config('app.acting_as', '{}', true),
    set_config('app.viewer', '', true),
    set_config('app.families', case when p_family is null then '{}' else array[p_family]::text end, true),
    set_config('app.scope', case when p_family is null then 'none' else 'core' end, true),
    set_config('app.side', 'system', true), set_config('app.system', p_job, true);
  perform app.audit(p_event, p_action, 'success', null, null, 'system', p_object, p_object_id, p_family, 'job', null, p_request, p_job);
  if p_family is not null and p_action <> 'read' then perform pg_notify('family_changed', p_family::text); end if;
end $$;

-- May this live session still see anything of this family? Asked before every live event; listening is not doing.
create or replace function app.still_sees(p_account uuid, p_session uuid, p_family uuid, p_now timestamptz)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.now', p_now::text, true);
  return exists (
    select 1 from account a
    join session s on s.id = p_session and s.account_id = a.id and s.ended_at is null and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - s.idle_minutes * interval '1 minute'
    where a.id = p_account and a.state = 'active'
      and cardinality(app.relations(a.person_id, p_family, a.duties, a.team_id, (p_now at time zone 'Europe/Amsterdam')::date)) > 0);
end $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security.
-- ---------------------------------------------------------------------------------------------------------------------
do $$
declare t text;
begin
  foreach t in array array['passkey', 'authenticator_app', 'recovery_code', 'sign_in_attempt', 'identity_provider', 'foreign_identity', 'audit_seal',
                           'odd_pattern', 'consent', 'consent_answer', 'share', 'shield', 'age_task', 'emergency_access', 'work_note', 'safety_track',
                           'safety_entry', 'privacy_request', 'statement', 'legal_hold', 'destruction_proof'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to %I using (true) with check (true)', t, current_user);
    if t not in ('audit_seal') then execute format('grant select, insert, update on %I to samenplan_app', t); end if;
  end loop;
  foreach t in array array['passkey', 'authenticator_app', 'recovery_code', 'foreign_identity'] loop
    execute format('create policy own on %I to samenplan_app using (account_id = (select app.account()))', t);
    execute format('grant delete on %I to samenplan_app', t);
  end loop;
  foreach t in array array['passkey', 'authenticator_app', 'recovery_code', 'foreign_identity', 'sign_in_attempt', 'identity_provider'] loop
    execute format('create policy accounts_job on %I to samenplan_app using ((select app.system()) = ''accounts'')', t);
  end loop;
  grant delete on sign_in_attempt, identity_provider, work_note to samenplan_app;
  -- Texts with an audience. `family`: private family time, read by the family alone. `staff`: the professionals of the plan. `named`: its
  -- writer and who is named. `circle`: everyone involved. Looking through somebody's eyes shows only what both may read.
  foreach t in array array['view', 'comment', 'load_capacity', 'network_tie', 'progress_note'] loop
    execute format('drop policy core on %I', t);
    execute format('create policy audience on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[])
      and case audience
        when ''family'' then (select app.scope()) = ''core'' and (select app.side()) = ''family'' and (select app.viewer()) is null
        when ''staff'' then (select app.scope()) = ''core'' and (select app.side()) = ''professional''
        when ''named'' then (select app.scope()) in (''core'', ''circle'', ''own'')
          and (written_by = (select app.person()) or (select app.person()) = any (readers))
          and ((select app.viewer()) is null or written_by = (select app.viewer()) or (select app.viewer()) = any (readers))
        when ''circle'' then (select app.scope()) in (''core'', ''circle'', ''own'')
        else (select app.scope()) = ''core'' end)', t);
  end loop;
  -- Parts of the plan that were shared by name with somebody outside its core.
  foreach t in array array['goal', 'help', 'ask', 'plan_version'] loop
    execute format('create policy shared on %I for select to samenplan_app using (
      family_id = any ((select app.families())::uuid[]) and (select app.scope()) in (''circle'', ''own'') and app.shared_with_me(%L, id))', t, t);
  end loop;
end $$;
revoke update on consent_answer, safety_entry, statement, destruction_proof from samenplan_app;
revoke insert, update on odd_pattern, age_task, emergency_access, destruction_proof from samenplan_app;
grant update (done_at, done_by, words) on age_task to samenplan_app;

create policy administrator on identity_provider to samenplan_app using (
  organisation_id = (select app.organisation()) and 'administrator' = any ((select app.duties())::text[]));
create policy own on sign_in_attempt to samenplan_app using (account_id = (select app.account()));
create policy privacy_officer on odd_pattern for select to samenplan_app using (
  organisation_id = (select app.organisation()) and 'privacy_officer' = any ((select app.duties())::text[]));
create policy privacy_officer on destruction_proof for select to samenplan_app using (
  organisation_id = (select app.organisation()) and 'privacy_officer' = any ((select app.duties())::text[]));

-- A consent is read by everyone of the plan, and by whom it is about.
create policy core_or_own on consent to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and ((select app.scope()) = 'core' or about_person_id = (select app.person())));
create policy core_or_own on consent_answer to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and ((select app.scope()) = 'core' or person_id = (select app.person())));
create policy core_or_own on share to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and ((select app.scope()) = 'core' or person_id = (select app.person())));
-- From whom something is kept never learns that it is.
create policy not_from_me on shield to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) in ('core', 'circle', 'own')
  and from_person_id <> (select app.person()) and ((select app.viewer()) is null or from_person_id <> (select app.viewer()))
  and ((select app.side()) = 'professional' and (select app.scope()) = 'core'
       or person_id = (select app.person()) or recorded_by = (select app.person())));
create policy core on age_task to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core');
create policy core_or_own on emergency_access for select to samenplan_app using (
  person_id = (select app.person())
  or (family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core'
      and ((select app.side()) = 'professional' or family_sees_at <= (select app.now()))));
create policy author on work_note to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core' and (select app.side()) = 'professional'
  and (author_id = (select app.person()) or stand_in_id = (select app.person()) or 'privacy_officer' = any ((select app.acting_as())::text[])));
do $$
declare t text;
begin
  foreach t in array array['safety_track', 'safety_entry'] loop
    execute format('create policy professionals on %I to samenplan_app using (
      family_id = any ((select app.families())::uuid[]) and (select app.scope()) = ''core'' and (select app.viewer()) is null
      and (select app.acting_as())::text[] && array[''coordinator'', ''scientist'', ''privacy_officer''])', t);
  end loop;
end $$;
-- One parent does not learn what the other asked.
create policy own_or_handled on privacy_request to samenplan_app using (
  family_id = any ((select app.families())::uuid[])
  and (person_id = (select app.person()) or recorded_by = (select app.person()) or 'privacy_officer' = any ((select app.acting_as())::text[])));
create policy core on statement to samenplan_app using (
  family_id = any ((select app.families())::uuid[]) and (select app.scope()) = 'core');
create policy privacy_officer on legal_hold to samenplan_app using ('privacy_officer' = any ((select app.acting_as())::text[])
  and family_id = any ((select app.families())::uuid[]));

-- Who is involved is known to the other professionals of the circle too.
drop policy entered on involvement;
create policy entered on involvement to samenplan_app using (
  family_id = any ((select app.families())::uuid[])
  and ((select app.scope()) in ('core', 'circle', 'list', 'figures') or person_id = (select app.person()) or relation = 'coordinator'));

-- A former text has the readers the text had.
drop policy readers_of_then on former_text;
create policy readers_of_then on former_text as restrictive for select to samenplan_app using (
  case
    when object in ('safety_track') then (select app.viewer()) is null
      and (select app.acting_as())::text[] && array['coordinator', 'scientist', 'privacy_officer']
    when object = 'household' then (select app.side()) = 'professional'
    when row ? 'audience' then case row->>'audience'
      when 'family' then (select app.side()) = 'family' and (select app.viewer()) is null
      when 'staff' then (select app.side()) = 'professional'
      when 'named' then (row->>'written_by' = (select app.person())::text or row->'readers' ? (select app.person())::text)
        and ((select app.viewer()) is null or row->>'written_by' = (select app.viewer())::text or row->'readers' ? (select app.viewer())::text)
      else true end
    else true end);

revoke execute on function app.audit(text, audit_action, audit_outcome, uuid, uuid, text, text, uuid, uuid, text, text, text, text, uuid, text, uuid),
  app.enter(uuid, uuid, uuid, text, timestamptz, text, audit_action, text, uuid, text, text, boolean, boolean) from public;
grant execute on function app.audit(text, audit_action, audit_outcome, uuid, uuid, text, text, uuid, uuid, text, text, text, text, uuid, text, uuid),
  app.enter(uuid, uuid, uuid, text, timestamptz, text, audit_action, text, uuid, text, text, boolean, boolean) to samenplan_app;
grant execute on function app.acting_as(), app.viewer(), app.shared_with_me(share_object, uuid) to samenplan_app;
