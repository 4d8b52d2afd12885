-- The table that db-scheduler works on: which recurring work is due, and which process does it.
create table node.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on node.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on node.scheduled_tasks (last_heartbeat);
