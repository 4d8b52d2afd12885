package comity.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path PROGRAMS =
            Path.of(System.getProperty("java.io.tmpdir"), "comity-postgres-" + System.getProperty("user.name"));

    @TempDir
    Path folder;

    private final Settings durable = Settings.durable().withPrograms(PROGRAMS);

    @Nested
    class A_new_folder {
        private EmbeddedPostgres postgres;

        @BeforeEach
        void start() throws IOException {
            postgres = EmbeddedPostgres.start(folder, durable);
        }

        @AfterEach
        void stop() {
            postgres.close();
        }

        @Test
        void becomes_a_durable_checked_database_that_only_this_machine_can_reach() throws Exception {
            assertThat(shown("fsync")).isEqualTo("on");
            assertThat(shown("synchronous_commit")).isEqualTo("on");
            assertThat(shown("full_page_writes")).isEqualTo("on");
            assertThat(shown("data_checksums")).isEqualTo("on");
            assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown("unix_socket_directories")).isEmpty();
            assertThat(shown("password_encryption")).isEqualTo("scram-sha-256");
            assertThat(
                            answer(
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres'"))
                    .isEqualTo("b C.UTF-8");
        }

        @Test
        void lets_nobody_in_without_the_password() {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .extracting(refusal -> ((SQLException) refusal).getSQLState())
                    .isEqualTo("28P01");
        }

        @Test
        void keeps_the_password_from_other_accounts() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("password.told")).doesNotExist();
        }

        @Test
        void copies_a_database_with_what_is_in_it() throws Exception {
            postgres.createDatabase("first");
            run("first", "create table kept (word text); insert into kept values ('here')");
            postgres.createDatabase("second", "first");
            assertThat(answerIn("second", "select word from kept")).isEqualTo("here");
            postgres.dropDatabase("second");
            assertThat(postgres.exists("second")).isFalse();
        }

        @Test
        void takes_no_database_name_that_is_more_than_a_name() {
            assertThatThrownBy(() -> postgres.createDatabase("x; drop database postgres"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_refused_to_a_second_user_while_it_is_in_use() {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, durable)).isInstanceOf(IOException.class);
            assertThat(postgres.isRunning()).isTrue();
        }

        @Test
        void stops_and_keeps_what_was_written() throws Exception {
            postgres.createDatabase("kept");
            run("kept", "create table kept (word text); insert into kept values ('here')");
            postgres.close();
            assertThat(postgres.isRunning()).isFalse();
            postgres = EmbeddedPostgres.start(folder, durable);
            assertThat(answerIn("kept", "select word from kept")).isEqualTo("here");
        }

        private String shown(String setting) throws SQLException {
            return answer("show " + setting);
        }

        private String answer(String sql) throws SQLException {
            return answerIn("postgres", sql);
        }

        private String answerIn(String database, String sql) throws SQLException {
            return EmbeddedPostgresTest.answer(postgres.jdbcUrl(database), postgres.password(), sql);
        }

        private void run(String database, String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(
                            postgres.jdbcUrl(database), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Nested
    class A_process_that_is_killed {
        @Test
        void takes_its_server_with_it_and_loses_nothing_that_was_committed() throws Exception {
            Process owner = ownerProcess();
            ProcessHandle server = serverOf(owner);
            owner.destroyForcibly().waitFor();
            server.onExit().join();

            try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, durable)) {
                assertThat(answer(again.jdbcUrl("postgres"), again.password(), "select word from kept"))
                        .isEqualTo("here");
            }
        }

        @Test
        void is_followed_by_one_that_stops_a_server_left_behind() throws Exception {
            Process owner = ownerProcess();
            ProcessHandle server = serverOf(owner);
            // The shell and its watcher die first, so that nobody is left to stop the server.
            ProcessHandle shell = server.parent().orElseThrow();
            shell.children().filter(child -> !child.equals(server)).forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
            owner.destroyForcibly().waitFor();
            assertThat(server.isAlive()).isTrue();

            try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, durable)) {
                server.onExit().join();
                assertThat(answer(again.jdbcUrl("postgres"), again.password(), "select word from kept"))
                        .isEqualTo("here");
            }
        }

        @Test
        void leaves_a_process_number_that_a_stranger_may_have_by_now() throws Exception {
            EmbeddedPostgres.start(folder, durable).close();
            long stranger = ProcessHandle.current().pid();
            Files.writeString(folder.resolve("cluster/postmaster.pid"), stranger + "\n/elsewhere\n");

            try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, durable)) {
                assertThat(again.isRunning()).isTrue();
            }
        }

        private Process ownerProcess() throws IOException {
            Process owner = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Owner.class.getName(),
                            folder.toString(),
                            PROGRAMS.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(owner.inputReader().readLine()).isEqualTo("written");
            return owner;
        }

        private ProcessHandle serverOf(Process owner) throws IOException {
            assertThat(owner.isAlive()).isTrue();
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }

    @Nested
    class The_archive {
        @Test
        void is_chosen_by_system_and_processor() throws IOException {
            assertThat(Programs.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
            assertThat(Programs.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
            assertThat(Programs.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        }

        @Test
        void is_named_as_missing_for_a_system_that_has_none() {
            assertThatThrownBy(() -> Programs.archiveName("Plan 9", "mips"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Plan 9 on mips");
        }
    }

    /// A process that starts a server, writes one row, says so, and waits to be killed.
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(
                    Path.of(arguments[0]), Settings.durable().withPrograms(Path.of(arguments[1])));
            try (Connection connection = DriverManager.getConnection(
                            postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (word text); insert into kept values ('here')");
            }
            System.out.println("written");
            Thread.currentThread().join();
        }
    }

    private static String answer(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Cluster.USER, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
