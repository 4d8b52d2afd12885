package comity.node.rooms;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// What a node does by itself every so often. The database decides which of a node's processes does it,
/// so several may run on one database.
public final class ScheduleRoom {
    private static final String TABLE = "node.scheduled_tasks";
    private static final int THREADS = 2;

    /// Whoever does a piece of work says so this often. When that stops, because the process was killed
    /// or its database was away, another does it after a few times: a warning must not wait for half an
    /// hour.
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(5);

    private static final int SIGNS_MISSED = 4;

    private final List<RecurringTask<?>> tasks = new ArrayList<>();

    public ScheduleRoom every(Duration pause, String name, Runnable work) {
        tasks.add(Tasks.recurring(name, FixedDelay.of(pause)).execute((_, _) -> work.run()));
        return this;
    }

    /// Starts the clockwork; close what is returned to stop it.
    public AutoCloseable start(DataSource database) {
        Scheduler scheduler = Scheduler.create(database)
                .tableName(TABLE)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(BETWEEN_SIGNS)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .build();
        scheduler.start();
        return scheduler::stop;
    }
}
