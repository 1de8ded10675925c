-- AlterTable
ALTER TABLE "account" ALTER COLUMN "email" DROP NOT NULL;

-- CreateTable
CREATE TABLE "guess_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guess_limit_pkey" PRIMARY KEY ("key")
);

-- Guesses are counted by the job that signs people in, and by nobody else.
alter table guess_limit enable row level security;
alter table guess_limit force row level security;
do $$ begin execute format('create policy owner_all on guess_limit to %I using (true) with check (true)', current_user); end $$;
create policy accounts_job on guess_limit to samenplan_app using ((select app.system()) = 'accounts');
grant select, insert, update, delete on guess_limit to samenplan_app;

-- A new card takes the place of an older one; two at the same moment cannot both stand.
create unique index invitation_one_sent on invitation (family_id, person_id) where state = 'sent';
-- How two persons are related is one fact, whichever way round it is said.
create unique index kinship_pair on kinship (family_id, least(person_id, to_person_id), greatest(person_id, to_person_id));
