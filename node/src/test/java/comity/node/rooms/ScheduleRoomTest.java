package comity.node.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduleRoomTest {
    private final TestDatabase database = TestDatabase.with("node");

    @AfterEach
    void close() {
        database.close();
    }

    /// What a process leaves that was killed, or lost its database, while it did the work.
    @Test
    void work_that_was_cut_off_is_done_again_within_a_minute() throws Exception {
        JdbcClient.create(database.dataSource()).sql("""
                        insert into node.scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('terms', 'recurring', now(), true, 'a process that is gone', now(), 1)
                        """).update();
        CountDownLatch done = new CountDownLatch(1);
        try (AutoCloseable _ = new ScheduleRoom()
                .every(Duration.ofSeconds(30), "terms", done::countDown)
                .start(database.dataSource())) {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
