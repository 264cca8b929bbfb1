import { actorRoles } from "./roles";

const actors = actorRoles.join(", ");

/**
 * The door to the job queue for actors, who can't touch its tables: owned by cf_queue, run with its rights.
 * A job is added in the caller's transaction and vanishes with its rollback. Failed jobs stay, parked, until an
 * admin runs them again; each admin sees only the jobs of the organization of the transaction.
 */
export const queueSql = `
create schema if not exists cf_jobs;

create or replace function cf_jobs.enqueue(
  task text, payload json, job_key text default null, run_at timestamptz default null, max_attempts int default 8
) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload, job_key => job_key, run_at => run_at, max_attempts => max_attempts)
$$;

create or replace function cf_jobs.parked() returns table (
  id bigint, task text, payload json, attempts int, problem text, updated_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select j.id, t.identifier, j.payload, j.attempts::int, j.last_error, j.updated_at
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= j.max_attempts and j.locked_at is null
    and j.payload->>'organizationId' = current_setting('app.org', true)
  order by j.updated_at desc limit 200
$$;

create or replace function cf_jobs.retry(job_id bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    select j.id from graphile_worker._private_jobs j
    where j.id = job_id and j.attempts >= j.max_attempts and j.locked_at is null
      and j.payload->>'organizationId' = current_setting('app.org', true)
  )
  select exists (
    select 1 from chosen, graphile_worker.reschedule_jobs(array[chosen.id], run_at => now(), attempts => 0)
  )
$$;

revoke all on all functions in schema cf_jobs from public;
grant usage on schema cf_jobs to ${actors};
grant execute on function cf_jobs.enqueue to ${actors};
grant execute on function cf_jobs.parked, cf_jobs.retry to cf_admin;
grant execute on function cf_jobs.parked to cf_admin_reader;
`;
